import { groupsInProperties, mixpanelHint, mixpanelReserved, partialUpdates, setter } from './shared/mixpanel-methods.ts';
import type { Sdk, Signature } from './types.ts';

const event: Signature = { kind: 'track', name: '0', properties: '1', userId: '1.distinct_id', groups: groupsInProperties(1) };
const item: Signature = { kind: 'track', name: '0.event', properties: '0.properties', userId: '0.properties.distinct_id', groups: [{ at: '0.properties.$groups', form: 'map' }] };
const userTraits = setter({ kind: 'identify', userId: '0' }, 1);
const groupTraits = setter({ kind: 'group', groupType: '0', groupId: '1', attaches: false }, 2);

export const sdk: Sdk = {
  id: 'mixpanel-node',
  title: 'Mixpanel (Node)',
  runtime: 'server',
  groupState: 'none',
  modules: [
    {
      specifiers: ['mixpanel'],
      exports: { init: { call: 'client' }, default: { methods: { init: { returns: 'client' } } }, Mixpanel: { new: 'client' } },
      namespace: { methods: { init: { returns: 'client' } } },
    },
  ],
  client: {
    methods: {
      track: { signatures: [{ ...event, when: { '1': 'object' } }, { kind: 'track', when: { '1': 'function' }, name: '0' }, event] },
      import: { signatures: [{ ...event, properties: '2', userId: '2.distinct_id', groups: groupsInProperties(2) }] },
      track_batch: { signatures: [item], batch: '0' },
      import_batch: { signatures: [item], batch: '0' },
      alias: { signatures: [{ kind: 'alias', userId: '0' }] },
      set_config: {},
    },
    members: {
      people: { methods: { ...partialUpdates, set: userTraits, set_once: userTraits } },
      groups: { methods: { ...partialUpdates, set: groupTraits, set_once: groupTraits } },
    },
  },
  reserved: mixpanelReserved,
  groupKeysAreProperties: true,
  ignoresGroupsAt: ['1.groups', '2.groups', '2.$groups', '2.context.groupId'],
  groupContextHint: mixpanelHint,
};
