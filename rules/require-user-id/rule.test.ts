import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const NODE = `import { Analytics } from '@segment/analytics-node';
const analytics = new Analytics({ writeKey: 'key' });
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
      name: 'a user',
      code: `${NODE}export const f = (userId: string) => analytics.track({ userId, event: 'report.created' });`,
    },
    {
      name: 'a visitor',
      code: `${NODE}export const f = (anonymousId: string) => analytics.track({ anonymousId, event: 'report.created' });`,
    },
    {
      name: 'a message that may hold one',
      code: `${NODE}export const f = (more: any) => analytics.track({ ...more, event: 'report.created' });`,
    },
    {
      name: 'a client in the browser',
      code: `${SEG}analytics.track('report.created');`,
    },
    {
      name: 'groups, which nobody has to be in',
      code: `${PH}posthog.groupIdentify({ groupType: 'account', groupKey: 'a' });`,
    },
    {
      name: 'events that the options leave out',
      options: { ignore: ['cron.*'] },
      code: `${NODE}analytics.track({ event: 'cron.finished' } as never);`,
    },
  ],
  invalid: [
    {
      name: 'no user',
      code: `${NODE}analytics.track({ event: 'report.created' } as never);`,
      findings: [
        {
          at: 'src/app.ts 3:1-3:54',
          message: `\`report.created\` is sent to Segment (Node) without a user: pass \`userId\` in the message. A server's client knows none by itself.`,
        },
      ],
    },
    {
      name: 'an empty user',
      code: `${NODE}analytics.track({ userId: '', event: 'report.created' });`,
      findings: [
        {
          at: 'src/app.ts 3:27-3:29',
          message: `\`report.created\` is sent to Segment (Node) with \`''\` for a user: pass the user's id as \`userId\` in the message.`,
        },
      ],
    },
    {
      name: 'no user among the properties',
      code: {
        'src/app.ts': `import Mixpanel from 'mixpanel';
const mixpanel = Mixpanel.init('token');
mixpanel.track('report.created', { pages: 1 });`,
      },
      findings: [
        {
          at: 'src/app.ts 3:1-3:47',
          message: `\`report.created\` is sent to Mixpanel (Node) without a user: pass \`distinct_id\` in the second argument. A server's client knows none by itself.`,
        },
      ],
    },
    {
      name: 'no user of an identify call',
      code: `${PH}posthog.identify({ properties: { email: 'a@example.com' } } as never);`,
      findings: [
        {
          at: 'src/app.ts 3:1-3:70',
          message: `identify() is sent to PostHog (Node) without a user: pass \`distinctId\` in the message. A server's client knows none by itself.`,
        },
      ],
    },
    {
      name: 'a caller that gives none, where others do',
      code: `${NODE}function send(event: string, userId?: string) { analytics.track({ event, userId } as never); }
export const f = (id: string) => send('report.created', id);
send('report.shared');
send('report.opened', '');`,
      findings: [
        {
          at: 'src/app.ts 5:1-5:22',
          message: `\`report.shared\` is sent to Segment (Node) without a user: pass \`userId\` in the message. A server's client knows none by itself.`,
        },
        {
          at: 'src/app.ts 6:23-6:25',
          message: `\`report.opened\` is sent to Segment (Node) with \`''\` for a user: pass the user's id as \`userId\` in the message.`,
        },
      ],
    },
    {
      name: 'a habit of passing none to a wrapper, once',
      code: `${NODE}function send(event: string, userId: string) { analytics.track({ event, userId }); }
export const f = (id: string) => send('report.created', id);
send('report.shared', '');
send('report.opened', '');`,
      findings: [
        {
          at: 'src/app.ts 5:23-5:25',
          message: `This is one of 2 sites of events that are sent to Segment (Node) with \`''\` for a user: pass the user's id as \`userId\` in the message, or name the events in the option \`ignore\` if nobody does them.`,
          related: [
            'src/app.ts:5 `report.shared` is sent from here.',
            'src/app.ts:6 `report.opened` is sent from here.',
          ],
        },
      ],
    },
    {
      name: 'a wrapper that takes none, once',
      code: `${NODE}function send(event: string) { analytics.track({ event } as never); }
send('report.created');
send('report.shared');`,
      findings: [
        {
          at: 'src/app.ts 3:32-3:67',
          message: `This call sends the events of 2 sites to Segment (Node) without a user: pass \`userId\` in the message. A server's client knows none by itself.`,
          related: [
            'src/app.ts:4 `report.created` is sent from here.',
            'src/app.ts:5 `report.shared` is sent from here.',
          ],
        },
      ],
    },
  ],
});
