import { testPlanRule } from '../../../test/support/plan-rule-tester.ts';
import { rule } from './rule.ts';

const GROUPS = 'groups: [{type: account}, {type: workspace, parent_type: account}]\n';

testPlanRule(rule, {
  valid: [
    { name: 'events at a level of the plan', plan: `${GROUPS}events: [{name: a.b, group_level: account}, {name: a.c, group_level: workspace}]\n` },
    { name: 'events at no level', plan: `${GROUPS}events: [{name: a.b, group_level: none}, {name: a.c, group_level: user}, {name: a.d, group_level: null}]\n` },
    { name: 'deprecated events', plan: `${GROUPS}events: [{name: a.b, deprecated: true}, {name: a.c, replaced_by: a.b}]\n` },
    { name: 'plans without groups, whatever level is named', plan: 'events: [{name: a.b}, {name: a.c, group_level: account}]\n' },
    { name: 'names that the options leave out', options: { ignore: ['a.*'] }, plan: `${GROUPS}events: [{name: a.b}]\n` },
  ],
  invalid: [
    {
      name: 'each event without a level where others have one',
      plan: `${GROUPS}events:\n  - {name: a.b, group_level: account}\n  - name: a.c\n  - name: a.d\n`,
      findings: ['4:11 `a.c` has no `group_level`: add the level at which it occurs, `account` or `workspace`, or `none`.', '5:11 `a.d` has no `group_level`: add the level at which it occurs, `account` or `workspace`, or `none`.'],
    },
    { name: 'a key that is left empty', plan: `${GROUPS}events:\n  - name: a.c\n    group_level:\n`, findings: ['3:11 `a.c` has no `group_level`: add the level at which it occurs, `account` or `workspace`, or `none`.'] },
    {
      name: 'a plan in which no event has one, once',
      plan: `${GROUPS}events:\n  - name: a.b\n  - name: a.c\n`,
      findings: [['2:1 2 of the 2 events have no `group_level`: add to each the level at which it occurs, `account` or `workspace`, or `none`.', '3 `a.b` has none.', '4 `a.c` has none.']],
    },
    {
      name: 'more than three of them, once',
      plan: `${GROUPS}events:\n  - {name: a.b, group_level: account}\n  - name: b.b\n  - name: b.c\n  - name: b.d\n  - name: b.e\n`,
      findings: [[
        '2:1 4 of the 5 events have no `group_level`: add to each the level at which it occurs, `account` or `workspace`, or `none`.',
        '4 `b.b` has none.', '5 `b.c` has none.', '6 `b.d` has none.', '7 `b.e` has none.',
      ]],
    },
    {
      name: 'a misspelt level, with the one that was meant',
      plan: `${GROUPS}events:\n  - name: a.b\n    group_level: worksapce\n`,
      findings: ['4:18 `a.b` has the `group_level` `worksapce`, which is no `type` of the plan\'s groups. Did you mean "workspace"?'],
    },
    {
      name: 'a level that several events name, once',
      plan: `${GROUPS}events:\n  - {name: a.b, group_level: kitchen}\n  - {name: a.c, group_level: kitchen}\n`,
      findings: [["3:30 2 events have the `group_level` `kitchen`, which is no `type` of the plan's groups. The plan's levels are account, workspace.", '4 `a.c` has it too.']],
    },
  ],
});
