import { segmentWebHint, segmentWebMethods } from './shared/segment-web-methods.ts';
import type { Sdk } from './types.ts';

/** June attributes the events of a user to the user's companies, unless an event names its own. */
export const sdk: Sdk = {
  id: 'june-web',
  title: 'June (browser)',
  runtime: 'client',
  groupState: 'membership',
  modules: [
    {
      specifiers: ['@june-so/analytics-next'],
      exports: { AnalyticsBrowser: { new: 'client', methods: { load: { returns: 'client' }, standalone: { returns: 'client' } } }, Analytics: { new: 'client' } },
    },
  ],
  client: { methods: segmentWebMethods, push: true },
  ignoresGroupsAt: ['1.groupId', '1.group_id', '1.$groups', '0.properties.groupId', '0.properties.group_id', '2.groups', '2.$groups'],
  groupContextHint: segmentWebHint,
};
