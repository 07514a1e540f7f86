import type { Method, Sdk } from './types.ts';

const logEvent: Method = {
  signatures: [
    { kind: 'track', when: { '0': 'string' }, name: '0', properties: '2' },
    { kind: 'track', when: { '0': 'object' }, name: '0.eventName', properties: '0.metadata' },
  ],
};
const updateUser: Method = { signatures: [{ kind: 'identify', when: { '0.userID': 'present' }, userId: '0.userID', traits: '0.custom' }] };

export const sdk: Sdk = {
  id: 'statsig',
  title: 'Statsig',
  runtime: 'client',
  groupState: 'none',
  modules: [
    { specifiers: ['@statsig/js-client', '@statsig/expo-bindings', '@statsig/react-native-bindings'], exports: { StatsigClient: { new: 'client' } } },
    {
      specifiers: ['@statsig/react-bindings'],
      exports: { useStatsigClient: { call: { members: { client: 'client' }, methods: { logEvent } } }, StatsigClient: { new: 'client' } },
    },
    { specifiers: ['statsig-js'], exports: { default: 'client', StatsigClient: { new: 'client' } } },
  ],
  client: {
    methods: { logEvent, updateUserAsync: updateUser, updateUserSync: updateUser, updateUser, initializeAsync: {}, initializeSync: {}, flush: {}, shutdown: {} },
  },
  groupContextHint: '`account_id: ID` among the metadata',
};
