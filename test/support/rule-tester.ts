/** Runs a rule over small programs through the real engine, and compares whole findings. */
import { describe, expect, test } from 'vitest';
import { runRules } from '../../src/check/run-rules.ts';
import type { Destination, Finding, Rule } from '../../src/check/rule.ts';
import { corePlan } from '../../src/plan/core-plan.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { sdks } from '../../src/sdk/index.ts';
import { linkFiles } from './program.ts';

export const PLAN_FILE = '.telemetry/tracking-plan.yaml';
export const SOURCE_FILE = 'src/app.ts';

export interface RuleCase {
  /** What the case shows, as the end of a sentence: "does not report …". */
  readonly name: string;
  /** The text of `src/app.ts`, or files by path. */
  readonly code: string | Readonly<Record<string, string>>;
  /** The product's plan; the embedded one where it has none. */
  readonly plan?: string;
  readonly options?: unknown;
  readonly destinations?: Readonly<Record<string, Destination>>;
}

export interface ExpectedFinding {
  /** `file line:column-endLine:endColumn`. */
  readonly at: string;
  readonly message: string;
  /** Each as `file:line message`. */
  readonly related?: readonly string[];
}

export interface InvalidCase extends RuleCase {
  readonly findings: readonly ExpectedFinding[];
}

export function testRule(rule: Rule, { valid, invalid }: { readonly valid: readonly RuleCase[]; readonly invalid: readonly InvalidCase[] }): void {
  describe(`${rule.id} does not report`, () => {
    test.each(valid)('$name', (one) => expect(findingsFor(rule, one).map(shown)).toEqual([]));
  });
  describe(`${rule.id} reports`, () => {
    test.each(invalid)('$name', (one) => {
      expect(findingsFor(rule, one).map(shown)).toEqual(one.findings.map((finding) => ({ related: [], ...finding })));
    });
  });
}

/** The findings of one rule for a case. Throws where the program has no call at all: the case would show nothing. */
export function findingsFor(rule: Rule, { name, code, plan, options = {}, destinations = {} }: RuleCase): readonly Finding[] {
  const { calls } = linkFiles(typeof code === 'string' ? { [SOURCE_FILE]: code } : code);
  if (calls.length === 0) throw new Error(`The program of "${name}" has no call`);
  const settings = { [rule.id]: ['error', options] as const };
  return runRules({ calls, plan: plan === undefined ? corePlan() : readPlan(PLAN_FILE, plan), sdks, destinations, rules: [rule], settings }).findings;
}

function shown({ file, line, column, endLine, endColumn, message, related }: Finding): ExpectedFinding {
  return {
    at: `${file} ${String(line)}:${String(column)}-${String(endLine)}:${String(endColumn)}`,
    message,
    related: related.map((one) => `${one.file}:${String(one.line)} ${one.message}`),
  };
}
