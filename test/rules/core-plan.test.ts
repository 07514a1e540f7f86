import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { runRules } from '../../src/check/run-rules.ts';
import { corePlan } from '../../src/plan/core-plan.ts';

const OVER_PLANS = rules.filter(({ scope }) => scope === 'plan');

test('the embedded plan is clean under every rule over plans', () => {
  const plan = { ...corePlan(), embedded: false };
  const checked = runRules({ calls: [], plan, sdks: [], destinations: {}, rules: OVER_PLANS, settings: {}, preset: 'all' });
  expect(checked).toMatchObject({ findings: [], notRun: [] });
  expect(OVER_PLANS.length).toBeGreaterThan(10);
});

test('with the embedded plan no rule over plans runs, and each says so', () => {
  const checked = runRules({ calls: [], plan: corePlan(), sdks: [], destinations: {}, rules: OVER_PLANS, settings: {}, preset: 'all' });
  expect(checked.notRun.map(({ rule }) => rule)).toEqual(OVER_PLANS.map(({ id }) => id));
});
