import { testSurface } from '../support/surface.ts';

testSurface('openpanel', "import { OpenPanel } from '@openpanel/web';\nimport { useOpenPanel } from '@openpanel/nextjs';\nconst op = new OpenPanel({ clientId: 'c' });", [
  ["op.track('signed_up', { plan: 'pro', groups: ['acc_1'], profileId: 'usr_1' })", { kind: 'track', name: 'signed_up', userId: "'usr_1'", groups: [null], properties: ['plan'] }],
  ["op.track('signed_up', { plan: 'pro' })", { kind: 'track', name: 'signed_up', properties: ['plan'] }],
  ["op('track', 'signed_up', { groups: ['acc_1'] })", { kind: 'track', name: 'signed_up', groups: [null] }],
  ["op('identify', { profileId: 'usr_1', email: 'e' })", { kind: 'identify', userId: "'usr_1'" }],
  ["op.screenView('/home', { from: 'push' })", { kind: 'screen', name: '/home', properties: ['from'] }],
  ["op.identify({ profileId: 'usr_1', email: 'e' })", { kind: 'identify', userId: "'usr_1'", traits: ['email', 'profileId'] }],
  ["op.setGroup('acc_1')", { kind: 'group', groups: [null], groupId: "'acc_1'" }],
  ["op.setGroups(['acc_1', 'p_1'])", { kind: 'group', groups: [null], groupId: "['acc_1', 'p_1']" }],
  ["op.upsertGroup({ id: 'acc_1', type: 'account', name: 'Acme' })", { kind: 'group', groups: ['account'], groupId: "'acc_1'", traits: ['id', 'name', 'type'] }],
  ['op.clear()', { kind: 'reset' }],
  ["op.setGlobalProperties({ theme: 'dark' }); op.increment({ profileId: 'usr_1', property: 'x', value: 1 })"],
  ["export function Page() { const op = useOpenPanel(); op.track('signed_up'); }", { kind: 'track', name: 'signed_up' }],
]);

testSurface('snowplow', "import { newTracker, setUserId, trackPageView, trackSelfDescribingEvent, trackStructEvent } from '@snowplow/browser-tracker';", [
  ["trackSelfDescribingEvent({ event: { schema: 'iglu:com.acme/signed_up', data: { plan: 'pro' } } })", { kind: 'track', name: 'iglu:com.acme/signed_up', properties: ['plan'] }],
  ["trackStructEvent({ category: 'account', action: 'signed_up', label: 'x' })", { kind: 'track', name: 'signed_up', properties: ['action', 'category', 'label'] }],
  ["trackPageView({ title: 'Home' })", { kind: 'page', name: 'Home' }],
  ['trackPageView()', { kind: 'page' }],
  ["setUserId('usr_1')", { kind: 'identify', userId: "'usr_1'" }],
  ['setUserId(null)', { kind: 'reset' }],
  ["window.snowplow('trackStructEvent', { category: 'account', action: 'signed_up' })", { kind: 'track', name: 'signed_up' }],
  ["window.snowplow('setUserId', 'usr_1')", { kind: 'identify', userId: "'usr_1'" }],
]);

