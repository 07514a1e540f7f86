import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const planOf = (identity: string): string => `
meta: { identity: ${identity} }
entities: { user: { id_format: "usr_*" } }
groups:
  - { type: account, id_format: "acc_*", is_top_level: true }
  - { type: project, parent_type: account }
events: []
`;
const INSTANCE = planOf('instance');
const USER = planOf('user');

const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;
const NODE = `import { Analytics } from '@segment/analytics-node';
const analytics = new Analytics({ writeKey: 'key' });
`;
const SWITCH = `${SEG}const INSTANCE_LEVEL = process.env.INSTANCE_LEVEL === '1';
export function start(user, account) { analytics.identify(INSTANCE_LEVEL ? account.id : user.id); }`;

testRule(rule, {
  valid: [
    { name: "a user's id where nothing is declared", code: `${SEG}analytics.identify(user.id);\nanalytics.identify(account.id);` },
    { name: "the account's id under `instance`", plan: INSTANCE, code: `${SEG}export function start(account) { analytics.identify(account.cloudId || account.id); }` },
    { name: "an account's id of a user under `instance`", plan: INSTANCE, code: `${SEG}analytics.identify(user.accountId);` },
    { name: "the user's id under `user`", plan: USER, code: `${SEG}analytics.identify(user.id);\nanalytics.identify(account.userId);\nanalytics.identify('usr_123');` },
    { name: 'a switch under `instance`', plan: INSTANCE, code: SWITCH },
    { name: 'a switch under `user`', plan: USER, code: SWITCH },
    {
      name: 'a switch that a statement makes',
      plan: INSTANCE,
      code: `${SEG}export function start(user, account) {
  let id = user.id;
  if (process.env.INSTANCE_LEVEL) id = account.id;
  analytics.identify(id);
}`,
    },
    { name: 'ids that say nothing of their owner', plan: INSTANCE, code: `${SEG}analytics.identify(id);\nanalytics.identify(distinctId);\nanalytics.identify(idOf(user));\nanalytics.identify('8a6f');` },
    { name: 'what belongs to somebody else than its first name says', plan: USER, code: `${SEG}analytics.identify(teamLead.value);\nanalytics.identify(accountOwner.id);\nanalytics.identify(account.email);` },
    { name: "a login that is called account, where the plan has no such level", plan: 'meta: { identity: user }\ngroups: [{ type: workspace, is_top_level: true }]\nevents: []', code: `${SEG}analytics.identify(account.id);` },
    { name: 'traits of nobody in particular', plan: INSTANCE, code: `${SEG}analytics.identify({ email: user.email });` },
    { name: "a server's events under the account's id", plan: INSTANCE, code: `${NODE}export const f = (accountId) => analytics.track({ userId: accountId, event: 'report.created' });` },
    { name: "a server's events under an account's id where users are identified", plan: USER, code: `${NODE}export const f = (accountId) => analytics.track({ userId: accountId, event: 'report.created' });` },
  ],
  invalid: [
    {
      name: "a user's id under `instance`",
      plan: INSTANCE,
      code: `${SEG}export function start(user) { analytics.identify(user.id, { plan: user.plan }); }`,
      findings: [{ at: 'src/app.ts 3:50-3:57', message: "identify() takes `user.id`, which is a user's, and `identity: instance` is declared: pass the account's id, such as `accountId`." }],
    },
    {
      name: "a user's id by the plan's format",
      plan: INSTANCE,
      code: `${SEG}analytics.identify('usr_123');`,
      findings: [{ at: 'src/app.ts 3:20-3:29', message: "identify() takes `'usr_123'`, which is a user's, and `identity: instance` is declared: pass the account's id, such as `accountId`." }],
    },
    {
      name: 'a user known by an address',
      plan: INSTANCE,
      code: `${SEG}analytics.identify(session.user?.email ?? currentUser.id);`,
      findings: [{ at: 'src/app.ts 3:1-3:58', message: "identify() takes `session.user?.email ?? currentUser.id`, which is a user's, and `identity: instance` is declared: pass the account's id, such as `accountId`." }],
    },
    {
      name: "an event of a server under a user's id",
      plan: INSTANCE,
      code: `${NODE}export const f = (userId) => analytics.track({ userId, event: 'report.created' });`,
      findings: [{ at: 'src/app.ts 3:48-3:54', message: "`report.created` is sent under `userId`, which is a user's, and `identity: instance` is declared: send it under the account's id, such as `accountId`." }],
    },
    {
      name: "a wrapper's SDK call once, where all its sites give users",
      plan: INSTANCE,
      code: `${NODE}function send(event: string, userId: string) { analytics.track({ event, userId }); }
export const a = (user) => send('report.created', user.id);
export const b = (user) => send('report.shared', user.id);`,
      findings: [{
        at: 'src/app.ts 3:48-3:82',
        message: "This call sends the events of 2 sites under the ids of users, and `identity: instance` is declared: send them under the account's id, such as `accountId`.",
        related: ['src/app.ts:4 It takes `user.id` from here.', 'src/app.ts:5 It takes `user.id` from here.'],
      }],
    },
    {
      name: 'it once also where some of its sites give ids of which nothing is known',
      plan: INSTANCE,
      code: `${SEG}function who(id: string) { analytics.identify(id); }
export const a = (user) => who(user.id);
export const b = (it) => who(it.id);
export const c = (session) => who(session.userId);`,
      findings: [{
        at: 'src/app.ts 3:28-3:50',
        message: "identify() takes `user.id`, which is a user's, and `identity: instance` is declared: pass the account's id, such as `accountId`.",
        related: ['src/app.ts:4 It takes `user.id` from here.', 'src/app.ts:6 It takes `session.userId` from here.'],
      }],
    },
    {
      name: 'the one site of a wrapper that gives a user',
      plan: INSTANCE,
      code: `${SEG}function who(id: string) { analytics.identify(id); }
export const a = (account) => who(account.id);
export const b = (user) => who(user.id);`,
      findings: [{ at: 'src/app.ts 5:32-5:39', message: "identify() takes `user.id`, which is a user's, and `identity: instance` is declared: pass the account's id, such as `accountId`." }],
    },
    {
      name: "an account's id under `user`",
      plan: USER,
      code: `${SEG}analytics.identify(account.id);\nanalytics.identify(session.organizationId);\nanalytics.identify('acc_1');`,
      findings: [
        ['3:20-3:30', 'account.id'], ['4:20-4:42', 'session.organizationId'], ['5:20-5:27', "'acc_1'"],
      ].map(([at = '', id = '']) => ({ at: `src/app.ts ${at}`, message: `identify() takes \`${id}\`, which is an account's, and \`identity: user\` is declared: pass the user's id, such as \`userId\`.` })),
    },
  ],
});
