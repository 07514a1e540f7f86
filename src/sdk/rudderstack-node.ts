import { posthogDestinationReserved, withPostHogGroups } from './shared/posthog-destination.ts';
import { messageMethods, segmentNodeHint } from './shared/segment-node-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'rudderstack-node',
  title: 'RudderStack (Node)',
  runtime: 'server',
  groupState: 'none',
  modules: [
    { specifiers: ['@rudderstack/rudder-sdk-node', '@expo/rudder-sdk-node'], exports: { default: { new: 'client' } }, namespace: { new: 'client' } },
    { specifiers: ['@rudderstack/analytics-js-service-worker'], exports: { Analytics: { new: 'client' } } },
  ],
  client: { methods: withPostHogGroups(messageMethods({ keepsGroupId: true })) },
  reserved: posthogDestinationReserved,
  ignoresGroupsAt: ['0.groups', '0.$groups', '0.properties.groupId', '0.properties.group_id', '0.properties.$groups'],
  groupContextHint: segmentNodeHint,
};
