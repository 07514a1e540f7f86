import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;
const NODE = `import { Analytics } from '@segment/analytics-node';
const analytics = new Analytics({ writeKey: 'key' });
`;
const PH = `import { PostHog } from 'posthog-node';
const posthog = new PostHog('key');
`;

testRule(rule, {
  valid: [
    {
      name: 'a group where the SDK takes it',
      code: `${SEG}export const f = (id: string) => analytics.track('task.completed', {}, { context: { groupId: id } });`,
    },
    {
      name: 'one in the wrong place beside one in the right',
      code: `${SEG}export const f = (id: string) => analytics.track('task.completed', { groupId: id }, { context: { groupId: id } });`,
    },
    {
      name: 'properties that may hold one',
      code: `${SEG}export const f = (more: any) => analytics.track('task.completed', { ...more });`,
    },
    {
      name: 'the id of a group of users, which the event is about',
      code: `${SEG}export const f = (group: any) => analytics.track('group.created', { groupId: group.uuid });`,
    },
    {
      name: 'a number of groups',
      code: {
        'src/app.ts': `import posthog from 'posthog-js';
posthog.capture('x', { groups: 3 });`,
      },
    },
    {
      name: 'a group beside the event where the client sends it',
      code: {
        'src/app.ts': `import Analytics from 'analytics-node';
const analytics = new Analytics('key');
analytics.track({ userId: 'u', event: 'task.completed', groupId: 'acc_1' });`,
      },
    },
    {
      name: 'an event without any group',
      code: `${SEG}analytics.track('task.completed', { task_id: '1' });`,
    },
    {
      name: 'the account as a property',
      code: `${SEG}analytics.track('task.completed', { account_id: 'acc_1' });`,
    },
  ],
  invalid: [
    {
      name: `a group among Segment's properties`,
      code: `${SEG}export const f = (accountId: string) => analytics.track('task.completed', { groupId: accountId });`,
      findings: [
        {
          at: 'src/app.ts 3:77-3:84',
          message: 'Segment (browser) takes no group from `groupId` among the properties, and `task.completed` is sent without one: pass it as `{ context: { groupId: accountId } }` in the options, the argument after the properties.',
        },
      ],
    },
    {
      name: `a group beside the event in a message of Segment's server client`,
      code: `${NODE}export const f = (id: string) => analytics.track({ userId: 'u', event: 'task.completed', groupId: id } as never);`,
      findings: [
        {
          at: 'src/app.ts 3:90-3:97',
          message: 'Segment (Node) takes no group from `groupId` in the message, beside `event`, and `task.completed` is sent without one: pass it as `context: { groupId: accountId }` in the message, beside `event`.',
        },
      ],
    },
    {
      name: 'groups beside the properties of posthog-node',
      code: `${PH}posthog.capture({ distinctId: 'u', event: 'task.completed', $groups: { account: 'a' } } as never);`,
      findings: [
        {
          at: 'src/app.ts 3:61-3:68',
          message: 'PostHog (Node) takes no group from `$groups` in the message, beside `event`, and `task.completed` is sent without one: pass it as `groups: { account: accountId }` in the message, beside `event`.',
        },
      ],
    },
    {
      name: `groups among posthog-node's properties by another name`,
      code: `${PH}posthog.capture({ distinctId: 'u', event: 'task.completed', properties: { groups: { account: 'a' } } });`,
      findings: [
        {
          at: 'src/app.ts 3:75-3:81',
          message: 'PostHog (Node) takes no group from `groups` among the properties, and `task.completed` is sent without one: pass it as `groups: { account: accountId }` in the message, beside `event`.',
        },
      ],
    },
    {
      name: `groups among Amplitude's properties`,
      code: {
        'src/app.ts': `import * as amplitude from '@amplitude/analytics-node';
amplitude.track('task.completed', { groups: { account: 'a' } }, { user_id: 'u' });`,
      },
      findings: [
        {
          at: 'src/app.ts 2:37-2:43',
          message: 'Amplitude (Node) takes no group from `groups` among the properties, and `task.completed` is sent without one: pass it as `{ groups: { account: accountId } }` as the third argument.',
        },
      ],
    },
    {
      name: 'what a wrapper puts in the wrong place, once',
      code: `${SEG}declare const org: any;
function send(name: string) { analytics.track(name, { groupId: org.id }); }
send('task.completed');
send('task.created');`,
      findings: [
        {
          at: 'src/app.ts 4:55-4:62',
          message: 'Segment (browser) takes no group from `groupId` among the properties, and the events of 2 sites are sent without one: pass it as `{ context: { groupId: accountId } }` in the options, the argument after the properties.',
          related: [
            'src/app.ts:5 `task.completed` is sent from here.',
            'src/app.ts:6 `task.created` is sent from here.',
          ],
        },
      ],
    },
  ],
});
