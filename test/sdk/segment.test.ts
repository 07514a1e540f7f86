import { testSurface } from '../support/surface.ts';

testSurface('segment-web', "import { AnalyticsBrowser } from '@segment/analytics-next';\nconst analytics = AnalyticsBrowser.load({ writeKey: 'k' });", [
  ["analytics.track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["analytics.track('Signed Up', { plan: 'pro' })", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["analytics.track('Signed Up', { plan: 'pro' }, { context: { groupId: 'acc_1' } })", { kind: 'track', name: 'Signed Up', properties: ['plan'], groups: [null] }],
  ["analytics.track('Signed Up', {}, { groupId: 'acc_1' })", { kind: 'track', name: 'Signed Up', groups: [null] }],
  ["analytics.track('Signed Up', null, { context: { groupId: 'acc_1' } })", { kind: 'track', name: 'Signed Up', groups: [null] }],
  ["analytics.track('Signed Up', {}, { integrations: { Amplitude: { groups: { account: 'acc_1' } } } })", { kind: 'track', name: 'Signed Up', groups: ['account'] }],
  ["analytics.track('Signed Up', { account_id: 'acc_1' })", { kind: 'track', name: 'Signed Up', groups: ['account'] }],
  ["analytics.track('Signed Up', { groupId: 'acc_1' })", { kind: 'track', name: 'Signed Up' }],
  ["analytics.track('Signed Up', () => {})", { kind: 'track', name: 'Signed Up', properties: [] }],
  ["analytics.track('Signed Up', { plan: 'pro' }, () => {})", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["analytics.track('Signed Up', {}, {}, () => analytics.track('Sent'))", { kind: 'track', name: 'Signed Up' }, { kind: 'track', name: 'Sent' }],
  ["analytics.track({ event: 'Signed Up', properties: { plan: 'pro' } })", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["analytics.track({ event: 'Signed Up' }, { context: { groupId: 'acc_1' } })", { kind: 'track', name: 'Signed Up', groups: [null] }],
  ['analytics.track(`Viewed ${location.pathname}`)', { kind: 'track', name: 'Viewed *' }],
  ["analytics.page('Home')", { kind: 'page', name: 'Home' }],
  ["analytics.page('Docs', 'Home')", { kind: 'page', name: 'Home' }],
  ["analytics.page('Home', { path: '/' }, { context: { groupId: 'acc_1' } })", { kind: 'page', name: 'Home', properties: ['path'], groups: [null] }],
  ["analytics.page('Docs', 'Home', { path: '/' }, { groupId: 'acc_1' })", { kind: 'page', name: 'Home', properties: ['path'], groups: [null] }],
  ["analytics.page(null, 'Home', { path: '/' })", { kind: 'page', name: 'Home', properties: ['path'] }],
  ["analytics.page({ path: '/' }, { groupId: 'acc_1' })", { kind: 'page', properties: ['path'], groups: [null] }],
  ['analytics.page()', { kind: 'page' }],
  ["analytics.pageView('/home')", { kind: 'page' }],
  ["analytics.screen('Home', { from: 'push' })", { kind: 'screen', name: 'Home', properties: ['from'] }],
  ["analytics.identify('usr_1', { email: 'e' })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ['analytics.identify(1, { email: 1 })', { kind: 'identify', userId: '1', traits: ['email'] }],
  ["analytics.identify(undefined, { email: 'e' })", { kind: 'identify', traits: ['email'] }],
  ["analytics.identify(null, { email: 'e' })", { kind: 'identify', traits: ['email'] }],
  ["analytics.identify({ email: 'e' })", { kind: 'identify', traits: ['email'] }],
  ["analytics.identify({ email: 'e' }, { groupId: 'acc_1' })", { kind: 'identify', traits: ['email'], groups: [null] }],
  ["analytics.identify('usr_1', {}, { context: { groupId: 'acc_1' } })", { kind: 'identify', userId: "'usr_1'", groups: [null] }],
  ["analytics.group('acc_1', { name: 'Acme' })", { kind: 'group', groups: [null], groupId: "'acc_1'", traits: ['name'] }],
  ["analytics.group('acc_1', { group_type: 'account' })", { kind: 'group', groups: ['account'], groupId: "'acc_1'", traits: ['group_type'] }],
  ['analytics.group(1, { name: 1 })', { kind: 'group', groups: [null], groupId: '1', traits: ['name'] }],
  ["analytics.group({ plan: 'pro' })", { kind: 'group', traits: ['plan'] }],
  ['analytics.group().id()'],
  ["analytics.alias('usr_1', 'anon')", { kind: 'alias', userId: "'usr_1'" }],
  ['analytics.reset()', { kind: 'reset' }],
  ["analytics.trackLink(document.links, 'Clicked', { to: 'docs' })", { kind: 'track', name: 'Clicked', properties: ['to'] }],
  ["analytics.trackClick(document.links, 'Clicked', () => ({ to: 'docs' }))", { kind: 'track', name: 'Clicked' }],
  ["analytics.trackSubmit(document.forms, 'Sent', {}, { groupId: 'acc_1' })", { kind: 'track', name: 'Sent', groups: [null] }],
  ["analytics.ready(() => analytics.track('Ready'))", { kind: 'track', name: 'Ready' }],
  ["analytics.on('track', () => analytics.page('Home'))", { kind: 'page', name: 'Home' }],
  ["analytics.push(['track', 'Signed Up', { plan: 'pro' }])", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["analytics.user().id(); analytics.setAnonymousId('x'); analytics.debug(true)"],
]);

testSurface('segment-web', '', [
  ["window.analytics.track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["(window as any).analytics?.track?.('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["analytics.trackForm(document.forms, 'Sent')", { kind: 'track', name: 'Sent' }],
  ["analytics.pageview('/home')", { kind: 'page' }],
  ["analytics.push(['track', 'Signed Up'])", { kind: 'track', name: 'Signed Up' }],
  ["window.analytics.push(['identify', 'usr_1'])", { kind: 'identify', userId: "'usr_1'" }],
]);

testSurface('segment-web', "import { Analytics, AnalyticsBrowser, getGlobalAnalytics } from '@segment/analytics-next';", [
  ["const [analytics] = await AnalyticsBrowser.load({ writeKey: 'k' }); analytics.track('A')", { kind: 'track', name: 'A' }],
  ["AnalyticsBrowser.load({ writeKey: 'k' }).then(([analytics]) => analytics.track('A'))", { kind: 'track', name: 'A' }],
  ["const analytics = new AnalyticsBrowser(); analytics.load({ writeKey: 'k' }).track('A')", { kind: 'track', name: 'A' }],
  ["getGlobalAnalytics()?.track('A')", { kind: 'track', name: 'A' }],
  ["export class Tracking { constructor(private analytics: Analytics) {} send() { this.analytics.track('A'); } }", { kind: 'track', name: 'A' }],
]);

const MESSAGES = [
  ["analytics.track({ event: 'Signed Up', userId: 'usr_1', properties: { plan: 'pro' } })", { kind: 'track', name: 'Signed Up', userId: "'usr_1'", properties: ['plan'] }],
  ["analytics.track({ event: 'Signed Up', anonymousId: 'anon' })", { kind: 'track', name: 'Signed Up', userId: "'anon'" }],
  ["analytics.track({ event: 'Signed Up', userId: 'usr_1', context: { groupId: 'acc_1' } }, () => {})", { kind: 'track', name: 'Signed Up', userId: "'usr_1'", groups: [null] }],
  ["analytics.track({ event: 'Signed Up', userId: 'usr_1', integrations: { Amplitude: { groups: { account: 'acc_1' } } } })", { kind: 'track', name: 'Signed Up', userId: "'usr_1'", groups: ['account'] }],
  ["analytics.identify({ userId: 'usr_1', traits: { email: 'e' } })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["analytics.identify({ userId: 'usr_1', context: { groupId: 'acc_1' } })", { kind: 'identify', userId: "'usr_1'", groups: [null] }],
  ["analytics.group({ userId: 'usr_1', groupId: 'acc_1', traits: { name: 'Acme' } })", { kind: 'group', groups: [null], userId: "'usr_1'", groupId: "'acc_1'", traits: ['name'] }],
  ["analytics.page({ userId: 'usr_1', category: 'Docs', name: 'Home', properties: { path: '/' } })", { kind: 'page', name: 'Home', userId: "'usr_1'", properties: ['path'] }],
  ["analytics.page({ userId: 'usr_1', properties: { path: '/' } })", { kind: 'page', userId: "'usr_1'", properties: ['path'] }],
  ["analytics.screen({ anonymousId: 'anon', name: 'Home' })", { kind: 'screen', name: 'Home', userId: "'anon'" }],
  ["analytics.alias({ userId: 'usr_1', previousId: 'anon' })", { kind: 'alias', userId: "'usr_1'" }],
  ["analytics.track({ event: 'A', userId: 'usr_1' }).track({ event: 'B', userId: 'usr_1' })", { kind: 'track', name: 'A', userId: "'usr_1'" }, { kind: 'track', name: 'B', userId: "'usr_1'" }],
  ['await analytics.closeAndFlush()'],
] as const;

const TOP_LEVEL = "analytics.track({ event: 'Signed Up', userId: 'usr_1', groupId: 'acc_1' })";

testSurface('segment-node', "import { Analytics } from '@segment/analytics-node';\nconst analytics = new Analytics({ writeKey: 'k' });", [
  ...MESSAGES,
  [TOP_LEVEL, { kind: 'track', name: 'Signed Up', userId: "'usr_1'" }],
]);

testSurface('segment-node', "import Analytics from '@segment/analytics-node';", [
  ["new Analytics({ writeKey: 'k' }).track({ event: 'A', userId: 'usr_1' })", { kind: 'track', name: 'A', userId: "'usr_1'" }],
]);

testSurface('analytics-node', "import Analytics from 'analytics-node';\nconst analytics = new Analytics('k');", [
  ...MESSAGES,
  [TOP_LEVEL, { kind: 'track', name: 'Signed Up', userId: "'usr_1'", groups: [null] }],
]);

testSurface('analytics-node', '', [
  ["const Analytics = require('analytics-node'); const analytics = new Analytics('k'); analytics.track({ event: 'A', userId: 'usr_1' })", { kind: 'track', name: 'A', userId: "'usr_1'" }],
]);

testSurface('segment-react-native', "import { createClient, useAnalytics, type SegmentClient } from '@segment/analytics-react-native';\nconst client = createClient({ writeKey: 'k' });", [
  ["client.track('Opened', { from: 'push' })", { kind: 'track', name: 'Opened', properties: ['from'] }],
  ["client.track('Opened', { groupId: 'acc_1' })", { kind: 'track', name: 'Opened' }],
  ["client.track('Opened', {}, (event) => ({ ...event, context: { ...event.context, groupId: 'acc_1' } }))", { kind: 'track', name: 'Opened', context: 'unknown' }],
  ["client.screen('Home', { from: 'push' })", { kind: 'screen', name: 'Home', properties: ['from'] }],
  ["client.identify('usr_1', { email: 'e' })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["client.identify(undefined, { email: 'e' })", { kind: 'identify', traits: ['email'] }],
  ["client.group('acc_1', { name: 'Acme' })", { kind: 'group', groups: [null], groupId: "'acc_1'", traits: ['name'] }],
  ["client.alias('usr_1')", { kind: 'alias', userId: "'usr_1'" }],
  ['client.reset(false)', { kind: 'reset' }],
  ["client.context.set({ groupId: 'acc_1' })"],
  ["export function Screen() { const { track } = useAnalytics(); track('Opened'); }", { kind: 'track', name: 'Opened' }],
  ["export function send(other: SegmentClient) { other.track('Opened'); }", { kind: 'track', name: 'Opened' }],
]);

const IN_PROPERTIES = { kind: 'track', name: 'Signed Up', properties: ['plan'], groups: ['company'] } as const;

testSurface('segment-web', '', [
  ["window.analytics.track('Signed Up', { plan: 'pro', $groups: { company: 'c_1' } })", IN_PROPERTIES],
  ["window.analytics.page('Home', { $groups: { company: 'c_1' } })", { kind: 'page', name: 'Home', properties: [], groups: ['company'] }],
  ["window.analytics.track('Signed Up', { $groups: {} })", { kind: 'track', name: 'Signed Up', properties: [] }],
]);
testSurface('segment-node', "import { Analytics } from '@segment/analytics-node';\nconst analytics = new Analytics({ writeKey: 'k' });", [
  ["analytics.track({ event: 'Signed Up', properties: { plan: 'pro', $groups: { company: 'c_1' } } })", IN_PROPERTIES],
]);
testSurface('segment-react-native', "import { createClient } from '@segment/analytics-react-native';\nconst analytics = createClient({ writeKey: 'k' });", [
  ["analytics.track('Signed Up', { plan: 'pro', $groups: { company: 'c_1' } })", IN_PROPERTIES],
]);
testSurface('rudderstack-web', '', [["window.rudderanalytics.track('Signed Up', { plan: 'pro', $groups: { company: 'c_1' } })", IN_PROPERTIES]]);
