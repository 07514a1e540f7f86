import type { Sdk } from './types.ts';

/** The snippet's global `op` is not listed: so short a name is many things. */
export const sdk: Sdk = {
  id: 'openpanel',
  title: 'OpenPanel',
  runtime: 'client',
  groupState: 'attached',
  modules: [
    { specifiers: ['@openpanel/sdk', '@openpanel/web', '@openpanel/react-native', '@openpanel/express', '@openpanel/astro'], exports: { OpenPanel: { new: 'client' } } },
    { specifiers: ['@openpanel/nextjs'], exports: { OpenPanel: { new: 'client' }, useOpenPanel: { call: 'client' } } },
  ],
  client: {
    methods: {
      track: { signatures: [{ kind: 'track', name: '0', properties: '1', userId: '1.profileId', groups: [{ at: '1.groups', form: 'ids' }] }] },
      screenView: { signatures: [{ kind: 'screen', when: { '0': 'string' }, name: '0', properties: '1' }, { kind: 'screen', properties: '0' }] },
      identify: { signatures: [{ kind: 'identify', userId: '0.profileId', traits: '0' }] },
      setGroup: { signatures: [{ kind: 'group', groupId: '0' }] },
      setGroups: { signatures: [{ kind: 'group', groupId: '0' }] },
      upsertGroup: { signatures: [{ kind: 'group', groupType: '0.type', groupId: '0.id', traits: '0', attaches: false }] },
      clear: { signatures: [{ kind: 'reset' }] },
      setGlobalProperties: {},
      increment: {},
      decrement: {},
      revenue: {},
      alias: {},
    },
    call: {
      signatures: [
        { kind: 'track', when: { '0': { is: 'track' } }, name: '1', properties: '2', userId: '2.profileId', groups: [{ at: '2.groups', form: 'ids' }] },
        { kind: 'identify', when: { '0': { is: 'identify' } }, userId: '1.profileId', traits: '1' },
        { kind: 'reset', when: { '0': { is: 'clear' } } },
      ],
    },
  },
  reserved: ['profileId', 'groups'],
  groupContextHint: '`groups: [ID]` among the properties, or call `setGroup(ID)` before',
};
