import { testPlanRule } from '../../../test/support/plan-rule-tester.ts';
import { rule } from './rule.ts';

testPlanRule(rule, {
  valid: [
    { name: 'a chain of levels in any order', plan: 'groups:\n  - {type: project, parent_type: workspace}\n  - {type: workspace, parent_type: account}\n  - {type: account}\nevents: []\n' },
    { name: 'two levels below one', plan: 'groups: [{type: account, is_top_level: true}, {type: team, parent_type: account}, {type: project, parent_type: account}]\nevents: []\n' },
    { name: 'an account that the plan describes as an entity', plan: 'entities: {account: {traits: [name]}}\nevents: []\n' },
    { name: 'a template without groups', plan: 'meta: {template: b2b-core}\nevents: []\n' },
    { name: 'a plan that says that there are no groups', plan: 'groups: []\nevents: []\n' },
    { name: 'an unknown level of an event', plan: 'groups: [{type: account}]\nevents: [{name: a.b, group_level: team}]\n' },
  ],
  invalid: [
    {
      name: 'a plan without groups, at its events',
      plan: 'meta: {product: Acme}\nevents: []\n',
      findings: ['2:1 The plan has no `groups`: add one for the account, with `is_top_level: true`, so that events can be told by account.'],
    },
    {
      name: 'an unknown parent, with the one that was meant',
      plan: 'groups:\n  - type: account\n  - type: workspace\n    parent_type: acount\nevents: []\n',
      findings: ['4:18 The group `workspace` has the `parent_type` `acount`, which is no `type` of the plan\'s groups. Did you mean "account"?'],
    },
    {
      name: 'a second level without a parent',
      plan: 'groups:\n  - {type: account, is_top_level: true}\n  - {type: workspace}\nevents: []\n',
      findings: ['3:12 The group `workspace` has no parent, and the top level is `account`: add `parent_type: account`, or the level above.'],
    },
    {
      name: 'two top levels',
      plan: 'groups:\n  - {type: account, is_top_level: true}\n  - {type: workspace, is_top_level: true}\nevents: []\n',
      findings: ['3:12 The group `workspace` has no parent, and the top level is `account`: add `parent_type: account`, or the level above.'],
    },
    {
      name: 'no top level',
      plan: 'groups:\n  - {type: account, is_top_level: false}\nevents: []\n',
      findings: ["1:1 None of the plan's groups is the top level: add `is_top_level: true` to the one that all others belong to."],
    },
    {
      name: 'a top level with a parent',
      plan: 'groups:\n  - {type: account}\n  - {type: team, parent_type: account, is_top_level: true}\nevents: []\n',
      findings: ['3:54 The group `team` is said to be the top level, and has the parent `account`: remove `is_top_level` or `parent_type`.'],
    },
    {
      name: 'a group that stands twice',
      plan: 'groups:\n  - type: account\n  - type: account\nevents: []\n',
      findings: ['3:11 The group `account` stands twice, the first time on line 2: keep one.'],
    },
    {
      name: 'a circle of parents, once',
      plan: 'groups:\n  - {type: a, parent_type: b}\n  - {type: b, parent_type: c}\n  - {type: c, parent_type: a}\nevents: []\n',
      findings: ["2:28 These groups are each other's parents: a → b → c → a. Remove the `parent_type` of one."],
    },
    {
      name: 'a level that is its own parent',
      plan: 'groups:\n  - {type: account, parent_type: account}\nevents: []\n',
      findings: ["2:34 These groups are each other's parents: account → account. Remove the `parent_type` of one."],
    },
  ],
});
