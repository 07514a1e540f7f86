/** Runs a rule over tracking plans, and compares whole findings. */
import { describe, expect, test } from 'vitest';
import { runRules } from '../../src/check/run-rules.ts';
import type { Finding, Identity, Rule } from '../../src/check/rule.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { PLAN_FILE } from './rule-tester.ts';

export interface PlanCase {
  /** The text of the plan. */
  readonly plan: string;
  readonly options?: unknown;
  readonly identity?: Identity;
}

export interface NamedPlanCase extends PlanCase {
  /** What the case shows, as the end of a sentence: "does not report …". */
  readonly name: string;
}

/** A finding as `line:column message`; its related places follow, each as `line message`. */
export interface InvalidPlanCase extends NamedPlanCase {
  readonly findings: readonly (string | readonly string[])[];
}

export function testPlanRule(rule: Rule, { valid, invalid }: { readonly valid: readonly NamedPlanCase[]; readonly invalid: readonly InvalidPlanCase[] }): void {
  describe(`${rule.id} does not report`, () => {
    test.each(valid)('$name', (one) => expect(findingsInPlan(rule, one).map(shown)).toEqual([]));
  });
  describe(`${rule.id} reports`, () => {
    test.each(invalid)('$name', (one) => expect(findingsInPlan(rule, one).map(shown)).toEqual(one.findings));
  });
}

/** The findings of one rule in a plan. */
export function findingsInPlan(rule: Rule, { plan, options = {}, identity }: PlanCase): readonly Finding[] {
  const settings = { [rule.id]: ['error', options] as const };
  const checked = runRules({ calls: [], plan: readPlan(PLAN_FILE, plan), sdks: [], destinations: {}, identity: identity ?? null, rules: [rule], settings });
  return checked.findings;
}

function shown({ line, column, message, related }: Finding): string | string[] {
  const text = `${String(line)}:${String(column)} ${message}`;
  return related.length === 0 ? text : [text, ...related.map((one) => `${String(one.line)} ${one.message}`)];
}
