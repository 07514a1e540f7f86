import { groupsInOptions } from './shared/segment-web-methods.ts';
import type { Sdk } from './types.ts';

/**
 * The `analytics` library, which hands events to plugins. Its own package is not listed, because products call modules of
 * theirs `analytics`; its core and its hooks are.
 */
export const sdk: Sdk = {
  id: 'use-analytics',
  title: 'analytics',
  runtime: 'client',
  groupState: 'none',
  modules: [
    { specifiers: ['@analytics/core'], exports: { default: { call: 'client' }, analytics: { call: 'client' }, Analytics: { call: 'client' } } },
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
