import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const SEGMENT = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;
const SEGMENT_NODE = `import { Analytics } from '@segment/analytics-node';
const analytics = new Analytics({ writeKey: 'key' });
`;
const POSTHOG = `import posthog from 'posthog-js';
`;
const POSTHOG_NODE = `import { PostHog } from 'posthog-node';
const client = new PostHog('key');
`;
const MIXPANEL = `import mixpanel from 'mixpanel-browser';
`;
const AMPLITUDE = `import * as amplitude from '@amplitude/analytics-browser';
`;

/** The two calls in effects of two components, whose order only the framework decides. */
const ELSEWHERE = {
  'src/User.tsx': `import { useEffect } from 'react';\n${POSTHOG}export function User({ user }) { useEffect(() => { posthog.identify(user.id); }, [user]); return null; }`,
  'src/Team.tsx': `import { useEffect } from 'react';\n${POSTHOG}export function Team({ team }) { useEffect(() => { posthog.group('team', team.id); }, [team]); return null; }`,
};

testRule(rule, {
  valid: [
    { name: 'identify() with group() after it', code: `${SEGMENT}analytics.identify(user.id, { email: user.email });\nanalytics.group(account.id);` },
    {
      name: 'group() in a function called after identify()',
      code: `${SEGMENT}function open(account) { analytics.group(account.id); }\nexport function start(user, account) { analytics.identify(user.id); open(account); }`,
    },
    {
      name: 'group() in the caller',
      code: `${SEGMENT}function who(user) { analytics.identify(user.id); }\nexport function start(user, account) { who(user); analytics.group(account.id); }`,
    },
    {
      name: "a test of the group's own id in between",
      code: `${SEGMENT}export function start(user, account) { analytics.identify(user.id); if (account) analytics.group(account.id); }`,
    },
    { name: 'separate flows', code: ELSEWHERE },
    { name: 'a group within identify', code: `${SEGMENT}analytics.identify(user.id, {}, { context: { groupId: account.id } });` },
    { name: "Accoil's groupId within identify", code: `window.accoil.identify(user.id, { email: user.email, groupId: account.id });` },
    { name: 'calls that set traits and identify nobody', code: `${MIXPANEL}mixpanel.people.set({ theme: 'dark' });\n${AMPLITUDE}amplitude.identify(new amplitude.Identify().set('theme', 'dark'));` },
    { name: 'a visitor without an account', code: `${SEGMENT_NODE}analytics.identify({ anonymousId: request.anonymousId, traits: { referrer } });` },
    { name: 'a machine that is known by its own id', code: `${POSTHOG}export function start({ machineId }) { posthog.identify(machineId); }` },
    { name: "Amplitude's setGroup after setUserId", code: `${AMPLITUDE}amplitude.setUserId(user.id);\namplitude.setGroup('account', account.id);` },
    { name: "PostHog's groupIdentify after identify on the server", code: `${POSTHOG_NODE}client.identify({ distinctId: user.id });\nclient.groupIdentify({ groupType: 'account', groupKey: account.id });` },
    { name: 'a program that only tracks', code: `${SEGMENT}analytics.track('task.completed');` },
    { name: 'a path on which the program fails', code: `${SEGMENT}export function start(user, account) { analytics.identify(user.id); if (!user.ok) throw new Error('no'); analytics.group(account.id); }` },
  ],
  invalid: [
    {
      name: 'identify() in a program that never calls group()',
      code: `${SEGMENT}analytics.identify(user.id, { email: user.email });`,
      findings: [
        { at: 'src/app.ts 3:1-3:51', message: 'identify() of Segment (browser) is never followed by group(): call `group(accountId)` right after it.' },
      ],
    },
    {
      name: "the plan's own top level, in the form of PostHog's browser SDK",
      plan: 'groups: [{ type: organization, is_top_level: true }]\nevents: []',
      code: `${POSTHOG}posthog.identify(user.id);`,
      findings: [
        { at: 'src/app.ts 2:1-2:26', message: "identify() of PostHog (browser) is never followed by group(): call `group('organization', organizationId)` right after it." },
      ],
    },
    {
      name: "a server's identify(), in that SDK's form",
      code: `${POSTHOG_NODE}client.identify({ distinctId: user.id });`,
      findings: [
        {
          at: 'src/app.ts 3:1-3:41',
          message: "identify() of PostHog (Node) is never followed by group(): call `groupIdentify({ distinctId: userId, groupType: 'account', groupKey: accountId })` right after it.",
        },
      ],
    },
    {
      name: 'a return in between, with the path that misses',
      code: `${SEGMENT}export function start(user, account) {
  analytics.identify(user.id);
  if (user.isNew) return;
  analytics.group(account.id);
}`,
      findings: [
        {
          at: 'src/app.ts 4:3-4:30',
          message: 'identify() of Segment (browser) is not followed by group() where `user.isNew` (line 5) decides otherwise: call `group(accountId)` on every path.',
        },
      ],
    },
    {
      name: 'each identify() of a program that never calls group()',
      code: {
        'src/a.ts': `${MIXPANEL}mixpanel.identify(user.id);`,
        'src/b.ts': `${MIXPANEL}mixpanel.identify(member.id);`,
      },
      findings: [
        { at: 'src/a.ts 2:1-2:27', message: "identify() of Mixpanel (browser) is never followed by group(): call `set_group('account', accountId)` right after it." },
        { at: 'src/b.ts 2:1-2:29', message: "identify() of Mixpanel (browser) is never followed by group(): call `set_group('account', accountId)` right after it." },
      ],
    },
    {
      name: "a wrapper's identify() once, where no group() follows any of its sites",
      code: {
        'src/who.ts': `${SEGMENT}export function who(id: string, email: string) {
  analytics.identify(id, { email });
}`,
        'src/a.ts': `import { who } from './who';\nexport function signIn(user) { who(user.id, user.email); }`,
        'src/b.ts': `import { who } from './who';\nexport function signUp(member) { who(member.id, member.email); }`,
      },
      findings: [
        {
          at: 'src/who.ts 4:3-4:36',
          message: 'No group() follows this identify() of Segment (browser) at any of the 2 sites that it runs for: call `group(accountId)` after it, here or there.',
          related: ['src/a.ts:2 It runs for this site.', 'src/b.ts:2 It runs for this site.'],
        },
      ],
    },
    {
      name: "a wrapper's only site",
      code: `${SEGMENT}function who(id: string) { analytics.identify(id); }\nexport function signIn(user) { who(user.id); }`,
      findings: [{ at: 'src/app.ts 4:32-4:44', message: 'identify() of Segment (browser) is never followed by group(): call `group(accountId)` right after it.' }],
    },
    {
      name: 'the site at which no group() follows, where one follows another site of the wrapper',
      code: `${SEGMENT}function who(id: string) { analytics.identify(id); }
export function signIn(user) { who(user.id); }
export function signUp(member) { who(member.id); }
export function join(guest, account) { who(guest.id); analytics.group(account.id); }`,
      findings: ['4:32-4:44', '5:34-5:48'].map((place) => ({
        at: `src/app.ts ${place}`,
        message: 'identify() of Segment (browser) is never followed by group(): call `group(accountId)` right after it.',
      })),
    },
    {
      name: 'separate flows where the options are strict',
      options: { strict: true },
      code: ELSEWHERE,
      findings: [
        {
          at: 'src/User.tsx 3:52-3:77',
          message:
            "identify() of PostHog (browser) and group() run in separate flows, whose order nothing in the code fixes: call `group('team', teamId)` after identify(), in the same flow.",
        },
      ],
    },
  ],
});
