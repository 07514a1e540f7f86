import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const PLAN = `
groups:
  - type: account
    is_top_level: true
  - type: project
    parent_type: account
events:
  - name: task.completed
    group_level: project
  - name: plan.upgraded
    group_level: account
`;

const SEGMENT = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;
const SEGMENT_NODE = `import { Analytics } from '@segment/analytics-node';
const analytics = new Analytics({ writeKey: 'key' });
`;
const AMPLITUDE = `import * as amplitude from '@amplitude/analytics-browser';
`;
const POSTHOG = `import posthog from 'posthog-js';
`;
const POSTHOG_NODE = `import { PostHog } from 'posthog-node';
const client = new PostHog('key');
`;
const MIXPANEL = `import mixpanel from 'mixpanel-browser';
`;

const NONE_BY_SEGMENT = 'Segment (browser) adds none by itself (policy `event`).';
const SEGMENT_HINT = (id: string): string => `\`{ context: { groupId: ${id} } }\` in the options, the argument after the properties`;

testRule(rule, {
  valid: [
    {
      name: 'an event that the plan has at no level',
      plan: `${PLAN}  - name: landing_page.viewed\n    group_level: none\n    aliases: [Landing Page Viewed]\n`,
      code: `${SEGMENT}analytics.track('landing_page.viewed'); analytics.track('Landing Page Viewed');`,
    },
    { name: "Segment's context.groupId", code: `${SEGMENT}analytics.track('task.completed', {}, { context: { groupId: project.id } });` },
    { name: "a group among Segment's options", code: `${SEGMENT}analytics.track('task.completed', {}, { groupId: project.id });` },
    { name: 'account_id as a property', code: `${SEGMENT}analytics.track('task.completed', { account_id: account.id });` },
    { name: 'accountId as a property', code: `${SEGMENT}analytics.track('task.completed', { accountId: account.id });` },
    {
      name: "the id of the plan's own top level as a property",
      plan: 'groups: [{ type: organization, is_top_level: true }]\nevents: []',
      code: `${SEGMENT}analytics.track('task.completed', { organization_id: organization.id });`,
    },
    { name: 'the id of an organization as a property, where no plan says what an account is', code: `${SEGMENT}analytics.track('task.completed', { organizationId: organization.id });` },
    { name: 'a reference to an organization as a property, where no plan says what an account is', code: `${SEGMENT}analytics.track('task.completed', { _organization: organization });` },
    {
      name: 'the id of an organization as a property, where the plan has one level, by whatever name',
      plan: 'groups: [{ type: account, is_top_level: true }]\nevents: []',
      code: `${SEGMENT}analytics.track('task.completed', { organizationId: organization.id });`,
    },
    { name: 'account_id in the context', code: `${SEGMENT}analytics.track('task.completed', {}, { context: { account_id: account.id } });` },
    { name: "Amplitude's groups in the event's options", code: `${AMPLITUDE}amplitude.track('task.completed', {}, { groups: { project: project.id } });` },
    { name: "Amplitude's setGroup somewhere in the program", code: `${AMPLITUDE}amplitude.setGroup('account', account.id);\namplitude.track('task.completed');` },
    { name: "Mixpanel's $groups", code: `${MIXPANEL}mixpanel.track('task.completed', { $groups: { project: project.id } });` },
    {
      name: "a property named like one of Mixpanel's group keys",
      code: `${MIXPANEL}mixpanel.get_group('company', company.id).set({ name: 'Acme Corp' });\nmixpanel.track('task.completed', { company: company.id });`,
    },
    { name: "Mixpanel's set_group somewhere in the program", code: `${MIXPANEL}mixpanel.set_group('company', company.id);\nmixpanel.track('task.completed');` },
    { name: "PostHog's groups on the server", code: `${POSTHOG_NODE}client.capture({ distinctId: user.id, event: 'task.completed', groups: { project: project.id } });` },
    { name: "PostHog's $groups in the browser", code: `${POSTHOG}posthog.capture('task.completed', { $groups: { project: project.id } });` },
    {
      name: "PostHog's group() in another file of the program",
      code: {
        'src/session.ts': `${POSTHOG}export function start() { posthog.group('organization', organization.id); }`,
        'src/app.ts': `${POSTHOG}posthog.capture('task.completed');`,
      },
    },
    { name: 'events that the vendor defines', code: `${POSTHOG}posthog.capture('$pageleave');` },
    {
      name: 'a sign-up, where other events carry their group',
      code: `${POSTHOG_NODE}client.capture({ distinctId: user.id, event: 'user created' });
client.capture({ distinctId: user.id, event: 'task.completed', groups: { organization: organization.id } });`,
    },
    { name: 'anything where the plan says that there are no levels', plan: 'groups: []\nevents: [{ name: task.completed }]', code: `${SEGMENT}analytics.track('task.completed');` },
    {
      name: 'an event of an installation, whose id is configured',
      code: `${POSTHOG_NODE}client.capture({ distinctId: this.configService.get('TELEMETRY_ID'), event: 'usage.counted' });
client.capture({ distinctId: process.env.TELEMETRY_ID ?? '', event: 'usage.summed' });`,
    },
    { name: 'page and screen calls', code: `${SEGMENT}analytics.page('Pricing'); analytics.screen('Pricing');` },
    { name: 'a value that may hold a group', code: `${SEGMENT}export function send(options: object) { analytics.track('task.completed', {}, options); }` },
    { name: 'properties that may hold the account', code: `import { common } from './common';\n${SEGMENT}analytics.track('task.completed', { ...common, task_id: task.id });` },
    { name: 'a wrapper that always adds the group', code: `${SEGMENT}const send = (name: string) => analytics.track(name, {}, { context: { groupId: current.id } });\nsend('task.completed');` },
    { name: 'names that the options leave out', options: { ignore: ['debug.*'] }, code: `${SEGMENT}analytics.track('debug.opened');` },
    {
      name: 'a pipeline of its own, which has no words for groups',
      code: `const send = (event: string) => fetch('/api/telemetry', { method: 'POST', body: JSON.stringify({ event }) });\nsend('task.completed'); send('task.deleted');`,
    },
    {
      name: 'Segment where the configuration counts its group() calls',
      destinations: { 'segment-web': 'membership' },
      code: `${SEGMENT}analytics.group(account.id);\nanalytics.track('task.completed');`,
    },
  ],
  invalid: [
    {
      name: 'an event whose level the plan leaves open',
      plan: `${PLAN}  - name: report.created\n`,
      code: `${SEGMENT}analytics.track('report.created');`,
      findings: [
        {
          at: 'src/app.ts 3:1-3:34',
          message: '`report.created` is sent to Segment (browser) without a group: pass `{ context: { groupId: accountId } }` in the options, the argument after the properties. Segment (browser) adds none by itself (policy `event`).',
        },
      ],
    },
    {
      name: 'the id of an organization as a property, where the plan calls its top level otherwise',
      plan: PLAN,
      code: `${SEGMENT}analytics.track('plan.upgraded', { organization_id: organization.id });`,
      findings: [{ at: 'src/app.ts 3:1-3:71', message: `\`plan.upgraded\` is sent to Segment (browser) without a group: pass ${SEGMENT_HINT('accountId')}. ${NONE_BY_SEGMENT}` }],
    },
    {
      name: 'the id of an organization as a property, where other events carry groups, in the words of those',
      code: `${POSTHOG_NODE}client.capture({ distinctId: user.id, event: 'task.completed', groups: { organization: organization.id } });
client.capture({ distinctId: user.id, event: 'task.deleted', properties: { organization_id: organization.id } });`,
      findings: [
        {
          at: 'src/app.ts 4:1-4:113',
          message:
            '`task.deleted` is sent to PostHog (Node) without a group: pass `groups: { organization: organizationId }` in the message, beside `event`. PostHog (Node) adds none by itself (policy `event`).',
        },
      ],
    },
    {
      name: 'a sign-up, where nothing carries a group',
      code: `${POSTHOG_NODE}client.capture({ distinctId: user.id, event: 'user created' });`,
      findings: [{ at: 'src/app.ts 3:1-3:63', message: '`user created` is sent to PostHog (Node) without a group: pass `groups: { account: accountId }` in the message, beside `event`. PostHog (Node) adds none by itself (policy `event`).' }],
    },
    {
      name: 'a sign-up by the name that the specification gives it',
      code: `${POSTHOG_NODE}client.capture({ distinctId: user.id, event: 'user_signed_up' });
client.capture({ distinctId: user.id, event: 'task.completed', groups: { organization: organization.id } });`,
      findings: [{ at: 'src/app.ts 3:1-3:65', message: '`user_signed_up` is sent to PostHog (Node) without a group: pass `groups: { organization: organizationId }` in the message, beside `event`. PostHog (Node) adds none by itself (policy `event`).' }],
    },
    {
      name: 'a sign-up where the option `strict` asks for it',
      options: { strict: true },
      code: `${POSTHOG_NODE}client.capture({ distinctId: user.id, event: 'user created' });
client.capture({ distinctId: user.id, event: 'task.completed', groups: { organization: organization.id } });`,
      findings: [{ at: 'src/app.ts 3:1-3:63', message: '`user created` is sent to PostHog (Node) without a group: pass `groups: { organization: organizationId }` in the message, beside `event`. PostHog (Node) adds none by itself (policy `event`).' }],
    },
    {
      name: 'an event without the property by which others name the account',
      code: `${SEGMENT}analytics.track('task.completed', { organizationId: organization.id });
analytics.track('task.opened', { organizationId: organization.id, task_id: task.id });
analytics.track('task.deleted', { organization_name: organization.name });`,
      findings: [
        {
          at: 'src/app.ts 5:1-5:74',
          message: `\`task.deleted\` is sent to Segment (browser) without a group: pass \`organizationId\` among the properties, as 2 other events do, or ${SEGMENT_HINT('accountId')}. ${NONE_BY_SEGMENT}`,
        },
      ],
    },
    {
      name: 'the id of an organization as a property of an SDK that attributes by the group of the user',
      code: `${AMPLITUDE}amplitude.track('task.completed', { organizationId: organization.id });`,
      findings: [
        {
          at: 'src/app.ts 2:1-2:71',
          message:
            '`task.completed` is sent to Amplitude (browser) without a group: pass `{ groups: { account: accountId } }` as the third argument. No group() call makes its users members of one in Amplitude (browser) either (policy `membership`).',
        },
      ],
    },
    {
      name: "the name of a company, which is no account's id",
      code: `${SEGMENT}analytics.track('user.signed_up', { company: form.company, team: 'Design' });`,
      findings: [{ at: 'src/app.ts 3:1-3:77', message: `\`user.signed_up\` is sent to Segment (browser) without a group: pass ${SEGMENT_HINT('accountId')}. ${NONE_BY_SEGMENT}` }],
    },
    {
      name: 'an event of Segment without a group',
      plan: PLAN,
      code: `${SEGMENT}analytics.track('task.completed', { task_id: task.id });`,
      findings: [{ at: 'src/app.ts 3:1-3:56', message: `\`task.completed\` is sent to Segment (browser) without a group: pass ${SEGMENT_HINT('projectId')}. ${NONE_BY_SEGMENT}` }],
    },
    {
      name: 'an event of Segment after group(), which stays with no event',
      plan: PLAN,
      code: `${SEGMENT}analytics.group(account.id);\nanalytics.track('plan.upgraded');`,
      findings: [{ at: 'src/app.ts 4:1-4:33', message: `\`plan.upgraded\` is sent to Segment (browser) without a group: pass ${SEGMENT_HINT('accountId')}. ${NONE_BY_SEGMENT}` }],
    },
    {
      name: "an event of Segment's server SDK, in that SDK's own form",
      code: `${SEGMENT_NODE}analytics.track({ userId: user.id, event: 'task.completed' });`,
      findings: [
        {
          at: 'src/app.ts 3:1-3:62',
          message:
            '`task.completed` is sent to Segment (Node) without a group: pass `context: { groupId: accountId }` in the message, beside `event`. Segment (Node) adds none by itself (policy `event`).',
        },
      ],
    },
    {
      name: 'an event of Amplitude where nothing calls setGroup',
      plan: PLAN,
      code: `${AMPLITUDE}amplitude.track('task.completed');`,
      findings: [
        {
          at: 'src/app.ts 2:1-2:34',
          message:
            '`task.completed` is sent to Amplitude (browser) without a group: pass `{ groups: { project: projectId } }` as the third argument. No group() call makes its users members of one in Amplitude (browser) either (policy `membership`).',
        },
      ],
    },
    {
      name: 'all events of an SDK once, at the first, where one group() call would do and there is none',
      code: {
        'src/a.ts': `${MIXPANEL}mixpanel.track('task.completed');`,
        'src/b.ts': `${MIXPANEL}mixpanel.track('task.deleted');\nmixpanel.track('plan.upgraded', { $groups: { account: account.id } });`,
      },
      findings: [
        {
          at: 'src/a.ts 2:1-2:33',
          message:
            "2 event sites send to Mixpanel (browser) without a group, this one first: call `set_group('account', accountId)` once the user is known. No group() call sets one for the session of Mixpanel (browser) either (policy `session`).",
          related: ['src/a.ts:2 `task.completed` is sent from here.', 'src/b.ts:2 `task.deleted` is sent from here.'],
        },
      ],
    },
    {
      name: 'each event of such an SDK where the configuration wants groups on events',
      destinations: { 'mixpanel-browser': 'event' },
      code: `${MIXPANEL}mixpanel.track('task.completed');\nmixpanel.track('task.deleted');`,
      findings: ['task.completed', 'task.deleted'].map((event, index) => ({
        at: `src/app.ts ${String(index + 2)}:1-${String(index + 2)}:${String(19 + event.length)}`,
        message: `\`${event}\` is sent to Mixpanel (browser) without a group: pass \`$groups: { account: accountId }\`, or the group key itself, among the properties. The configuration's \`destinations\` wants it on every event of Mixpanel (browser) (policy \`event\`).`,
      })),
    },
    {
      name: "an event of PostHog's browser SDK where only the server's describes a group",
      code: {
        'server/index.ts': `${POSTHOG_NODE}client.groupIdentify({ groupType: 'account', groupKey: account.id });`,
        'src/app.ts': `${POSTHOG}posthog.capture('task.completed');`,
      },
      findings: [
        {
          at: 'src/app.ts 2:1-2:34',
          message:
            "`task.completed` is sent to PostHog (browser) without a group: pass `$groups: { account: accountId }` among the properties, or call `posthog.group('account', accountId)` before. No group() call sets one for the session of PostHog (browser) either (policy `session`).",
        },
      ],
    },
    {
      name: "an event of PostHog's server SDK, whose groupIdentify() describes a group and attaches none",
      code: `${POSTHOG_NODE}client.groupIdentify({ groupType: 'account', groupKey: account.id });\nclient.capture({ distinctId: user.id, event: 'task.completed' });`,
      findings: [
        {
          at: 'src/app.ts 4:1-4:65',
          message:
            '`task.completed` is sent to PostHog (Node) without a group: pass `groups: { account: accountId }` in the message, beside `event`. PostHog (Node) adds none by itself (policy `event`).',
        },
      ],
    },
    {
      name: 'an event after setGroup() where the configuration wants groups on events',
      destinations: { 'amplitude-browser': 'event' },
      code: `${AMPLITUDE}amplitude.setGroup('account', account.id);\namplitude.track('task.completed');`,
      findings: [
        {
          at: 'src/app.ts 3:1-3:34',
          message:
            "`task.completed` is sent to Amplitude (browser) without a group: pass `{ groups: { account: accountId } }` as the third argument. The configuration's `destinations` wants it on every event of Amplitude (browser) (policy `event`).",
        },
      ],
    },
    {
      name: 'only the site that does not pass what its wrapper could carry',
      code: `${SEGMENT}function send(name: string, groupId?: string) { analytics.track(name, {}, groupId ? { context: { groupId } } : {}); }
send('task.completed', project.id);
send('task.deleted');`,
      findings: [{ at: 'src/app.ts 5:1-5:21', message: `\`task.deleted\` is sent to Segment (browser) without a group: pass its id to \`send\`, to be sent as ${SEGMENT_HINT('accountId')}. ${NONE_BY_SEGMENT}` }],
    },
    {
      name: "a wrapper that can carry no group once, at the SDK's call",
      code: {
        'src/track.ts': `${SEGMENT}export function send(name: string, properties = {}) {
  analytics.track(name, properties);
}`,
        'src/app.ts': `import { send } from './track';
send('task.completed');
send('task.deleted', { task_id: task.id });`,
      },
      findings: [
        {
          at: 'src/track.ts 4:3-4:36',
          message: `This call sends the events of 2 sites to Segment (browser) without a group: pass ${SEGMENT_HINT('accountId')}. ${NONE_BY_SEGMENT}`,
          related: ['src/app.ts:2 `task.completed` is sent from here.', 'src/app.ts:3 `task.deleted` is sent from here.'],
        },
      ],
    },
    {
      name: 'no more than ten of the sites behind a wrapper',
      code: `${SEGMENT}function send(name: string) {
  analytics.track(name);
}
${Array.from({ length: 13 }, (_, index) => `send('step.${String(index)}');`).join('\n')}`,
      findings: [
        {
          at: 'src/app.ts 4:3-4:24',
          message: `This call sends the events of 13 sites to Segment (browser) without a group: pass ${SEGMENT_HINT('accountId')}. ${NONE_BY_SEGMENT}`,
          related: [
            ...Array.from({ length: 10 }, (_, index) => `src/app.ts:${String(6 + index)} \`step.${String(index)}\` is sent from here.`),
            'src/app.ts:16 And 3 more, from here on.',
          ],
        },
      ],
    },
    {
      name: 'an event of a list by itself, where its name stands',
      code: `${POSTHOG_NODE}function send(events) {
  for (const { name, userId, groups } of events) client.capture({ distinctId: userId, event: name, groups });
}
send([
  { name: 'user.created', userId: user.id },
  { name: 'workspace.created', userId: user.id, groups: { workspace: workspace.id } },
]);`,
      findings: [
        {
          at: 'src/app.ts 7:11-7:25',
          message:
            '`user.created` is sent to PostHog (Node) without a group: pass its id along, to be sent as `groups: { workspace: workspaceId }` in the message, beside `event`. PostHog (Node) adds none by itself (policy `event`).',
        },
      ],
    },
    {
      name: 'a page call where the options ask for it',
      options: { kinds: ['track', 'page'] },
      code: `${SEGMENT}analytics.page('Pricing');`,
      findings: [{ at: 'src/app.ts 3:1-3:26', message: `\`Pricing\` is sent to Segment (browser) without a group: pass ${SEGMENT_HINT('accountId')}. ${NONE_BY_SEGMENT}` }],
    },
    {
      name: 'of two SDKs behind a wrapper the one that no group reaches',
      code: `${SEGMENT}${POSTHOG}posthog.group('account', account.id);
function send(name: string) {
  posthog.capture(name);
  analytics.track(name);
}
send('task.completed');`,
      findings: [
        {
          at: 'src/app.ts 7:3-7:24',
          message: `This call sends \`task.completed\` to Segment (browser) without a group: pass ${SEGMENT_HINT('accountId')}. ${NONE_BY_SEGMENT}`,
          related: ['src/app.ts:9 `task.completed` is sent from here.'],
        },
      ],
    },
  ],
});
