import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Finding } from '../../src/check/rule.ts';
import { readRuleDoc, type DocExample } from '../support/rule-docs.ts';
import { findingsInPlan } from '../support/plan-rule-tester.ts';
import { findingsFor } from '../support/rule-tester.ts';

const AUDIT_ALONE = 'in the plan, and so in the audit alone';

describe.each(rules)('the documentation of $id', (rule) => {
  const doc = readRuleDoc(readFileSync(new URL(`../../rules/${rule.id}/rule.md`, import.meta.url), 'utf8'));

  function findings({ code, language, plan, options, line }: DocExample): readonly Finding[] {
    if (rule.scope === 'plan') return findingsInPlan(rule, { plan: code, options });
    const files = { [`src/app.${language}`]: code };
    return findingsFor(rule, { name: `rule.md:${String(line)}`, code: files, ...(plan === null ? {} : { plan }), options });
  }

  function reported(example: DocExample): string[] {
    return findings(example).map(({ message }) => message);
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

  test('says that ESLint does not have it where none of its findings stands in code', () => {
    const isInCode = doc.examples.some((example) => !example.isCorrect && findings(example).some(({ file }) => file.startsWith('src/')));
    expect(doc.text.includes(AUDIT_ALONE)).toBe(!isInCode);
  });

  test.each(doc.examples.filter(({ isCorrect }) => !isCorrect))('is right that the code on line $line is incorrect', (example) => {
    expect(reported(example)).toHaveLength(1);
  });

  test.each(doc.examples.filter(({ isCorrect }) => isCorrect))('is right that the code on line $line is correct', (example) => {
    expect(reported(example)).toEqual([]);
  });
});
