import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'statsig-node',
  title: 'Statsig (Node)',
  runtime: 'server',
  groupState: 'none',
  modules: [
    { specifiers: ['statsig-node'], exports: { default: 'client' }, namespace: 'client' },
    { specifiers: ['@statsig/statsig-node-core'], exports: { Statsig: { new: 'client' } } },
  ],
  client: {
    methods: {
      logEvent: { signatures: [{ kind: 'track', name: '1', properties: '3', userId: '0.userID' }] },
      logEventObject: { signatures: [{ kind: 'track', name: '0.eventName', properties: '0.metadata', userId: '0.user.userID' }] },
      initialize: {},
      flush: {},
      shutdown: {},
    },
  },
  groupContextHint: '`account_id: ID` among the metadata',
};
