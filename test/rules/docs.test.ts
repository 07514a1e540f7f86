import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { readRuleDoc, type DocExample } from '../support/rule-docs.ts';
import { findingsInPlan } from '../support/plan-rule-tester.ts';
import { findingsFor } from '../support/rule-tester.ts';

describe.each(rules)('the documentation of $id', (rule) => {
  const doc = readRuleDoc(readFileSync(new URL(`../../rules/${rule.id}/rule.md`, import.meta.url), 'utf8'));

  function reported({ code, language, plan, options, line }: DocExample): string[] {
    if (rule.scope === 'plan') return findingsInPlan(rule, { plan: code, options }).map((finding) => finding.message);
    const files = { [`src/app.${language}`]: code };
    return findingsFor(rule, { name: `rule.md:${String(line)}`, code: files, ...(plan === null ? {} : { plan }), options }).map((finding) => finding.message);
  }

  test('is headed by its id and begins with its description', () => {
    expect(doc.title).toBe(rule.id);
    expect(doc.lead).toBe(`${rule.description}.`);
  });

  test('shows incorrect and correct code, and no other kind of block', () => {
    expect(new Set(doc.examples.map(({ isCorrect }) => isCorrect))).toEqual(new Set([true, false]));
  });

  test('explains each option', () => {
    const { shape } = rule.options as unknown as { readonly shape: Readonly<Record<string, unknown>> };
    expect([...doc.options].sort()).toEqual(Object.keys(shape).sort());
  });

  test.each(doc.examples.filter(({ isCorrect }) => !isCorrect))('is right that the code on line $line is incorrect', (example) => {
    expect(reported(example)).toHaveLength(1);
  });

  test.each(doc.examples.filter(({ isCorrect }) => isCorrect))('is right that the code on line $line is correct', (example) => {
    expect(reported(example)).toEqual([]);
  });
});
