import { testPlanRule } from '../../../test/support/plan-rule-tester.ts';
import { rule } from './rule.ts';

const ACCOUNT = 'groups: [{type: account, traits: [name, plan]}]\nevents: []\n';

testPlanRule(rule, {
  valid: [
    { name: 'a plan with all of them', plan: `entities: {user: {traits: [email, account_id, role]}}\n${ACCOUNT}` },
    { name: 'what products call them', plan: 'entities: {user: {traits: [work_email, workspaceId, roles]}}\ngroups: [{type: workspace, traits: [workspace_name, plan_tier]}]\nevents: []\n' },
    { name: 'the level itself in place of its id', plan: 'entities: {user: {traits: [email, business_id, user_role]}}\ngroups: [{type: business, traits: [display_name, billing_plan]}]\nevents: []\n' },
    { name: 'an email that the policy forbids', plan: `meta: {pii_policy: none}\nentities: {user: {traits: [account_id, role]}}\n${ACCOUNT}` },
    { name: 'the traits of users where accounts are identified', identity: 'instance', plan: ACCOUNT },
    { name: 'plans without groups', plan: 'events: []\n' },
    { name: 'traits of levels below the top', plan: `entities: {user: {traits: [email, account_id, role]}}\ngroups: [{type: account, traits: [name, plan]}, {type: team, parent_type: account}]\nevents: []\n` },
  ],
  invalid: [
    {
      name: 'what users lack, where their traits belong',
      plan: `meta: {product: Acme}\nentities:\n  user:\n    traits: [name]\n${ACCOUNT}`,
      findings: ['3:3 The plan has no `email`, `account_id` or `role` among the traits of users: add them under `entities.user.traits`.'],
    },
    {
      name: 'a plan that has no users',
      plan: `meta: {product: Acme}\n${ACCOUNT}`,
      findings: ['1:1 The plan has no `email`, `account_id` or `role` among the traits of users: add them under `entities.user.traits`.'],
    },
    {
      name: 'what the top level lacks',
      identity: 'instance',
      plan: 'groups:\n  - {type: team, parent_type: org, traits: [name, plan]}\n  - {type: org, traits: [industry]}\nevents: []\n',
      findings: ['3:12 The plan has no `name` or `plan` among the traits of `org`: add them under the `traits` of that group.'],
    },
    {
      name: 'a trait that is near to none of them',
      identity: 'instance',
      plan: 'groups: [{type: account, traits: [name, planet]}]\nevents: []\n',
      findings: ['1:17 The plan has no `plan` among the traits of `account`: add it under the `traits` of that group.'],
    },
  ],
});
