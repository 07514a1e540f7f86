/** A product with one right and one wrong call, for tests of what stands around the rules. */
export const PRODUCT: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "product", "type": "module" }',
  'src/analytics.ts': [
    "import { Analytics } from '@segment/analytics-node';",
    '',
    "const analytics = new Analytics({ writeKey: 'k' });",
    '',
    'export function send(event: string, userId: string, context?: { groupId: string }): void {',
    '  analytics.track({ event, userId, context });',
    '}',
    '',
    'export function join(userId: string, account: { id: string; name: string; plan: string }): void {',
    "  analytics.group({ userId, groupId: account.id, traits: { group_type: 'account', name: account.name, plan: account.plan } });",
    '}',
  ].join('\n'),
  'src/sign-up.ts': [
    "import { send } from './analytics.js';",
    '',
    'export function signUp(user: { id: string; accountId: string }): void {',
    "  send('user.signed_up', user.id, { groupId: user.accountId });",
    '}',
  ].join('\n'),
  'src/invite.ts': [
    "import { send } from './analytics.js';",
    '',
    'export function invite(user: { id: string }): void {',
    "\tsend('user.invited', user.id);",
    '}',
  ].join('\n'),
};

/** A tracking plan that knows both events. */
export const PLAN = [
  'groups:',
  '  - { type: account, is_top_level: true, traits: [] }',
  'events:',
  '  - { name: user.signed_up, group_level: account, properties: [] }',
  '  - { name: user.invited, group_level: account, properties: [] }',
].join('\n');
