import { messageMethods, segmentNodeHint } from './shared/segment-node-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'customerio-node',
  title: 'Customer.io (Node)',
  runtime: 'server',
  groupState: 'none',
  modules: [{ specifiers: ['@customerio/cdp-analytics-node'], exports: { Analytics: { new: 'client' }, default: { new: 'client' } } }],
  client: { methods: messageMethods({ keepsGroupId: false }) },
  ignoresGroupsAt: ['0.groups', '0.$groups', '0.properties.groupId', '0.properties.group_id', '0.properties.$groups', '0.groupId'],
  groupContextHint: segmentNodeHint,
};
