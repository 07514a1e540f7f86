/** Methods of an instance of amplitude-js, the SDK before `@amplitude/analytics-browser`. */
import type { Method } from '../types.ts';

export const amplitudeLegacyMethods: Readonly<Record<string, Method>> = {
  init: { signatures: [{ kind: 'identify', when: { '1': 'string' }, userId: '1' }], callbacks: { '3': ['client'] } },
  logEvent: { signatures: [{ kind: 'track', name: '0', properties: '1' }] },
  logEventWithTimestamp: { signatures: [{ kind: 'track', name: '0', properties: '1' }] },
  logEventWithGroups: { signatures: [{ kind: 'track', name: '0', properties: '1', groups: [{ at: '2', form: 'map' }] }] },
  identify: { signatures: [{ kind: 'identify', traits: '0' }] },
  setUserId: { signatures: [{ kind: 'identify', when: { '0': 'string' }, userId: '0' }, { kind: 'reset', when: { '0': 'absent' } }] },
  setUserProperties: { signatures: [{ kind: 'identify', traits: '0' }] },
  setGroup: { signatures: [{ kind: 'group', groupType: '0', groupId: '1' }] },
  groupIdentify: { signatures: [{ kind: 'group', groupType: '0', groupId: '1', traits: '2', attaches: false }] },
  regenerateDeviceId: { signatures: [{ kind: 'reset' }] },
  clearUserProperties: {},
  logRevenue: {},
  logRevenueV2: {},
  onInit: { callbacks: { '0': ['client'] } },
  setDeviceId: {},
  setOptOut: {},
  setVersionName: {},
};
