import { testSurface, type Row } from '../support/surface.ts';

const BROWSER: readonly Row[] = [
  ["posthog.capture('signed_up', { plan: 'pro' })", { kind: 'track', name: 'signed_up', properties: ['plan'] }],
  ["posthog.capture('signed_up', { $groups: { account: 'acc_1' }, $set: { email: 'e' }, plan: 'pro' })", { kind: 'track', name: 'signed_up', groups: ['account'], properties: ['plan'] }],
  ["posthog.capture('signed_up', { $groups: {} })", { kind: 'track', name: 'signed_up' }],
  ['posthog.capture(`opened_${location.pathname}`)', { kind: 'track', name: 'opened_*' }],
  ["posthog.capture('$pageview', { $current_url: '/' })", { kind: 'page', name: '$pageview', properties: ['$current_url'] }],
  ["posthog.capture('$groupidentify', { $group_type: 'account', $group_key: 'acc_1', $group_set: { name: 'Acme' } })", { kind: 'group', groups: ['account'], groupId: "'acc_1'", traits: ['name'] }],
  ["posthog.capture('$identify', { distinct_id: 'usr_1', $set: { email: 'e' } })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["posthog.capture('$set', { $set: { email: 'e' } })", { kind: 'identify', traits: ['email'] }],
  ["posthog.identify('usr_1', { email: 'e' }, { first: 1 })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["posthog.setPersonProperties({ email: 'e' })", { kind: 'identify', traits: ['email'] }],
  ["posthog.group('account', 'acc_1', { name: 'Acme' })", { kind: 'group', groups: ['account'], groupId: "'acc_1'", traits: ['name'] }],
  ["posthog.alias('usr_1')", { kind: 'alias', userId: "'usr_1'" }],
  ["posthog.register({ $groups: { account: 'acc_1' } })"],
  ['posthog.reset()', { kind: 'reset' }],
];

testSurface('posthog-js', "import posthog, { PostHog } from 'posthog-js';", [
  ...BROWSER,
  ["posthog.people.set({ email: 'e' })", { kind: 'identify', traits: ['email'] }],
  ["posthog.resetGroups(); posthog.getGroups(); posthog.setGroupPropertiesForFlags({ account: {} }); posthog.captureException(new Error('x'))"],
  ["posthog.push(['capture', 'signed_up'])", { kind: 'track', name: 'signed_up' }],
  ["posthog.init('key', {}, 'second').capture('signed_up')", { kind: 'track', name: 'signed_up' }],
  ["posthog.init('key', {}, 'second'); posthog.second.capture('signed_up')", { kind: 'track', name: 'signed_up' }],
  ["posthog.init('key', { loaded: (client) => client.identify('usr_1') })", { kind: 'identify', userId: "'usr_1'" }],
  ["posthog.onFeatureFlags(() => posthog.capture('signed_up'))", { kind: 'track', name: 'signed_up' }],
  ["export function send(client: PostHog) { client.capture('signed_up'); }", { kind: 'track', name: 'signed_up' }],
  ["export function send(client?: PostHog | null) { client?.capture('signed_up'); }", { kind: 'track', name: 'signed_up' }],
]);

testSurface('posthog-js', "import { posthog } from 'posthog-js/dist/module.no-external';\nimport { usePostHog, PostHogContext } from '@posthog/react';", [
  ["posthog.capture('signed_up')", { kind: 'track', name: 'signed_up' }],
  ["export function Page() { const client = usePostHog(); client?.capture('signed_up'); }", { kind: 'track', name: 'signed_up' }],
  ["export function Page() { const { client } = useContext(PostHogContext); client.capture('signed_up'); }", { kind: 'track', name: 'signed_up' }],
]);

testSurface('posthog-js', '', [
  ["window.posthog?.capture('signed_up')", { kind: 'track', name: 'signed_up' }],
  ["import('posthog-js').then(({ default: client }) => client.capture('signed_up'))", { kind: 'track', name: 'signed_up' }],
]);

testSurface('posthog-node', "import { PostHog } from 'posthog-node';\nconst posthog = new PostHog('key');", [
  ["posthog.capture({ distinctId: 'usr_1', event: 'signed_up', properties: { plan: 'pro' } })", { kind: 'track', name: 'signed_up', userId: "'usr_1'", properties: ['plan'] }],
  ["posthog.capture({ distinctId: 'usr_1', event: 'signed_up', groups: { account: 'acc_1' } })", { kind: 'track', name: 'signed_up', userId: "'usr_1'", groups: ['account'] }],
  ["posthog.capture({ distinctId: 'usr_1', event: 'signed_up', properties: { $groups: { account: 'acc_1' } } })", { kind: 'track', name: 'signed_up', userId: "'usr_1'", groups: ['account'], properties: [] }],
  ["posthog.capture({ distinctId: 'usr_1', event: 'signed_up', $groups: { account: 'acc_1' } })", { kind: 'track', name: 'signed_up', userId: "'usr_1'" }],
  ["posthog.capture({ event: 'signed_up' })", { kind: 'track', name: 'signed_up' }],
  ["await posthog.captureImmediate({ distinctId: 'usr_1', event: 'signed_up' })", { kind: 'track', name: 'signed_up', userId: "'usr_1'" }],
  ["posthog.capture({ distinctId: 'usr_1', event: '$pageview' })", { kind: 'page', name: '$pageview', userId: "'usr_1'" }],
  ["posthog.capture({ distinctId: 'usr_1', event: '$groupidentify', properties: { $group_type: 'account', $group_key: 'acc_1', $group_set: { name: 'Acme' } } })",
    { kind: 'group', groups: ['account'], userId: "'usr_1'", groupId: "'acc_1'", traits: ['name'] }],
  ["posthog.capture({ distinctId: 'usr_1', event: '$identify', properties: { $set: { email: 'e' } } })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["posthog.identify({ distinctId: 'usr_1', properties: { email: 'e' } })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["posthog.identify({ distinctId: 'usr_1', properties: { $set: { email: 'e' }, $set_once: {} } })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["posthog.groupIdentify({ groupType: 'account', groupKey: 'acc_1', properties: { name: 'Acme' } })", { kind: 'group', groups: ['account'], groupId: "'acc_1'", traits: ['name'] }],
  ["posthog.groupIdentifyImmediate({ groupType: 'account', groupKey: 'acc_1', distinctId: 'usr_1' })", { kind: 'group', groups: ['account'], groupId: "'acc_1'", userId: "'usr_1'" }],
  ["posthog.setPersonProperties({ distinctId: 'usr_1', properties: { email: 'e' } })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["posthog.alias({ distinctId: 'usr_1', alias: 'anon' })", { kind: 'alias', userId: "'usr_1'" }],
  ["posthog.withContext({ distinctId: 'usr_1' }, () => posthog.capture({ event: 'signed_up' }))", { kind: 'track', name: 'signed_up' }],
  ["posthog.isFeatureEnabled('flag', 'usr_1', { groups: { account: 'acc_1' } }); posthog.captureException(new Error('x')); posthog.shutdown()"],
]);

testSurface('posthog-node', "import { PosthogService } from 'nestjs-posthog';", [
  ["export class Users { constructor(private readonly posthog: PosthogService) {} add() { this.posthog.capture({ distinctId: 'usr_1', event: 'signed_up' }); } }",
    { kind: 'track', name: 'signed_up', userId: "'usr_1'" }],
]);

const CORE: readonly Row[] = [
  ...BROWSER,
  ["posthog.groups({ account: 'acc_1', project: 'p_1' })", { kind: 'group', groups: ['account', 'project'] }],
  ["posthog.groupIdentify('account', 'acc_1', { name: 'Acme' })", { kind: 'group', groups: ['account'], groupId: "'acc_1'", traits: ['name'] }],
  ["posthog.identify('usr_1', { $set: { email: 'e' } })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["posthog.identify('usr_1', { email: 'e', $groups: { account: 'acc_1' } })", { kind: 'identify', userId: "'usr_1'", groups: ['account'] }],
];

testSurface('posthog-js-lite', "import PostHog from 'posthog-js-lite';\nconst posthog = new PostHog('key');", CORE);
testSurface('posthog-react-native', "import { PostHog, usePostHog } from 'posthog-react-native';\nconst posthog = new PostHog('key');", [
  ...CORE,
  ["posthog.screen('Home', { from: 'push' })", { kind: 'screen', name: 'Home', properties: ['from'] }],
  ["export function Screen() { const client = usePostHog(); client.capture('opened'); }", { kind: 'track', name: 'opened' }],
]);

testSurface('posthog-js', "import posthog from 'posthog-js/dist/array.no-external';\nimport { usePostHog } from 'posthog-js/react/dist/esm';", [
  ["posthog.capture('signed_up')", { kind: 'track', name: 'signed_up' }],
  ["export function Page() { usePostHog().capture('signed_up'); }", { kind: 'track', name: 'signed_up' }],
]);