testSurface('mparticle', "import mParticle from '@mparticle/web-sdk';", [
  ["mParticle.logEvent('Signed Up', mParticle.EventType.Other, { plan: 'pro' })", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["mParticle.logBaseEvent({ name: 'Signed Up', data: { plan: 'pro' } })", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["mParticle.logLink('a', 'Clicked', 1, { to: 'docs' })", { kind: 'track', name: 'Clicked', properties: ['to'] }],
  ["mParticle.logPageView('Home', { path: '/' })", { kind: 'page', name: 'Home', properties: ['path'] }],
  ["mParticle.Identity.login({ userIdentities: { customerid: 'usr_1', email: 'e' } })", { kind: 'identify', userId: "'usr_1'", traits: ['customerid', 'email'] }],
  ["mParticle.Identity.getCurrentUser().setUserAttributes({ plan: 'pro' })", { kind: 'identify', traits: ['plan'] }],
  ['mParticle.Identity.logout({})', { kind: 'reset' }],
  ["mParticle.ready(() => mParticle.logEvent('Ready'))", { kind: 'track', name: 'Ready' }],
  ["mParticle.Identity.getCurrentUser().setUserAttribute('plan', 'pro')"],
]);

testSurface('heap', '', [
  ["window.heap.track('Signed Up', { plan: 'pro' })", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["heap.identify('usr_1')", { kind: 'identify', userId: "'usr_1'" }],
  ["heap.addUserProperties({ plan: 'pro' })", { kind: 'identify', traits: ['plan'] }],
  ["heap.addEventProperties({ account_id: 'acc_1' }); heap.clearEventProperties()"],
  ['heap.resetIdentity()', { kind: 'reset' }],
  ["const Heap = require('@heap/react-native-heap'); Heap.track('Opened')", { kind: 'track', name: 'Opened' }],
]);

testSurface('pendo', '', [
  ["window.pendo.initialize({ visitor: { id: 'usr_1', email: 'e' }, account: { id: 'acc_1' } })", { kind: 'identify', userId: "'usr_1'", traits: ['email', 'id'], groups: [null] }],
  ["pendo.initialize({ visitor: { id: 'usr_1' } })", { kind: 'identify', userId: "'usr_1'" }],
  ["pendo.initialize({ visitor: {} })"],
  ["pendo.identify('usr_1', 'acc_1')", { kind: 'identify', userId: "'usr_1'", groups: [null] }],
  ["pendo.identify({ visitor: { id: 'usr_1' }, account: { id: 'acc_1' } })", { kind: 'identify', userId: "'usr_1'", groups: [null] }],
  ["pendo.updateOptions({ visitor: { id: 'usr_1' }, account: { id: 'acc_1' } })", { kind: 'identify', userId: "'usr_1'", groups: [null] }],
  ["pendo.track('Signed Up', { plan: 'pro' })", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ['pendo.clearSession()', { kind: 'reset' }],
]);

testSurface('intercom', "import Intercom, { trackEvent, update, shutdown } from '@intercom/messenger-js-sdk';\nimport { useIntercom } from 'react-use-intercom';", [
  ["trackEvent('signed_up', { plan: 'pro' })", { kind: 'track', name: 'signed_up', properties: ['plan'] }],
  ["Intercom('trackEvent', 'signed_up', { plan: 'pro' })", { kind: 'track', name: 'signed_up', properties: ['plan'] }],
  ["window.Intercom('trackEvent', 'signed_up')", { kind: 'track', name: 'signed_up' }],
  ["Intercom({ app_id: 'a', user_id: 'usr_1', company: { company_id: 'acc_1' } }); update({ company: { id: 'acc_1' } })"],
  ["window.Intercom('boot', { app_id: 'a' }); window.Intercom('show')"],
  ['shutdown()', { kind: 'reset' }],
  ["window.Intercom('shutdown')", { kind: 'reset' }],
  ["export function Help() { const { trackEvent } = useIntercom(); trackEvent('signed_up'); }", { kind: 'track', name: 'signed_up' }],
]);

testSurface('intercom', '', [["Intercom('trackEvent', 'signed_up')", { kind: 'track', name: 'signed_up' }]]);

testSurface('intercom-node', "import { IntercomClient } from 'intercom-client';\nconst client = new IntercomClient({ token: 't' });", [
  ["client.events.create({ event_name: 'signed_up', user_id: 'usr_1', metadata: { plan: 'pro' } })", { kind: 'track', name: 'signed_up', userId: "'usr_1'", properties: ['plan'] }],
  ["client.events.create({ eventName: 'signed_up', userId: 'usr_1' })", { kind: 'track', name: 'signed_up', userId: "'usr_1'" }],
]);

testSurface('statsig', "import { StatsigClient } from '@statsig/js-client';\nimport { useStatsigClient } from '@statsig/react-bindings';\nconst client = new StatsigClient('key', {});", [
  ["client.logEvent('signed_up', 1, { plan: 'pro' })", { kind: 'track', name: 'signed_up', properties: ['plan'] }],
  ["client.logEvent({ eventName: 'signed_up', metadata: { plan: 'pro' } })", { kind: 'track', name: 'signed_up', properties: ['plan'] }],
  ["client.updateUserAsync({ userID: 'usr_1' })", { kind: 'identify', userId: "'usr_1'" }],
  ["export function Page() { const { logEvent } = useStatsigClient(); logEvent('signed_up'); }", { kind: 'track', name: 'signed_up' }],
  ["export function Page() { const { client } = useStatsigClient(); client.logEvent('signed_up'); }", { kind: 'track', name: 'signed_up' }],
]);

testSurface('statsig-node', "import Statsig from 'statsig-node';", [
  ["Statsig.logEvent({ userID: 'usr_1' }, 'signed_up', 1, { plan: 'pro' })", { kind: 'track', name: 'signed_up', userId: "'usr_1'", properties: ['plan'] }],
  ["Statsig.logEventObject({ eventName: 'signed_up', user: { userID: 'usr_1' } })", { kind: 'track', name: 'signed_up', userId: "'usr_1'" }],
]);
