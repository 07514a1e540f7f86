import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const PH = `import { posthog } from 'posthog-js';\n`;
const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';\nconst analytics = AnalyticsBrowser.load({ writeKey: 'key' });\n`;
const LOGIN = `${PH}export function signIn(user) { posthog.identify(user.id); posthog.group('account', user.orgId); }`;
const SWITCH = `${PH}export const open = () => posthog.capture('account.switched');`;
const planOf = (trait: string, event: string): string => `
entities: { user: { traits: [{ name: ${trait} }] } }
groups: [{ type: account, is_top_level: true }]
events: [{ name: ${event} }]
`;

testRule(rule, {
  valid: [
    { name: 'users of one account', plan: planOf('account_id', 'report.created'), code: `${PH}posthog.capture('report.created');` },
    { name: 'a switch that is planned', plan: planOf('primary_account_id', 'account.switched'), code: `${PH}posthog.capture('report.created');` },
    { name: 'a switch that is sent under another name', plan: planOf('workspace_ids', 'report.created'), code: `${PH}posthog.group('workspace', id);\nposthog.capture('Switched Workspace');` },
    { name: 'a group in the same flow', code: { 'src/in.ts': LOGIN, 'src/go.ts': `${PH}export function open(account) { posthog.group('account', account.id); posthog.capture('account.switched'); }` } },
    {
      name: 'a group that a caller sets',
      code: {
        'src/in.ts': LOGIN,
        'src/tell.ts': `${PH}export const tell = () => posthog.capture('account.switched');`,
        'src/at.ts': `${PH}export const at = (account) => posthog.group('account', account.id);`,
        'src/go.ts': `import { tell } from './tell';\nimport { at } from './at';\nexport function open(account) { at(account); tell(); }`,
      },
    },
    {
      name: 'a group in an effect, which follows the account',
      code: { 'src/Account.tsx': `import { useEffect } from 'react';\n${PH}export function Account({ id }) { useEffect(() => { posthog.group('account', id); }, [id]); return null; }`, 'src/go.ts': SWITCH },
    },
    { name: 'a group in the same file', code: `${LOGIN}\nexport const open = () => posthog.capture('account.switched');` },
    { name: 'a program without any group, which other rules report', code: SWITCH },
    { name: 'an SDK whose events carry the group themselves', code: { 'src/in.ts': `${SEG}export const signIn = (user) => analytics.group(user.orgId);`, 'src/go.ts': `${SEG}export const open = () => analytics.track('account.switched');` } },
    { name: 'another switch', code: { 'src/in.ts': LOGIN, 'src/go.ts': `${PH}posthog.capture('account_mode_switched');\nposthog.capture('switch_account_clicked');` } },
  ],
  invalid: [
    {
      name: 'a trait that only users of several accounts need',
      plan: planOf('primary_account_id', 'report.created'),
      code: `${PH}posthog.capture('report.created');`,
      findings: [{
        at: '.telemetry/tracking-plan.yaml 2:38-2:38',
        message: 'Users have several accounts, as `primary_account_id` says, and neither the plan nor the code has an event for going over to another: plan and send `account.switched`, and call group() with it.',
      }],
    },
    {
      name: 'a switch where group() is called on login alone',
      code: { 'src/in.ts': LOGIN, 'src/go.ts': SWITCH },
      findings: [{
        at: 'src/go.ts 2:27-2:62',
        message: "`account.switched` is sent to PostHog (browser) without group(), which nothing else calls when the account changes: call `group('account', accountId)` here, or later events count for the account that was left.",
        related: ['src/in.ts:2 The group is set here.'],
      }],
    },
    {
      name: 'a switch of a name that the options give',
      options: { events: ['Picked Company'] },
      code: { 'src/in.ts': LOGIN, 'src/go.ts': `${PH}posthog.capture('Picked Company');` },
      findings: [{
        at: 'src/go.ts 2:1-2:34',
        message: "`Picked Company` is sent to PostHog (browser) without group(), which nothing else calls when the account changes: call `group('account', accountId)` here, or later events count for the account that was left.",
        related: ['src/in.ts:2 The group is set here.'],
      }],
    },
  ],
});
