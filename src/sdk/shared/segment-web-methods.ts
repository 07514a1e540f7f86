/** Methods that Segment's browser client, its forks and its imitators have in common. */
import type { GroupSlot, Method, Signature } from '../types.ts';

/** Where the options argument carries groups: keys that the client does not know are moved into `context`. */
export function groupsInOptions(at: number): readonly GroupSlot[] {
  const options = String(at);
  return [
    { at: `${options}.context.groupId`, form: 'id' },
    { at: `${options}.groupId`, form: 'id' },
    { at: `${options}.context.account_id`, form: 'id' },
    { at: `${options}.integrations.Amplitude.groups`, form: 'map' },
    { at: `${options}.integrations.Actions Amplitude.groups`, form: 'map' },
  ];
}

const named: Signature = { kind: 'track', name: '0', properties: '1', groups: groupsInOptions(2) };

/** `track(name, properties?, options?, callback?)`; the callback may come early. */
export const trackByName: readonly Signature[] = [
  { ...named, when: { '0': 'string', '1': 'object', '2': 'object' } },
  { kind: 'track', when: { '0': 'string', '1': 'object', '2': 'function' }, name: '0', properties: '1' },
  { ...named, when: { '0': 'string', '1': 'object' } },
  { kind: 'track', when: { '0': 'string', '1': 'function' }, name: '0' },
  { ...named, when: { '0': 'string' } },
];

/** `track({ event, properties }, options?)`. */
const trackObject: Signature = { kind: 'track', when: { '0': 'object' }, name: '0.event', properties: '0.properties' };

/** Strings come first (category, then name), then properties, then options. */
export function viewOf(kind: 'page' | 'screen'): Method {
  return {
    signatures: [
      { kind, when: { '0': 'string', '1': 'object' }, name: '0', properties: '1', groups: groupsInOptions(2) },
      { kind, when: { '1': 'string' }, name: '1', properties: '2', groups: groupsInOptions(3) },
      { kind, when: { '0': 'string' }, name: '0', properties: '2', groups: groupsInOptions(3) },
      { kind, when: { '0': 'object' }, properties: '0', groups: groupsInOptions(1) },
      { kind, properties: '2', groups: groupsInOptions(3) },
    ],
  };
}

const identify: Method = {
  signatures: [
    { kind: 'identify', when: { '0': 'string' }, userId: '0', traits: '1', groups: groupsInOptions(2) },
    { kind: 'identify', when: { '0': 'object' }, traits: '0', groups: groupsInOptions(1) },
    { kind: 'identify', when: { '0': 'present' }, userId: '0', traits: '1', groups: groupsInOptions(2) },
    { kind: 'identify', traits: '1', groups: groupsInOptions(2) },
  ],
  callbacks: { '1': [], '2': [], '3': [] },
};

/** Without arguments it reads the group and sends nothing. */
const group: Method = {
  signatures: [
    { kind: 'group', when: { '0': 'string' }, groupId: '0', traits: '1' },
    { kind: 'group', when: { '0': 'object' }, traits: '0' },
    { kind: 'group', when: { '0': 'present' }, groupId: '0', traits: '1' },
  ],
  returns: { methods: { id: {}, traits: {} } },
  callbacks: { '1': [], '2': [], '3': [] },
};

/** The event comes after the elements; properties may be computed by a function. */
const trackElements: Method = {
  signatures: [
    { kind: 'track', when: { '2': 'object' }, name: '1', properties: '2', groups: groupsInOptions(3) },
    { kind: 'track', name: '1', groups: groupsInOptions(3) },
  ],
};

/** The calls that Segment's specification names, in positional form. */
export const segmentCalls = {
  track: { signatures: trackByName, callbacks: { '1': [], '2': [], '3': [] } },
  page: viewOf('page'),
  identify,
  group,
  alias: { signatures: [{ kind: 'alias', userId: '0' }] },
  reset: { signatures: [{ kind: 'reset' }] },
  ready: { callbacks: { '0': [] } },
} as const satisfies Readonly<Record<string, Method>>;

/** The client of analytics-next and its forks. */
export const segmentWebMethods: Readonly<Record<string, Method>> = {
  ...segmentCalls,
  track: { ...segmentCalls.track, signatures: [...trackByName, { ...trackObject, when: { '0': 'object', '1': 'object' }, groups: groupsInOptions(1) }, trackObject] },
  screen: viewOf('screen'),
  pageview: { signatures: [{ kind: 'page' }] },
  pageView: { signatures: [{ kind: 'page' }] },
  trackLink: trackElements,
  trackClick: trackElements,
  trackForm: trackElements,
  trackSubmit: trackElements,
  on: { callbacks: { '1': [] }, returns: 'client' },
  once: { callbacks: { '1': [] }, returns: 'client' },
  off: { returns: 'client' },
  addSourceMiddleware: { callbacks: { '0': [{}] }, enriches: '0', returns: 'client' },
  addDestinationMiddleware: { returns: 'client' },
  addIntegrationMiddleware: { returns: 'client' },
  register: { enriches: '0', returns: 'client' },
  deregister: { returns: 'client' },
  load: { returns: 'client' },
  user: { returns: { methods: { id: {}, anonymousId: {}, traits: {} } } },
  setAnonymousId: {},
  debug: {},
  push: {},
};

export const segmentWebHint = '`{ context: { groupId: ID } }` in the options, the argument after the properties';
