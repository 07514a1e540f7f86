import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const PLAN = `
entities:
  user:
    traits:
      - { name: email, type: string, required: true, pii: true }
      - { name: team_size, type: integer, required: true }
groups:
  - { type: account, id_format: "acc_*", is_top_level: true, traits: [{ name: name, required: true }, { name: seats, required: true }] }
  - { type: workspace, id_format: "ws_*", parent_type: account, traits: [{ name: name, required: true }] }
  - { type: project, id_format: "proj_*", parent_type: workspace }
events:
  - { name: task.completed, group_level: project }
  - { name: task.created, group_level: project }
  - { name: plan.upgraded, group_level: account }
`;

const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;

testRule(rule, {
  valid: [
    {
      name: 'the parent of the level above',
      plan: PLAN,
      code: `${SEG}analytics.group('proj_1', { group_type: 'project', parent_group_id: 'ws_1' });`,
    },
    {
      name: 'a parent whose level cannot be told',
      plan: PLAN,
      code: `${SEG}export const f = (it: any) => analytics.group('proj_1', { group_type: 'project', parent_group_id: it.up });`,
    },
    {
      name: 'the top, which has none',
      plan: PLAN,
      code: `${SEG}analytics.group('acc_1', { group_type: 'account', name: 'Acme' });`,
    },
    {
      name: 'a group that names none, which another rule asks for',
      plan: PLAN,
      code: `${SEG}analytics.group('proj_1', { group_type: 'project' });`,
    },
    {
      name: 'a group that names one, where each has to',
      plan: PLAN,
      options: { everyCall: true },
      code: `${SEG}export const f = (it: any) => analytics.group('proj_1', { ...it });`,
    },
  ],
  invalid: [
    {
      name: 'a parent of another level, by its id',
      plan: PLAN,
      code: `${SEG}analytics.group('proj_1', { group_type: 'project', parent_group_id: 'acc_1' });`,
      findings: [
        {
          at: 'src/app.ts 3:69-3:76',
          message: 'The plan has `workspace` above `project`, and `parent_group_id` is the id of `account` here: pass `workspaceId`.',
        },
      ],
    },
    {
      name: 'a parent of another level, by its expression',
      plan: PLAN,
      code: `${SEG}export const f = (account: { id: string }) => analytics.group('proj_1', { parent_group_id: account.id });`,
      findings: [
        {
          at: 'src/app.ts 3:92-3:102',
          message: 'The plan has `workspace` above `project`, and `parent_group_id` is the id of `account` here: pass `workspaceId`.',
        },
      ],
    },
    {
      name: 'a group that names none, where each has to',
      plan: PLAN,
      options: { everyCall: true },
      code: `${SEG}analytics.group('proj_1', { group_type: 'project' });
analytics.group('proj_2', { group_type: 'project', parent_group_id: 'ws_1' });`,
      findings: [
        {
          at: 'src/app.ts 3:1-3:53',
          message: 'This group() call does not say which `workspace` the `project` belongs to: add `parent_group_id: workspaceId` to its traits.',
        },
      ],
    },
  ],
});
