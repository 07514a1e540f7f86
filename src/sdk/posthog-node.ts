import { captures, posthogReserved } from './shared/posthog-events.ts';
import type { Method, Sdk } from './types.ts';

const capture: Method = {
  signatures: captures({
    name: '0.event',
    properties: '0.properties',
    userId: '0.distinctId',
    groups: [{ at: '0.groups', form: 'map' }, { at: '0.properties.$groups', form: 'map' }],
  }),
};

/** The person's properties stand flat among the properties, or in `$set`. */
const identify: Method = {
  signatures: [
    { kind: 'identify', when: { '0.properties.$set': 'present' }, userId: '0.distinctId', traits: '0.properties.$set' },
    { kind: 'identify', userId: '0.distinctId', traits: '0.properties' },
  ],
};

const groupIdentify: Method = { signatures: [{ kind: 'group', groupType: '0.groupType', groupId: '0.groupKey', traits: '0.properties', userId: '0.distinctId', attaches: false }] };

const context: Method = {
  signatures: [{ kind: 'context', properties: '0.properties', userId: '0.distinctId', groups: [{ at: '0.properties.$groups', form: 'map' }] }],
  callbacks: { '1': [] },
};

export const sdk: Sdk = {
  id: 'posthog-node',
  title: 'PostHog (Node)',
  runtime: 'server',
  groupState: 'none',
  modules: [
    { specifiers: ['posthog-node', 'posthog-node/edge'], exports: { PostHog: { new: 'client' }, default: { new: 'client' } }, namespace: { members: { PostHog: { new: 'client' } } } },
    { specifiers: ['nestjs-posthog'], exports: { PosthogService: { new: 'client' } } },
  ],
  client: {
    methods: {
      groupIdentify,
      groupIdentifyImmediate: groupIdentify,
      capture,
      captureImmediate: capture,
      identify,
      identifyImmediate: identify,
      setPersonProperties: { signatures: [{ kind: 'identify', userId: '0.distinctId', traits: '0.properties' }] },
      unsetPersonProperties: {},
      alias: { signatures: [{ kind: 'alias', userId: '0.distinctId' }] },
      aliasImmediate: { signatures: [{ kind: 'alias', userId: '0.distinctId' }] },
      withContext: context,
      enterContext: context,
      captureException: {},
      captureExceptionImmediate: {},
      flush: {},
      shutdown: {},
    },
  },
  reserved: posthogReserved,
  ignoresGroupsAt: ['0.$groups', '0.groupId', '0.context.groupId', '0.properties.groups', '0.properties.groupId'],
  groupContextHint: '`groups: { LEVEL: ID }` in the message, beside `event`',
};
