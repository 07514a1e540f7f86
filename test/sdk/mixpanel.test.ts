import { testSurface } from '../support/surface.ts';

testSurface('mixpanel-browser', "import mixpanel from 'mixpanel-browser';", [
  ["mixpanel.track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["mixpanel.track('Signed Up', { plan: 'pro' }, { send_immediately: true })", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["mixpanel.track('Signed Up', () => {})", { kind: 'track', name: 'Signed Up', properties: [] }],
  ["mixpanel.track('Signed Up', { $groups: { account: 'acc_1' } })", { kind: 'track', name: 'Signed Up', groups: ['account'], properties: [] }],
  ["mixpanel.track('Signed Up', { time: 1, $insert_id: 'x', token: 't', plan: 'pro' })", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["mixpanel.track_with_groups('Signed Up', { plan: 'pro' }, { account: 'acc_1' })", { kind: 'track', name: 'Signed Up', properties: ['plan'], groups: ['account'] }],
  ["mixpanel.set_group('company', 'acc_1'); mixpanel.track('Signed Up', { company: 'acc_2', team: 't' })", { kind: 'group', groups: ['company'], groupId: "'acc_1'" }, { kind: 'track', name: 'Signed Up', groups: ['company'] }],
  ["mixpanel.track_links('#nav', 'Clicked', { to: 'docs' })", { kind: 'track', name: 'Clicked', properties: ['to'] }],
  ["mixpanel.track_forms('#form', 'Sent')", { kind: 'track', name: 'Sent' }],
  ['mixpanel.track_pageview()', { kind: 'page' }],
  ["mixpanel.track_pageview({ path: '/' }, { event_name: 'Viewed Home' })", { kind: 'page', name: 'Viewed Home', properties: ['path'] }],
  ["mixpanel.identify('usr_1')", { kind: 'identify', userId: "'usr_1'" }],
  ["mixpanel.people.set({ $email: 'e' })", { kind: 'identify', traits: ['$email'] }],
  ["mixpanel.people.set_once('first_seen', 1)", { kind: 'identify' }],
  ["mixpanel.people.increment('logins'); mixpanel.people.track_charge(1); mixpanel.time_event('Signed Up')"],
  ["mixpanel.set_group('account', 'acc_1')", { kind: 'group', groups: ['account'], groupId: "'acc_1'" }],
  ["mixpanel.add_group('account', 'acc_1')", { kind: 'group', groups: ['account'], groupId: "'acc_1'" }],
  ["mixpanel.remove_group('account', 'acc_1')"],
  ["mixpanel.get_group('account', 'acc_1').set({ name: 'Acme' })", { kind: 'group', groups: ['account'], groupId: "'acc_1'", traits: ['name'] }],
  ["mixpanel.get_group('account', 'acc_1').set_once('name', 'Acme')", { kind: 'group', groups: ['account'], groupId: "'acc_1'" }],
  ["mixpanel.get_group('account', 'acc_1').unset('name')"],
  ["mixpanel.register({ theme: 'dark' }); mixpanel.register_once({ a: 1 }); mixpanel.unregister('a')"],
  ["mixpanel.alias('usr_1')", { kind: 'alias', userId: "'usr_1'" }],
  ['mixpanel.reset()', { kind: 'reset' }],
  ["mixpanel.push(['track', 'Signed Up'])", { kind: 'track', name: 'Signed Up' }],
  ["mixpanel.init('token', {}, 'second').track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["mixpanel.init('token', {}, 'second'); mixpanel.second.track('Signed Up'); mixpanel.third.track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["mixpanel.init('token', { loaded: (client) => client.track('Loaded') })", { kind: 'track', name: 'Loaded' }],
]);

testSurface('mixpanel-browser', '', [
  ["window.mixpanel?.track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["mixpanel.people.set({ plan: 'pro' })", { kind: 'identify', traits: ['plan'] }],
  ["mixpanel.init('token', { loaded: (client) => client.track('Loaded') })", { kind: 'track', name: 'Loaded' }],
  ["const mixpanel = require('mixpanel-browser'); mixpanel.track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
]);

testSurface('mixpanel-node', "import Mixpanel from 'mixpanel';\nconst mixpanel = Mixpanel.init('token');", [
  ["mixpanel.track('Signed Up', { distinct_id: 'usr_1', plan: 'pro' })", { kind: 'track', name: 'Signed Up', userId: "'usr_1'", properties: ['plan'] }],
  ["mixpanel.track('Signed Up', () => {})", { kind: 'track', name: 'Signed Up' }],
  ["mixpanel.track('Signed Up', { distinct_id: 'usr_1', $groups: { account: 'acc_1' } })", { kind: 'track', name: 'Signed Up', userId: "'usr_1'", groups: ['account'] }],
  ["mixpanel.import('Signed Up', 1, { distinct_id: 'usr_1' })", { kind: 'track', name: 'Signed Up', userId: "'usr_1'" }],
  ["mixpanel.track_batch([{ event: 'A', properties: { distinct_id: 'usr_1' } }, { event: 'B', properties: { $groups: { account: 'acc_1' } } }])",
    { kind: 'track', name: 'A', userId: "'usr_1'" }, { kind: 'track', name: 'B', groups: ['account'] }],
  ["mixpanel.import_batch([{ event: 'A', properties: {} }])", { kind: 'track', name: 'A' }],
  ["mixpanel.people.set('usr_1', { $email: 'e' })", { kind: 'identify', userId: "'usr_1'", traits: ['$email'] }],
  ["mixpanel.people.set('usr_1', 'plan', 'pro')", { kind: 'identify', userId: "'usr_1'" }],
  ["mixpanel.people.increment('usr_1', 'logins'); mixpanel.groups.unset('account', 'acc_1', 'name')"],
  ["mixpanel.groups.set('account', 'acc_1', { name: 'Acme' })", { kind: 'group', groups: ['account'], groupId: "'acc_1'", traits: ['name'] }],
  ["mixpanel.groups.set_once('account', 'acc_1', 'name', 'Acme')", { kind: 'group', groups: ['account'], groupId: "'acc_1'" }],
  ["mixpanel.groups.set('company', 'acc_1', {}); mixpanel.track('A', { company: 'acc_1' })", { kind: 'group', groups: ['company'], groupId: "'acc_1'" }, { kind: 'track', name: 'A', groups: ['company'] }],
  ["mixpanel.alias('usr_1', 'anon')", { kind: 'alias', userId: "'usr_1'" }],
]);

testSurface('mixpanel-node', "import * as Mixpanel from 'mixpanel';\nimport { init } from 'mixpanel';", [
  ["Mixpanel.init('token').track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["init('token').track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["require('mixpanel').init('token').track('Signed Up')", { kind: 'track', name: 'Signed Up' }],
  ["export function send(client: Mixpanel.Mixpanel) { client.track('Signed Up'); }", { kind: 'track', name: 'Signed Up' }],
]);

testSurface('mixpanel-react-native', "import { Mixpanel } from 'mixpanel-react-native';\nconst mixpanel = new Mixpanel('token', true);", [
  ["mixpanel.track('Opened', { from: 'push' })", { kind: 'track', name: 'Opened', properties: ['from'] }],
  ["mixpanel.trackWithGroups('Opened', {}, { account: 'acc_1' })", { kind: 'track', name: 'Opened', groups: ['account'] }],
  ["mixpanel.identify('usr_1')", { kind: 'identify', userId: "'usr_1'" }],
  ["mixpanel.getPeople().set({ $email: 'e' })", { kind: 'identify', traits: ['$email'] }],
  ["mixpanel.getPeople().set('plan', 'pro')", { kind: 'identify' }],
  ["mixpanel.setGroup('account', 'acc_1')", { kind: 'group', groups: ['account'], groupId: "'acc_1'" }],
  ["mixpanel.addGroup('account', 'acc_1')", { kind: 'group', groups: ['account'], groupId: "'acc_1'" }],
  ["mixpanel.getGroup('account', 'acc_1').set('name', 'Acme')", { kind: 'group', groups: ['account'], groupId: "'acc_1'" }],
  ["mixpanel.registerSuperProperties({ theme: 'dark' }); mixpanel.timeEvent('Opened'); mixpanel.removeGroup('account', 'acc_1')"],
  ["mixpanel.alias('usr_1', 'anon')", { kind: 'alias', userId: "'usr_1'" }],
  ['mixpanel.reset()', { kind: 'reset' }],
]);
