import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const PH = `import { posthog } from 'posthog-js';\n`;
const AMPLITUDE = `import * as amplitude from '@amplitude/analytics-browser';\n`;
const SIGN_IN = `export const signIn = (user) => posthog.identify(user.id);\n`;

testRule(rule, {
  valid: [
    { name: 'a reset anywhere in the program', code: { 'src/in.ts': `${PH}${SIGN_IN}`, 'src/out.ts': `${PH}export const signOut = () => posthog.reset();` } },
    { name: "a wrapper's reset", code: { 'src/who.ts': `${PH}${SIGN_IN}export const forget = () => posthog.reset(true);`, 'src/out.ts': `import { forget } from './who';\nforget();` } },
    { name: 'a server', code: `import { PostHog } from 'posthog-node';\nconst client = new PostHog('key');\nexport const f = (user) => client.identify({ distinctId: user.id });` },
    { name: 'a program that identifies nobody', code: `${PH}posthog.capture('user.signed_out');` },
    { name: 'users of whom nothing tells that they log out', code: `${PH}${SIGN_IN}` },
    { name: "a logout of another package than that which identifies", code: { 'sdk/package.json': '{ "name": "sdk" }', 'sdk/a.ts': `${PH}export const who = (user) => posthog.identify(user.id);`, 'app/package.json': '{ "name": "app" }', 'app/b.ts': `${PH}posthog.capture('Sign out');` } },
    { name: "an SDK that may run on the server, where another one is reset in the browser", code: { 'src/out.ts': `${PH}${SIGN_IN}export const signOut = () => posthog.reset();`, 'src/server.ts': `import { jitsuAnalytics } from '@jitsu/js';\nconst jitsu = jitsuAnalytics({ host: 'https://example.com' });\nexport const onSignIn = (user) => jitsu.identify(user.id);` } },
    { name: 'visitors and machines', code: `${PH}posthog.identify(anonymousId);\nposthog.identify(machineId);` },
    { name: 'no user for the one before', code: `${AMPLITUDE}export const signIn = (user) => amplitude.setUserId(user.id);\nexport const signOut = () => amplitude.setUserId(undefined);` },
    { name: 'an id that may be none', code: `${AMPLITUDE}export const who = (user) => amplitude.setUserId(user ? user.id : null);` },
    { name: 'an SDK that has no such call', code: `window.gtag('config', 'G-1', { user_id: user.id });` },
    { name: 'accounts that are identified', plan: 'meta: { identity: instance }\nevents: []', code: `${PH}export const f = (account) => posthog.identify(account.id);` },
  ],
  invalid: [
    {
      name: 'the event that tells of the logout',
      code: `${PH}${SIGN_IN}export const signOut = () => posthog.capture('User Logged Out');`,
      findings: [{
        at: 'src/app.ts 3:30-3:64',
        message: 'The user logs out here, where `User Logged Out` is sent, and nothing calls `reset()` of PostHog (browser): call it after the event, or the next user of the browser is taken for this one.',
        related: ['src/app.ts:2 It identifies users here.'],
      }],
    },
    {
      name: 'a reset that nothing calls',
      code: `${PH}${SIGN_IN}signIn(current);\nfunction forget() { posthog.reset(); }\nexport const out = () => posthog.capture('logout');`,
      findings: [{
        at: 'src/app.ts 5:26-5:51',
        message: 'The user logs out here, where `logout` is sent, and nothing calls `reset()` of PostHog (browser): call it after the event, or the next user of the browser is taken for this one.',
        related: ['src/app.ts:3 It identifies users here.'],
      }],
    },
    {
      name: 'one of two SDKs, in its own words',
      code: `import mixpanel from 'mixpanel-browser';
export const signIn = (user) => { mixpanel.identify(user.id); window.heap.identify(user.id); };
export const signOut = () => mixpanel.reset();`,
      findings: [{
        at: 'src/app.ts 3:30-3:46',
        message: 'The user before is forgotten here by another SDK alone, and nothing calls `resetIdentity()` of Heap: call it here too, or the next user of the browser is taken for this one.',
        related: ['src/app.ts:2 It identifies users here.'],
      }],
    },
  ],
});
