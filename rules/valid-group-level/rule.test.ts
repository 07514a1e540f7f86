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
const PH = `import { PostHog } from 'posthog-node';
const posthog = new PostHog('key');
`;

testRule(rule, {
  valid: [
    {
      name: `the plan's level by the id's format`,
      plan: PLAN,
      code: `${SEG}analytics.track('task.completed', {}, { context: { groupId: 'proj_1' } });`,
    },
    {
      name: `the plan's level by the id's expression`,
      plan: PLAN,
      code: `${SEG}export const f = (project: { id: string }) => analytics.track('task.completed', {}, { context: { groupId: project.id } });`,
    },
    {
      name: 'an id that tells no level',
      plan: PLAN,
      code: `${SEG}export const f = (id: string) => analytics.track('task.completed', {}, { context: { groupId: id } });`,
    },
    {
      name: 'several groups, one of them right',
      plan: PLAN,
      code: `${PH}posthog.capture({ distinctId: 'u', event: 'task.completed', groups: { account: 'acc_1', project: 'proj_1' } });`,
    },
    {
      name: 'a level that the plan does not have',
      plan: PLAN,
      code: `${PH}posthog.capture({ distinctId: 'u', event: 'task.completed', groups: { company: 'c' } });`,
    },
    {
      name: 'an event without any group',
      plan: PLAN,
      code: `${SEG}analytics.track('task.completed');`,
    },
    {
      name: 'an event of another level',
      plan: PLAN,
      code: `${SEG}analytics.track('plan.upgraded', {}, { context: { groupId: 'acc_1' } });`,
    },
    {
      name: 'one of two events of different levels',
      plan: PLAN,
      code: `${SEG}export const f = (it: any) => analytics.track(it.x ? 'task.completed' : 'plan.upgraded', {}, { context: { groupId: 'acc_1' } });`,
    },
    {
      name: 'events that the options leave out',
      plan: PLAN,
      options: { ignore: ['task.*'] },
      code: `${SEG}analytics.track('task.completed', {}, { context: { groupId: 'acc_1' } });`,
    },
  ],
  invalid: [
    {
      name: 'the group of another level, by the id',
      plan: PLAN,
      code: `${SEG}analytics.track('task.completed', {}, { context: { groupId: 'acc_1' } });`,
      findings: [
        {
          at: 'src/app.ts 3:1-3:73',
          message: '`task.completed` happens in `project`, says the plan, and is sent with the group of `account`: pass the id of its `project`, as `{ context: { groupId: projectId } }` in the options, the argument after the properties.',
        },
      ],
    },
    {
      name: 'the group of another level, by the expression',
      plan: PLAN,
      code: `${SEG}export const f = (workspace: { id: string }) => analytics.track('task.completed', {}, { context: { groupId: workspace.id } });`,
      findings: [
        {
          at: 'src/app.ts 3:49-3:126',
          message: '`task.completed` happens in `project`, says the plan, and is sent with the group of `workspace`: pass the id of its `project`, as `{ context: { groupId: projectId } }` in the options, the argument after the properties.',
        },
      ],
    },
    {
      name: 'groups that the SDK names',
      plan: PLAN,
      code: `${PH}posthog.capture({ distinctId: 'u', event: 'task.completed', groups: { account: 'a', workspace: 'w' } });`,
      findings: [
        {
          at: 'src/app.ts 3:1-3:104',
          message: '`task.completed` happens in `project`, says the plan, and is sent with the group of `account` and `workspace`: pass the id of its `project`, as `groups: { project: projectId }` in the message, beside `event`.',
        },
      ],
    },
    {
      name: 'what a wrapper adds to several events, once',
      plan: PLAN,
      code: `${SEG}function send(name: string, account: { id: string }) { analytics.track(name, {}, { context: { groupId: 'acc_1' } }); }
send('task.completed', { id: '1' });
send('task.created', { id: '1' });`,
      findings: [
        {
          at: 'src/app.ts 3:56-3:116',
          message: 'This call sends the events of 2 sites with the group of `account`, and the plan has them in `project`: pass the id of the `project`, as `{ context: { groupId: projectId } }` in the options, the argument after the properties.',
          related: [
            'src/app.ts:4 `task.completed` is sent from here.',
            'src/app.ts:5 `task.created` is sent from here.',
          ],
        },
      ],
    },
  ],
});
