import { testSurface, type Row } from '../support/surface.ts';

const CALLS: readonly Row[] = [
  ["amplitude.track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["amplitude.track('Signed Up', { plan: 'pro' }, { groups: { account: 'acc_1', project: ['p_1', 'p_2'] } })", { kind: 'track', name: 'Signed Up', properties: ['plan'], groups: ['account', 'project'] }],
  ["amplitude.logEvent('Signed Up', { plan: 'pro' })", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["amplitude.track('Signed Up', undefined, { user_id: 'usr_1' })", { kind: 'track', name: 'Signed Up', userId: "'usr_1'" }],
  ["amplitude.track({ event_type: 'Signed Up', event_properties: { plan: 'pro' }, groups: { account: 'acc_1' } })", { kind: 'track', name: 'Signed Up', properties: ['plan'], groups: ['account'] }],
  ["amplitude.track({ event_type: 'Signed Up' }, { plan: 'pro' }, { groups: { account: 'acc_1' } })", { kind: 'track', name: 'Signed Up', properties: ['plan'], groups: ['account'] }],
  ["amplitude.track('Signed Up', { groups: { account: 'acc_1' } })", { kind: 'track', name: 'Signed Up' }],
  ["amplitude.identify(new amplitude.Identify().set('plan', 'pro'))", { kind: 'identify', traits: ['*'] }],
  ["amplitude.identify(new amplitude.Identify(), { user_id: 'usr_1' })", { kind: 'identify', userId: "'usr_1'" }],
  ["amplitude.setGroup('account', 'acc_1')", { kind: 'group', groups: ['account'], groupId: "'acc_1'" }],
  ["amplitude.groupIdentify('account', 'acc_1', new amplitude.Identify().set('name', 'Acme'))", { kind: 'group', groups: ['account'], groupId: "'acc_1'", traits: ['*'] }],
  ["amplitude.revenue(new amplitude.Revenue()); amplitude.add({ name: 'plugin' }); amplitude.flush()"],
  ["amplitude.createInstance().track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["await amplitude.track('Signed Up').promise", { kind: 'track', name: 'Signed Up' }],
];

const CLIENT_CALLS: readonly Row[] = [
  ...CALLS,
  ["amplitude.setUserId('usr_1')", { kind: 'identify', userId: "'usr_1'" }],
  ['amplitude.setUserId(undefined); amplitude.setUserId(null)', { kind: 'reset' }, { kind: 'reset' }],
  ["amplitude.setIdentity({ userId: 'usr_1', userProperties: { email: 'e' } })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["amplitude.init('key', 'usr_1', { defaultTracking: false })", { kind: 'identify', userId: "'usr_1'" }],
  ["amplitude.init('key', { defaultTracking: false }); amplitude.init('key', undefined, {})"],
  ['amplitude.reset()', { kind: 'reset' }],
];

testSurface('amplitude-browser', "import * as amplitude from '@amplitude/analytics-browser';", CLIENT_CALLS);
testSurface('amplitude-unified', "import * as amplitude from '@amplitude/unified';", [...CLIENT_CALLS, ["amplitude.initAll('key', {})"]]);
testSurface('amplitude-react-native', "import * as amplitude from '@amplitude/analytics-react-native';", [
  ...CLIENT_CALLS,
  ["amplitude.trackScreenView('Home', { from: 'push' })", { kind: 'screen', name: 'Home', properties: ['from'] }],
]);
testSurface('amplitude-node', "import * as amplitude from '@amplitude/analytics-node';", [
  ...CALLS,
  ["amplitude.setGroup('account', 'acc_1', { user_id: 'usr_1' })", { kind: 'group', groups: ['account'], groupId: "'acc_1'", userId: "'usr_1'" }],
  ["amplitude.init('key', 'x', {})"],
]);

testSurface('amplitude-browser', "import { track as send, setGroup, Types } from '@amplitude/analytics-browser';", [
  ["send('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["setGroup('account', 'acc_1')", { kind: 'group', groups: ['account'], groupId: "'acc_1'" }],
  ["export function go(client: Types.BrowserClient) { client.track('Signed Up'); }", { kind: 'track', name: 'Signed Up' }],
]);

testSurface('amplitude-browser', '', [
  ["window.amplitude.track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["window.amplitude.getInstance().logEvent('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["amplitude.getInstance().logEvent('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["window.amplitude.getInstance('b').logEventWithGroups('Signed Up', {}, { account: 'acc_1' })", { kind: 'track', name: 'Signed Up', groups: ['account'] }],
]);

testSurface('amplitude-js', "import amplitude from 'amplitude-js';", [
  ["amplitude.getInstance().logEvent('Signed Up', { plan: 'pro' }, () => {})", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["amplitude.logEvent('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["amplitude.getInstance().logEventWithGroups('Signed Up', { plan: 'pro' }, { account: 'acc_1' })", { kind: 'track', name: 'Signed Up', properties: ['plan'], groups: ['account'] }],
  ["amplitude.getInstance().logEventWithTimestamp('Signed Up', { plan: 'pro' }, 1)", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["amplitude.getInstance().setGroup('account', ['acc_1'])", { kind: 'group', groups: ['account'], groupId: "['acc_1']" }],
  ["amplitude.getInstance().groupIdentify('account', 'acc_1', new amplitude.Identify())", { kind: 'group', groups: ['account'], groupId: "'acc_1'", traits: ['*'] }],
  ["amplitude.getInstance().setUserId('usr_1')", { kind: 'identify', userId: "'usr_1'" }],
  ['amplitude.getInstance().setUserId(null); amplitude.getInstance().regenerateDeviceId()', { kind: 'reset' }, { kind: 'reset' }],
  ["amplitude.getInstance().setUserProperties({ email: 'e' })", { kind: 'identify', traits: ['email'] }],
  ['amplitude.getInstance().identify(new amplitude.Identify())', { kind: 'identify', traits: ['*'] }],
  ["amplitude.getInstance().init('key', 'usr_1', {}, () => amplitude.logEvent('Ready'))", { kind: 'identify', userId: "'usr_1'" }, { kind: 'track', name: 'Ready' }],
  ["amplitude.getInstance().init('key', null, {}); amplitude.getInstance().logRevenue(1, 2, 'p')"],
]);
