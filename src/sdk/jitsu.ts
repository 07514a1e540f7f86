import { segmentCalls, trackByName, viewOf } from './shared/segment-web-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'jitsu',
  title: 'Jitsu',
  runtime: 'client',
  groupState: 'attached',
  modules: [
    { specifiers: ['@jitsu/js'], exports: { jitsuAnalytics: { call: 'client' }, emptyAnalytics: 'client' } },
    { specifiers: ['@jitsu/jitsu-react'], exports: { useJitsu: { call: { members: { analytics: 'client' } } }, jitsuAnalytics: { call: 'client' } } },
  ],
  globals: ['jitsu'],
  client: {
    methods: {
      ...segmentCalls,
      // An object is sent whole as the properties of the event that it names.
      track: { ...segmentCalls.track, signatures: [...trackByName, { kind: 'track', when: { '0': 'object' }, name: '0.event', properties: '0' }] },
      page: viewOf('page'),
      setContextProperty: { signatures: [{ kind: 'context', when: { '0': { is: 'groupId' } }, groups: [{ at: '1', form: 'id' }] }] },
      setAnonymousId: {},
      user: { returns: { methods: { id: {}, traits: {} } } },
      configure: {},
    },
  },
  groupContextHint: '`{ groupId: ID }` in the options, the argument after the properties, or call `group(ID)` before',
};
