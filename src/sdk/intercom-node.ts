import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'intercom-node',
  title: 'Intercom (Node)',
  runtime: 'server',
  groupState: 'membership',
  modules: [{ specifiers: ['intercom-client'], exports: { IntercomClient: { new: 'client' }, Client: { new: 'client' } } }],
  client: {
    methods: {},
    members: {
      events: {
        methods: {
          create: {
            signatures: [
              { kind: 'track', when: { '0.event_name': 'present' }, name: '0.event_name', properties: '0.metadata', userId: '0.user_id' },
              { kind: 'track', when: { '0.eventName': 'present' }, name: '0.eventName', properties: '0.metadata', userId: '0.userId' },
            ],
          },
        },
      },
    },
  },
  groupContextHint: '`account_id: ID` among the `metadata`',
};
