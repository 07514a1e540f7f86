import { groupsInOptions } from './shared/segment-web-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'accoil',
  title: 'Accoil',
  runtime: 'client',
  groupState: 'none',
  modules: [],
  globals: ['accoil'],
  client: {
    methods: {
      load: {},
      track: { signatures: [{ kind: 'track', name: '0', properties: '1', groups: groupsInOptions(2) }] },
      page: { signatures: [{ kind: 'page', name: '0', properties: '1', groups: groupsInOptions(2) }] },
      identify: {
        signatures: [
          { kind: 'identify', userId: '0', traits: '1', groups: [{ at: '1.groupId', form: 'id' }, ...groupsInOptions(2)] },
        ],
      },
      group: { signatures: [{ kind: 'group', groupId: '0', traits: '1' }] },
      push: {},
    },
    push: true,
  },
  groupContextHint: '`{ context: { groupId: ID } }` as the third argument',
};
