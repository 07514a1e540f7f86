import { testSurface, type Row } from '../support/surface.ts';

/** Forks and imitators of Segment: a few calls of each table show that the shared methods are theirs. */
const BROWSER: readonly Row[] = [
  ["analytics.track('Signed Up', { plan: 'pro' }, { groupId: 'acc_1' })", { kind: 'track', name: 'Signed Up', properties: ['plan'], groups: [null] }],
  ["analytics.track({ event: 'Signed Up', properties: { plan: 'pro' } })", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["analytics.identify('usr_1', { email: 'e' })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["analytics.group('acc_1', { name: 'Acme' })", { kind: 'group', groups: [null], groupId: "'acc_1'", traits: ['name'] }],
  ['analytics.group()'],
];

const SERVER: readonly Row[] = [
  ["analytics.track({ userId: 'usr_1', event: 'Signed Up', context: { groupId: 'acc_1' } })", { kind: 'track', name: 'Signed Up', userId: "'usr_1'", groups: [null] }],
  ["analytics.track({ userId: 'usr_1', event: 'Signed Up', groupId: 'acc_1' })", { kind: 'track', name: 'Signed Up', userId: "'usr_1'" }],
  ["analytics.group({ userId: 'usr_1', groupId: 'acc_1', traits: { name: 'Acme' } })", { kind: 'group', groups: [null], userId: "'usr_1'", groupId: "'acc_1'", traits: ['name'] }],
];

testSurface('customerio-web', "import { AnalyticsBrowser } from '@customerio/cdp-analytics-browser';\nconst analytics = AnalyticsBrowser.load({ writeKey: 'k' });", BROWSER);
testSurface('june-web', "import { AnalyticsBrowser } from '@june-so/analytics-next';\nconst analytics = AnalyticsBrowser.load({ writeKey: 'k' });", BROWSER);
testSurface('hightouch-web', "import { HtEventsBrowser } from '@ht-sdks/events-sdk-js-browser';\nconst analytics = HtEventsBrowser.load({ writeKey: 'k' });", BROWSER);
testSurface('customerio-node', "import { Analytics } from '@customerio/cdp-analytics-node';\nconst analytics = new Analytics({ writeKey: 'k' });", SERVER);
testSurface('june-node', "import { Analytics } from '@june-so/analytics-node';\nconst analytics = new Analytics('k');", SERVER);
testSurface('hightouch-node', "import { HtEvents } from '@ht-sdks/events-sdk-js-node';\nconst analytics = new HtEvents({ writeKey: 'k' });", SERVER);

testSurface('customerio-web', '', [["window.cioanalytics.track('Signed Up')", { kind: 'track', name: 'Signed Up' }]]);
testSurface('hightouch-web', '', [["window.htevents.push(['track', 'Signed Up'])", { kind: 'track', name: 'Signed Up' }]]);

testSurface('customerio-track', "import { TrackClient } from 'customerio-node';\nconst cio = new TrackClient('site', 'key');", [
  ["cio.identify('usr_1', { email: 'e' })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["cio.track('usr_1', { name: 'Signed Up', data: { plan: 'pro' } })", { kind: 'track', name: 'Signed Up', userId: "'usr_1'", properties: ['plan'] }],
  ["cio.trackAnonymous('anon', { name: 'Signed Up' })", { kind: 'track', name: 'Signed Up', userId: "'anon'" }],
  ["cio.trackPageView('usr_1', '/home')", { kind: 'page', name: '/home', userId: "'usr_1'" }],
]);

testSurface('jitsu', "import { jitsuAnalytics } from '@jitsu/js';\nimport { useJitsu } from '@jitsu/jitsu-react';\nconst jitsu = jitsuAnalytics({ host: 'h' });", [
  ["jitsu.track('Signed Up', { plan: 'pro' }, { groupId: 'acc_1' })", { kind: 'track', name: 'Signed Up', properties: ['plan'], groups: [null] }],
  ["jitsu.track({ event: 'Signed Up', plan: 'pro' })", { kind: 'track', name: 'Signed Up', properties: ['event', 'plan'] }],
  ["jitsu.track('Signed Up', { plan: 'pro', context: { groupId: 'acc_1' } })", { kind: 'track', name: 'Signed Up', properties: ['plan'], groups: [null] }],
  ["jitsu.track('Signed Up', { context: { ip: '::1' } })", { kind: 'track', name: 'Signed Up', properties: [] }],
  ["jitsu.page('Workspace', { context: { groupId: 'acc_1' } })", { kind: 'page', name: 'Workspace', groups: [null] }],
  ["jitsu.page({ path: '/', context: { groupId: 'acc_1' } })", { kind: 'page', properties: ['path'], groups: [null] }],
  ["jitsu.page({ path: '/' })", { kind: 'page', properties: ['path'] }],
  ["jitsu.identify('usr_1', { email: 'e' })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["jitsu.group('acc_1', { name: 'Acme' })", { kind: 'group', groups: [null], groupId: "'acc_1'", traits: ['name'] }],
  ["jitsu.setContextProperty('groupId', 'acc_1'); jitsu.setContextProperty('theme', 'dark')"],
  ["export function Page() { const { analytics } = useJitsu(); analytics.track('Signed Up'); }", { kind: 'track', name: 'Signed Up' }],
]);

testSurface('use-analytics', "import Analytics from '@analytics/core';\nimport { useAnalytics } from 'use-analytics';\nconst analytics = Analytics({ app: 'a' });", [
  ["analytics.track('Signed Up', { plan: 'pro' })", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["analytics.track('Signed Up', {}, { context: { groupId: 'acc_1' } })", { kind: 'track', name: 'Signed Up', groups: [null] }],
  ["analytics.track({ event: 'Signed Up', plan: 'pro' })", { kind: 'track', name: 'Signed Up', properties: ['event', 'plan'] }],
  ['analytics.page()', { kind: 'page' }],
  ["analytics.identify('usr_1', { email: 'e' })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["analytics.plugins.segment.group('acc_1', { name: 'Acme' })", { kind: 'group', groups: [null], groupId: "'acc_1'", traits: ['name'] }],
  ['analytics.reset()', { kind: 'reset' }],
  ["export function Page() { const { track } = useAnalytics(); track('Signed Up'); }", { kind: 'track', name: 'Signed Up' }],
]);

testSurface('use-analytics', "import Analytics, { type AnalyticsInstance } from 'analytics';\nconst analytics = Analytics({ app: 'a', plugins: [] });", [
  ["analytics.track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["export const send = (to: AnalyticsInstance) => to.track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["(analytics.plugins as any).segment?.group('acc_1', {})", { kind: 'group', groups: [null], groupId: "'acc_1'" }],
]);

testSurface('use-analytics', "const Analytics = require('analytics').default;", [["Analytics({ app: 'a' }).track('Signed Up')", { kind: 'track', name: 'Signed Up' }]]);

testSurface('jitsu', "import { jitsuAnalytics } from '@jitsu/js/compiled/src';", [["jitsuAnalytics({ host: 'h' }).track('Signed Up')", { kind: 'track', name: 'Signed Up' }]]);
