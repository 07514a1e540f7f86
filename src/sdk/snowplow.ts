import type { Method, Sdk, Signature } from './types.ts';

/** The calls that send something, by the argument that holds what they send. */
function callsAt(first: number): Readonly<Record<string, readonly Signature[]>> {
  const at = String(first);
  return {
    trackSelfDescribingEvent: [{ kind: 'track', name: `${at}.event.schema`, properties: `${at}.event.data` }],
    trackStructEvent: [{ kind: 'track', name: `${at}.action`, properties: at }],
    trackPageView: [{ kind: 'page', when: { [`${at}.title`]: 'present' }, name: `${at}.title` }, { kind: 'page' }],
    setUserId: [{ kind: 'identify', when: { [at]: 'string' }, userId: at }, { kind: 'reset', when: { [at]: 'absent' } }],
  };
}

const command: Method = {
  signatures: Object.entries(callsAt(1)).flatMap(([name, signatures]) => signatures.map((signature) => ({ ...signature, when: { '0': { is: name }, ...signature.when } }))),
};

/** Groups are entities with a schema of the product's own, which cannot be told from others. */
export const sdk: Sdk = {
  id: 'snowplow',
  title: 'Snowplow',
  runtime: 'client',
  groupState: 'none',
  modules: [{ specifiers: ['@snowplow/browser-tracker'], exports: {}, namespace: 'client' }],
  globals: ['snowplow'],
  client: {
    methods: {
      ...Object.fromEntries(Object.entries(callsAt(0)).map(([name, signatures]): [string, Method] => [name, { signatures }])),
      newTracker: { returns: 'client' },
      addGlobalContexts: {},
      clearUserData: { signatures: [{ kind: 'reset' }] },
      enableActivityTracking: {},
      trackTiming: {},
    },
    call: command,
  },
  groupContextHint: 'an entity of the group\'s schema with the id, `context: [{ schema, data: { id: ID } }]`',
};
