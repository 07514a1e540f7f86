import { segmentCalls, trackByName, viewOf } from './shared/segment-web-methods.ts';
import type { Sdk, Signature } from './types.ts';

/** `context` among the properties is moved into the event's context. */
function withContext(signature: Signature): Signature {
  const { properties, groups = [] } = signature;
  return properties === undefined ? signature : { ...signature, groups: [{ at: `${properties}.context.groupId`, form: 'id' }, ...groups] };
}

// An object is sent whole as the properties of the event that it names.
const tracks: readonly Signature[] = [...trackByName, { kind: 'track', when: { '0': 'object' }, name: '0.event', properties: '0' }];
const views: readonly Signature[] = viewOf('page').signatures ?? [];

export const sdk: Sdk = {
  id: 'jitsu',
  title: 'Jitsu',
  runtime: 'client',
  isomorphic: true,
  groupState: 'attached',
  modules: [
    { specifiers: ['@jitsu/js'], exports: { jitsuAnalytics: { call: 'client' }, emptyAnalytics: 'client' } },
    { specifiers: ['@jitsu/jitsu-react'], exports: { useJitsu: { call: { members: { analytics: 'client' } } }, jitsuAnalytics: { call: 'client' } } },
  ],
  globals: ['jitsu'],
  client: {
    methods: {
      ...segmentCalls,
      track: { ...segmentCalls.track, signatures: tracks.map(withContext) },
      page: { signatures: views.map(withContext) },
      setContextProperty: { signatures: [{ kind: 'context', when: { '0': { is: 'groupId' } }, groups: [{ at: '1', form: 'id' }] }] },
      setAnonymousId: {},
      user: { returns: { methods: { id: {}, traits: {} } } },
      configure: {},
    },
  },
  reserved: ['context'],
  groupContextHint: '`{ groupId: ID }` in the options, the argument after the properties, or call `group(ID)` before',
};
