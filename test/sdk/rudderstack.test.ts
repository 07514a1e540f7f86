import { testSurface, type Row } from '../support/surface.ts';

const BROWSER: readonly Row[] = [
  ["rudder.track('Signed Up', { plan: 'pro' }, { context: { groupId: 'acc_1' } })", { kind: 'track', name: 'Signed Up', properties: ['plan'], groups: [null] }],
  ["rudder.track('Signed Up', { plan: 'pro' }, { groupId: 'acc_1' })", { kind: 'track', name: 'Signed Up', properties: ['plan'], groups: [null] }],
  ["rudder.track('Signed Up', { plan: 'pro' }, () => {})", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["rudder.track('Signed Up', () => {})", { kind: 'track', name: 'Signed Up' }],
  ["rudder.page('Docs', 'Home', { path: '/' })", { kind: 'page', name: 'Home', properties: ['path'] }],
  ["rudder.page({ path: '/' })", { kind: 'page', properties: ['path'] }],
  ['rudder.page()', { kind: 'page' }],
  ["rudder.identify('usr_1', { email: 'e' })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["rudder.identify({ email: 'e' })", { kind: 'identify', traits: ['email'] }],
  ["rudder.group('acc_1', { name: 'Acme' })", { kind: 'group', groups: [null], groupId: "'acc_1'", traits: ['name'] }],
  ["rudder.group({ name: 'Acme' })", { kind: 'group', traits: ['name'] }],
  ["rudder.alias('usr_1', 'anon')", { kind: 'alias', userId: "'usr_1'" }],
  ['rudder.reset()', { kind: 'reset' }],
  ["rudder.ready(() => rudder.track('Ready'))", { kind: 'track', name: 'Ready' }],
  ["rudder.getGroupId(); rudder.setAnonymousId('x'); rudder.startSession()"],
];

testSurface('rudderstack-web', "import { RudderAnalytics } from '@rudderstack/analytics-js';\nconst rudder = new RudderAnalytics();", [
  ...BROWSER,
  ["rudder.setCustomContext({ groupId: 'acc_1' }); rudder.clearCustomContext()"],
]);
testSurface('rudder-sdk-js', "import * as rudder from 'rudder-sdk-js';", BROWSER);
testSurface('rudder-sdk-js', "import { track } from 'rudder-sdk-js';", [["track('Signed Up')", { kind: 'track', name: 'Signed Up' }]]);
testSurface('rudderstack-web', '', [["window.rudderanalytics.push(['track', 'Signed Up'])", { kind: 'track', name: 'Signed Up' }]]);

testSurface('rudderstack-node', "import RudderAnalytics from '@rudderstack/rudder-sdk-node';\nconst rudder = new RudderAnalytics('key', { dataPlaneUrl: 'u' });", [
  ["rudder.track({ userId: 'usr_1', event: 'Signed Up', properties: { plan: 'pro' }, context: { groupId: 'acc_1' } })", { kind: 'track', name: 'Signed Up', userId: "'usr_1'", properties: ['plan'], groups: [null] }],
  ["rudder.track({ userId: 'usr_1', event: 'Signed Up', groupId: 'acc_1' })", { kind: 'track', name: 'Signed Up', userId: "'usr_1'", groups: [null] }],
  ["rudder.identify({ userId: 'usr_1', traits: { email: 'e' } })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["rudder.group({ userId: 'usr_1', groupId: 'acc_1', traits: { name: 'Acme' } })", { kind: 'group', groups: [null], userId: "'usr_1'", groupId: "'acc_1'", traits: ['name'] }],
  ["rudder.page({ anonymousId: 'anon', name: 'Home' })", { kind: 'page', name: 'Home', userId: "'anon'" }],
]);
testSurface('rudderstack-node', "import { Analytics } from '@rudderstack/analytics-js-service-worker';", [
  ["new Analytics('key', 'url').track({ userId: 'usr_1', event: 'Signed Up' })", { kind: 'track', name: 'Signed Up', userId: "'usr_1'" }],
]);
