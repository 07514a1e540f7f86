import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const PH = `import { posthog } from 'posthog-js';\n`;
const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';\nconst analytics = AnalyticsBrowser.load({ writeKey: 'key' });\n`;
const message = (event: string, line: number): string => `\`${event}\` is sent to PostHog (browser) before the group() call that sets its group, on line ${String(line)}: send it after that.`;

testRule(rule, {
  valid: [
    { name: 'an event after the group', code: `${PH}export function f(user) { posthog.identify(user.id); posthog.group('account', user.orgId); posthog.capture('a.b'); }` },
    { name: 'an event before identify()', code: `${PH}export function f(user) { posthog.capture('a.b'); posthog.identify(user.id); posthog.group('account', user.orgId); }` },
    { name: 'an event where no group follows', code: `${PH}export function f(user) { posthog.identify(user.id); posthog.capture('a.b'); }\nexport const g = (id) => posthog.group('account', id);` },
    { name: 'an event in another branch than identify()', code: `${PH}export function f(user) {
  if (user.isNew) posthog.identify(user.id);
  else posthog.capture('a.b');
  posthog.group('account', user.orgId);
}` },
    { name: 'an event on a way that ends before the group', code: `${PH}export function f(user) {
  posthog.identify(user.id);
  if (!user.orgId) { posthog.capture('a.b'); return; }
  posthog.group('account', user.orgId);
}` },
    { name: 'an event that carries its group', code: `${PH}export function f(user) { posthog.identify(user.id); posthog.capture('a.b', { $groups: { account: user.orgId } }); posthog.group('account', user.orgId); }` },
    { name: 'an event that names the account', code: `${PH}export function f(user) { posthog.identify(user.id); posthog.capture('a.b', { account_id: user.orgId }); posthog.group('account', user.orgId); }` },
    { name: 'an event whose properties are not all known', code: `${PH}export function f(user, more) { posthog.identify(user.id); posthog.capture('a.b', more); posthog.group('account', user.orgId); }` },
    { name: 'an event when the session has a group already', code: `${PH}export function f(user) { posthog.group('account', user.orgId); posthog.identify(user.id); posthog.capture('a.b'); posthog.group('workspace', user.wsId); }` },
    { name: 'an event that the options leave out', options: { ignore: ['a.*'] }, code: `${PH}export function f(user) { posthog.identify(user.id); posthog.capture('a.b'); posthog.group('account', user.orgId); }` },
    { name: 'an SDK whose events carry the group themselves', code: `${SEG}export function f(user) { analytics.identify(user.id); analytics.track('a.b'); analytics.group(user.orgId); }` },
    { name: 'a group after another identify()', code: `${PH}async function run(job, user, org) { if (user) posthog.identify(user.id); if (org) posthog.group('account', org.id); job(); }
export async function f(user, org) { await run(() => posthog.capture('a.b'), user, null); await run(() => posthog.capture('a.c'), user, org); }` },
    { name: "another SDK's group", code: `${PH}${SEG}export function f(user) { posthog.identify(user.id); posthog.capture('a.b'); analytics.group(user.orgId); }` },
  ],
  invalid: [
    {
      name: 'an event between the two',
      code: `${PH}export function f(user) {
  posthog.identify(user.id);
  posthog.capture('a.b', { method: 'sso' });
  posthog.group('account', user.orgId);
}`,
      findings: [{ at: 'src/app.ts 4:3-4:44', message: message('a.b', 5), related: ['src/app.ts:5 The group is set here.'] }],
    },
    {
      name: 'an event before a group that only some users have',
      code: `${PH}export function f(user) {
  posthog.identify(user.id);
  if (user.isNew) posthog.capture('a.b');
  if (user.orgId) posthog.group('account', user.orgId);
}`,
      findings: [{ at: 'src/app.ts 4:19-4:41', message: message('a.b', 5), related: ['src/app.ts:5 The group is set here.'] }],
    },
    {
      name: 'an event between functions that identify and group',
      code: {
        'src/who.ts': `${PH}export function who(user) { posthog.identify(user.id); }\nexport const at = (org) => posthog.group('account', org.id);`,
        'src/app.ts': `${PH}import { at, who } from './who';
export async function signIn(user) {
  who(user);
  posthog.capture('user.signed_in');
  at(await load(user));
}`,
      },
      findings: [{
        at: 'src/app.ts 5:3-5:36',
        message: '`user.signed_in` is sent to PostHog (browser) before the group() call that sets its group, on line 6: send it after that.',
        related: ['src/app.ts:6 The group is set here.'],
      }],
    },
    {
      name: 'a group that another file sets',
      code: {
        'src/at.ts': `${PH}import { store } from './store';\nexport const at = () => posthog.group('account', store.org);`,
        'src/app.ts': `${PH}import { at } from './at';
export function signIn(user) {
  posthog.identify(user.id);
  posthog.capture('user.signed_in');
  at();
}`,
      },
      findings: [{
        at: 'src/app.ts 5:3-5:36',
        message: '`user.signed_in` is sent to PostHog (browser) before the group() call that sets its group, in src/at.ts: send it after that.',
        related: ['src/at.ts:3 The group is set here.'],
      }],
    },
    {
      name: 'an event of a wrapper around another',
      code: `${PH}const send = (name: string) => posthog.capture(name);
const sendAll = (name: string) => send(name);
export function f(user) {
  posthog.identify(user.id);
  sendAll('a.b');
  posthog.group('account', user.orgId);
}`,
      findings: [{ at: 'src/app.ts 6:3-6:17', message: message('a.b', 7), related: ['src/app.ts:7 The group is set here.'] }],
    },
  ],
});
