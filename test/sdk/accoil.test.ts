import { testSurface } from '../support/surface.ts';

testSurface('accoil', '', [
  ["accoil.track('Report_Created')", { kind: 'track', name: 'Report_Created' }],
  ["window.accoil.track('Report_Created', {}, { context: { groupId: 'acc_1' } })", { kind: 'track', name: 'Report_Created', groups: [null] }],
  ["accoil.identify('usr_1', { email: 'e' })", { kind: 'identify', userId: "'usr_1'", traits: ['email'] }],
  ["accoil.identify('usr_1', { email: 'e', groupId: 'acc_1' })", { kind: 'identify', userId: "'usr_1'", groups: [null] }],
  ["accoil.identify('usr_1', { email: 'e', account_id: 'acc_1' })", { kind: 'identify', userId: "'usr_1'", traits: ['account_id', 'email'] }],
  ["accoil.group('acc_1', { name: 'Acme' })", { kind: 'group', groups: [null], groupId: "'acc_1'", traits: ['name'] }],
  ["window.accoil.push(['track', 'Report_Created'])", { kind: 'track', name: 'Report_Created' }],
  ["accoil.load('key')"],
]);
