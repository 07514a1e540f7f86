/** Methods of Amplitude's present SDKs, which are exported one by one and found on instances alike. */
import type { GroupSlot, Method, Signature } from '../types.ts';

const OPTIONS: readonly GroupSlot[] = [{ at: '2.groups', form: 'map' }];
const EVENT_AND_OPTIONS: readonly GroupSlot[] = [{ at: '0.groups', form: 'map' }, ...OPTIONS];

const events: readonly Signature[] = [
  { kind: 'track', when: { '0': 'string', '2.user_id': 'present' }, name: '0', properties: '1', userId: '2.user_id', groups: OPTIONS },
  { kind: 'track', when: { '0': 'string' }, name: '0', properties: '1', groups: OPTIONS },
  { kind: 'track', when: { '0': 'object', '1': 'absent' }, name: '0.event_type', properties: '0.event_properties', userId: '0.user_id', groups: EVENT_AND_OPTIONS },
  { kind: 'track', when: { '0': 'object' }, name: '0.event_type', properties: '1', userId: '0.user_id', groups: EVENT_AND_OPTIONS },
];

/** `identify(new Identify()...)` sets user properties; with a `user_id` among the options it says whose. */
const identify: Method = {
  signatures: [
    { kind: 'identify', when: { '1.user_id': 'present' }, userId: '1.user_id', traits: '0', groups: [{ at: '1.groups', form: 'map' }] },
    { kind: 'identify', traits: '0', groups: [{ at: '1.groups', form: 'map' }] },
  ],
};

/** What every runtime has. */
export const amplitudeMethods: Readonly<Record<string, Method>> = {
  track: { signatures: events },
  logEvent: { signatures: events },
  identify,
  setGroup: { signatures: [{ kind: 'group', groupType: '0', groupId: '1', userId: '2.user_id' }] },
  groupIdentify: { signatures: [{ kind: 'group', groupType: '0', groupId: '1', traits: '2', userId: '3.user_id', attaches: false }] },
  createInstance: { returns: 'client' },
  init: {},
  add: { enriches: '0' },
  remove: {},
  flush: {},
  revenue: {},
  setOptOut: {},
};

/** `init(key, userId, options)`: with two arguments the second may as well be the options. */
const initWithUser: Method = { signatures: [{ kind: 'identify', when: { '1': 'string', '2': 'present' }, userId: '1' }] };

/** What the runtimes that hold a user have besides. */
export const amplitudeClientMethods: Readonly<Record<string, Method>> = {
  ...amplitudeMethods,
  init: initWithUser,
  setUserId: { signatures: [{ kind: 'identify', when: { '0': 'string' }, userId: '0' }, { kind: 'reset', when: { '0': 'absent' } }] },
  setIdentity: {
    signatures: [
      { kind: 'identify', when: { '0.userId': 'present' }, userId: '0.userId', traits: '0.userProperties' },
      { kind: 'identify', when: { '0.userProperties': 'present' }, traits: '0.userProperties' },
    ],
  },
  reset: { signatures: [{ kind: 'reset' }] },
  setDeviceId: {},
  setSessionId: {},
  setTransport: {},
  extendSession: {},
  getUserId: {},
  getDeviceId: {},
  getSessionId: {},
};

export const amplitudeHint = '`{ groups: { LEVEL: ID } }` as the third argument';
