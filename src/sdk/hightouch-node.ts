import { messageMethods, segmentNodeHint } from './shared/segment-node-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'hightouch-node',
  title: 'Hightouch Events (Node)',
  runtime: 'server',
  groupState: 'none',
  modules: [{ specifiers: ['@ht-sdks/events-sdk-js-node'], exports: { HtEvents: { new: 'client' } } }],
  client: { methods: messageMethods({ keepsGroupId: false }) },
  ignoresGroupsAt: ['0.groups', '0.$groups', '0.properties.groupId', '0.properties.group_id', '0.properties.$groups', '0.groupId'],
  groupContextHint: segmentNodeHint,
};
