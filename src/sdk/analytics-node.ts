import { posthogDestinationReserved, withPostHogGroups } from './shared/posthog-destination.ts';
import { messageMethods, segmentNodeHint } from './shared/segment-node-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'analytics-node',
  title: 'Segment (analytics-node)',
  runtime: 'server',
  groupState: 'none',
  modules: [{ specifiers: ['analytics-node'], exports: { default: { new: 'client' } }, namespace: { new: 'client' } }],
  client: { methods: withPostHogGroups(messageMethods({ keepsGroupId: true })) },
  reserved: posthogDestinationReserved,
  ignoresGroupsAt: ['0.groups', '0.$groups', '0.properties.groupId', '0.properties.group_id', '0.properties.$groups'],
  groupContextHint: segmentNodeHint,
};
