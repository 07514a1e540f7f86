import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'heap',
  title: 'Heap',
  runtime: 'client',
  groupState: 'membership',
  modules: [{ specifiers: ['@heap/react-native-heap'], exports: { default: 'client' }, namespace: 'client' }],
  globals: ['heap'],
  client: {
    methods: {
      track: { signatures: [{ kind: 'track', name: '0', properties: '1' }] },
      identify: { signatures: [{ kind: 'identify', userId: '0' }] },
      addUserProperties: { signatures: [{ kind: 'identify', traits: '0' }] },
      addEventProperties: { signatures: [{ kind: 'context', properties: '0' }] },
      removeEventProperty: {},
      clearEventProperties: {},
      resetIdentity: { signatures: [{ kind: 'reset' }] },
      load: {},
    },
  },
  groupContextHint: '`account_id: ID` among the properties',
};
