import { expect, test } from 'vitest';
import { corePlan } from '../../src/plan/core-plan.ts';
import type { PlanProperty } from '../../src/plan/model.ts';

/** The tables of core events in the B2B specification. */
const CORE_EVENTS = {
  'account.created': ['account_name', 'created_by'],
  'user.signed_up': ['signup_source', 'account_id'],
  'user.signed_in': ['method'],
  'user.signed_out': [],
  'user.invited': ['invitee_role', 'invitee_email'],
  'user.joined': ['invitation_id', 'role'],
  'trial.started': ['trial_days', 'plan_trialing'],
  'trial.ended': ['converted', 'plan_selected'],
  'plan.upgraded': ['from_plan', 'to_plan'],
  'plan.downgraded': ['from_plan', 'to_plan', 'reason'],
};

test('the core plan has the core events of the specification with their key properties', () => {
  expect(Object.fromEntries(corePlan().events.map(({ name, properties }) => [name, properties.map((property) => property.name)]))).toEqual(CORE_EVENTS);
});

test('every core event occurs at the account, the only and top level', () => {
  expect(corePlan().groups).toMatchObject([{ type: 'account', isTopLevel: true, parentType: null }]);
  expect(new Set(corePlan().events.map(({ groupLevel }) => groupLevel))).toEqual(new Set(['account']));
});

test('the core plan has the required and recommended traits of users and accounts', () => {
  expect(byNeed(corePlan().userTraits)).toEqual({
    required: ['email', 'account_id', 'role'],
    recommended: ['created_at', 'last_active_at', 'subscription_level', 'preferred_language', 'last_login', 'industry'],
  });
  expect(byNeed(corePlan().groups[0]?.traits ?? [])).toEqual({
    required: ['name', 'plan'],
    recommended: ['created_at', 'mrr', 'employee_count', 'industry', 'number_of_users', 'billing_cycle', 'support_level'],
  });
});

test('the only personal data in the core plan is the email of users, and that of invitees, which is hashed', () => {
  const properties = corePlan().events.flatMap((event) => event.properties);
  expect([...corePlan().userTraits, ...properties].filter(({ pii }) => pii).map(({ name }) => name)).toEqual(['email', 'invitee_email']);
  expect(properties.find(({ name }) => name === 'invitee_email')?.description).toContain('Hashed');
});

test('what a core event need not carry is optional', () => {
  const optional = corePlan().events.flatMap(({ name, properties }) => properties.filter(({ required }) => !required).map((p) => `${name} ${p.name}`));
  expect(optional).toEqual(['trial.ended plan_selected', 'plan.downgraded reason']);
});

test('the core plan is marked as embedded, and made once', () => {
  expect(corePlan().embedded).toBe(true);
  expect(corePlan()).toBe(corePlan());
});

function byNeed(traits: readonly PlanProperty[]): object {
  return {
    required: traits.filter(({ required }) => required).map(({ name }) => name),
    recommended: traits.filter(({ required }) => !required).map(({ name }) => name),
  };
}
