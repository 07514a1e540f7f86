import type { Sdk } from './types.ts';

/** There is no options argument; only `context.set()`, a plugin or the enrichment callback can add a group to an event. */
export const sdk: Sdk = {
  id: 'segment-react-native',
  title: 'Segment (React Native)',
  runtime: 'client',
  groupState: 'none',
  modules: [
    {
      specifiers: ['@segment/analytics-react-native'],
      exports: { createClient: { call: 'client' }, useAnalytics: { call: 'client' }, SegmentClient: { new: 'client' } },
    },
  ],
  client: {
    methods: {
      track: { signatures: [{ kind: 'track', name: '0', properties: '1' }] },
      screen: { signatures: [{ kind: 'screen', name: '0', properties: '1' }] },
      identify: {
        signatures: [
          { kind: 'identify', when: { '0': 'present' }, userId: '0', traits: '1' },
          { kind: 'identify', traits: '1' },
        ],
      },
      group: { signatures: [{ kind: 'group', groupId: '0', traits: '1' }] },
      alias: { signatures: [{ kind: 'alias', userId: '0' }] },
      reset: { signatures: [{ kind: 'reset' }] },
      flush: {},
      add: {},
      init: {},
      cleanup: {},
    },
    members: {
      context: {
        methods: {
          set: { signatures: [{ kind: 'context', groups: [{ at: '0.groupId', form: 'id' }, { at: '0.account_id', form: 'id' }] }] },
          get: {},
        },
      },
    },
  },
  groupContextHint: '`context.groupId: ID`, set by the enrichment function that the call takes as its third argument',
};
