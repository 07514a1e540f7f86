import { groupsInOptions } from './shared/segment-web-methods.ts';
import type { Sdk, Shape } from './types.ts';

const factory: Shape = { call: 'client' };
const exports = { default: factory, analytics: factory, Analytics: factory, init: factory, AnalyticsInstance: { new: 'client' } } as const satisfies Readonly<Record<string, Shape>>;

/** The `analytics` library, which hands events to plugins. */
export const sdk: Sdk = {
  id: 'use-analytics',
  title: 'analytics',
  runtime: 'client',
  isomorphic: true,
  groupState: 'none',
  modules: [
    { specifiers: ['analytics', '@analytics/core'], exports, namespace: { call: 'client', members: exports } },
    { specifiers: ['use-analytics'], exports: { useAnalytics: { call: 'client' } } },
  ],
  client: {
    methods: {
      track: {
        signatures: [
          { kind: 'track', when: { '0': 'string' }, name: '0', properties: '1', groups: groupsInOptions(2) },
          { kind: 'track', when: { '0': 'object' }, name: '0.event', properties: '0', groups: groupsInOptions(1) },
        ],
        callbacks: { '3': [] },
      },
      page: { signatures: [{ kind: 'page', properties: '0', groups: groupsInOptions(1) }] },
      identify: { signatures: [{ kind: 'identify', userId: '0', traits: '1', groups: groupsInOptions(2) }], callbacks: { '3': [] } },
      reset: { signatures: [{ kind: 'reset' }] },
      ready: { callbacks: { '0': [] } },
      on: { callbacks: { '1': [{}] } },
      once: { callbacks: { '1': [{}] } },
      user: {},
      getState: {},
      dispatch: {},
    },
    members: {
      plugins: {
        members: { segment: { methods: { group: { signatures: [{ kind: 'group', groupId: '0', traits: '1' }] } } } },
      },
    },
  },
  groupContextHint: '`{ context: { groupId: ID } }` in the options, the argument after the properties',
};
