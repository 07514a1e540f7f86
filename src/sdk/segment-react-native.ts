import { posthogDestinationReserved, withPostHogGroups } from './shared/posthog-destination.ts';
import type { GroupSlot, Sdk } from './types.ts';

/** There is no options argument; a function passed last may add a group to the event, and what it adds is not looked at. */
const ENRICHMENT: readonly GroupSlot[] = [{ at: '2', form: 'map' }];

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
    methods: withPostHogGroups({
      track: { signatures: [{ kind: 'track', name: '0', properties: '1', groups: ENRICHMENT }] },
      screen: { signatures: [{ kind: 'screen', name: '0', properties: '1', groups: ENRICHMENT }] },
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
    }),
    members: {
      context: {
        methods: {
          set: { signatures: [{ kind: 'context', groups: [{ at: '0.groupId', form: 'id' }, { at: '0.account_id', form: 'id' }] }] },
          get: {},
        },
      },
    },
  },
  reserved: posthogDestinationReserved,
  groupContextHint: 'a function that adds it as the third argument, `(event) => ({ ...event, context: { ...event.context, groupId: ID } })`',
};
