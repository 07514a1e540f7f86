import { messageMethods, segmentNodeHint } from './shared/segment-node-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'hightouch-node',
  title: 'Hightouch Events (Node)',
  runtime: 'server',
  groupState: 'none',
  modules: [{ specifiers: ['@ht-sdks/events-sdk-js-node'], exports: { HtEvents: { new: 'client' } } }],
  client: { methods: messageMethods({ keepsGroupId: false }) },
  groupContextHint: segmentNodeHint,
};
