import { posthogDestinationReserved, withPostHogGroups } from './shared/posthog-destination.ts';
import { messageMethods, segmentNodeHint } from './shared/segment-node-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'segment-node',
  title: 'Segment (Node)',
  runtime: 'server',
  groupState: 'none',
  modules: [{ specifiers: ['@segment/analytics-node'], exports: { Analytics: { new: 'client' }, default: { new: 'client' } } }],
  client: { methods: withPostHogGroups(messageMethods({ keepsGroupId: false })) },
  reserved: posthogDestinationReserved,
  ignoresGroupsAt: ['0.groups', '0.$groups', '0.properties.groupId', '0.properties.group_id', '0.properties.$groups', '0.groupId'],
  groupContextHint: segmentNodeHint,
};
