import { messageMethods, segmentNodeHint } from './shared/segment-node-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'customerio-node',
  title: 'Customer.io (Node)',
  runtime: 'server',
  groupState: 'none',
  modules: [{ specifiers: ['@customerio/cdp-analytics-node'], exports: { Analytics: { new: 'client' }, default: { new: 'client' } } }],
  client: { methods: messageMethods({ keepsGroupId: false }) },
  groupContextHint: segmentNodeHint,
};
