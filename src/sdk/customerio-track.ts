import type { Sdk } from './types.ts';

/** The client of Customer.io's track API. Its events know people, and no groups. */
export const sdk: Sdk = {
  id: 'customerio-track',
  title: 'Customer.io (track API)',
  runtime: 'server',
  groupState: 'none',
  modules: [{ specifiers: ['customerio-node'], exports: { TrackClient: { new: 'client' } } }],
  client: {
    methods: {
      identify: { signatures: [{ kind: 'identify', userId: '0', traits: '1' }] },
      track: { signatures: [{ kind: 'track', name: '1.name', properties: '1.data', userId: '0' }] },
      trackAnonymous: { signatures: [{ kind: 'track', name: '1.name', properties: '1.data', userId: '0' }] },
      trackPageView: { signatures: [{ kind: 'page', name: '1', userId: '0' }] },
      destroy: {},
      suppress: {},
      addDevice: {},
    },
  },
  groupContextHint: '`account_id: ID` among the event\'s `data`',
};
