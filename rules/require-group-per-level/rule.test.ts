import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const PLAN = `groups:
  - type: account
    id_format: "acc_*"
    is_top_level: true
  - type: workspace
    id_format: "ws_*"
    parent_type: account
events: []
`;

const SEGMENT = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;
const SEGMENT_NODE = `import { Analytics } from '@segment/analytics-node';
const analytics = new Analytics({ writeKey: 'key' });
`;
const POSTHOG = `import posthog from 'posthog-js';
`;

const MISSING_WORKSPACE =
  "No group() call establishes the level `workspace`: call `group(workspaceId)` with the traits `group_type: 'workspace'` and `parent_group_id: accountId` on login, on entering one and on creating one.";

testRule(rule, {
  valid: [
    {
      name: 'levels told apart by group_type',
      plan: PLAN,
      code: `${SEGMENT}analytics.group(a, { group_type: 'account' });\nanalytics.group(b, { group_type: 'workspace', parent_group_id: a });`,
    },
    {
      name: "levels told apart by the id's format",
      plan: PLAN,
      code: `${SEGMENT}analytics.group('acc_456');\nanalytics.group(\`ws_\${key}\`, { parent_group_id: 'acc_456' });`,
    },
    {
      name: "levels told apart by the id's expression",
      plan: PLAN,
      code: `${SEGMENT}analytics.group(user.account.id);\nanalytics.group(account.currentWorkspaceId, { parent_group_id: user.account.id });`,
    },
    {
      name: "levels told apart by PostHog's group type",
      plan: PLAN,
      code: `${POSTHOG}posthog.group('account', a);\nposthog.group('workspace', b, { parent_group_id: a });`,
    },
    { name: 'a level that a group of no known level may be of', plan: PLAN, code: `${SEGMENT}analytics.group(account.id);\nanalytics.group(id, traits);` },
    { name: 'a level that a group of a computed type may be of', plan: PLAN, code: `${POSTHOG}export function open(type, id) { posthog.group(type, id); }\nposthog.group('account', account.id);` },
    { name: 'a parent that traits may name', plan: PLAN, code: `${SEGMENT}analytics.group(account.id);\nanalytics.group(workspace.id, { ...workspace.traits });` },
    {
      name: 'a parent that another call of the level names',
      plan: PLAN,
      code: `${SEGMENT}analytics.group(account.id);\nanalytics.group(workspace.id, { parent_group_id: account.id });\nexport function enter(workspace) { analytics.group(workspace.id); }`,
    },
    { name: 'a level that the options leave out', plan: PLAN, options: { ignore: ['workspace'] }, code: `${SEGMENT}analytics.group(account.id);` },
    { name: 'any group() of a product without a plan', code: `${POSTHOG}posthog.group('company', company.id);\nposthog.capture('task.completed');` },
    { name: 'identify() that names the group in a product without a plan', code: `window.accoil.identify(user.id, { groupId: account.id });\nwindow.accoil.track('task.completed');` },
    { name: 'an SDK without a group call', code: `import { track } from '@vercel/analytics';\ntrack('task.completed');` },
    {
      name: 'a product without a plan that never groups whom it identifies, which another rule reports',
      code: `${SEGMENT}analytics.track('task.completed');\nanalytics.identify(user.id);`,
    },
    { name: 'a product without a plan whose events wait for a group of the session, which another rule reports', code: `${POSTHOG}posthog.capture('task.completed');` },
    { name: 'a product without a plan that tracks nothing', code: `${SEGMENT}analytics.identify(user.id);` },
  ],
  invalid: [
    {
      name: "a level that no group() call establishes, at its parent's",
      plan: PLAN,
      code: `${SEGMENT}analytics.group(account.id, { group_type: 'account' });\nanalytics.track('task.completed');`,
      findings: [{ at: 'src/app.ts 3:1-3:55', message: MISSING_WORKSPACE }],
    },
    {
      name: 'each level of a program that never calls group(), after its first identify()',
      plan: PLAN,
      code: `${SEGMENT}analytics.track('task.completed');\nanalytics.identify(user.id);`,
      findings: [
        { at: 'src/app.ts 4:1-4:28', message: "No group() call establishes the level `account`: call `group(accountId)` with the trait `group_type: 'account'` after identify()." },
        { at: 'src/app.ts 4:1-4:28', message: MISSING_WORKSPACE },
      ],
    },
    {
      name: 'levels in the plan where the program neither groups nor identifies',
      plan: PLAN,
      code: `${SEGMENT}analytics.track('task.completed');`,
      findings: [
        {
          at: '.telemetry/tracking-plan.yaml 2:11-2:11',
          message: "No group() call establishes the level `account`: call `group(accountId)` with the trait `group_type: 'account'` after identify().",
        },
        { at: '.telemetry/tracking-plan.yaml 5:11-5:11', message: MISSING_WORKSPACE },
      ],
    },
    {
      name: 'a level below the top that never names its parent',
      plan: PLAN,
      code: `${SEGMENT_NODE}analytics.group({ userId, groupId: account.id });\nanalytics.group({ userId, groupId: workspace.id, traits: { name: workspace.name } });`,
      findings: [
        {
          at: 'src/app.ts 4:1-4:85',
          message: 'No group() call says to which `account` each `workspace` belongs: add `parent_group_id: accountId` to its traits here.',
        },
      ],
    },
    {
      name: 'the account once, in the words of its events, in a product without a plan that neither groups nor identifies',
      code: `import { PostHog } from 'posthog-node';
const client = new PostHog('key');
client.capture({ distinctId: user.id, event: 'task.completed', groups: { company: company.id } });
client.capture({ distinctId: user.id, event: 'task.deleted', groups: { company: company.id } });`,
      findings: [
        {
          at: 'src/app.ts 3:1-3:98',
          message: "No group() call establishes the level `company`: call `groupIdentify({ distinctId: userId, groupType: 'company', groupKey: companyId })` after identify().",
        },
      ],
    },
  ],
});
