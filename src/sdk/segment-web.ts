import { posthogDestinationReserved, withPostHogGroups } from './shared/posthog-destination.ts';
import { segmentWebHint, segmentWebMethods } from './shared/segment-web-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'segment-web',
  title: 'Segment (browser)',
  runtime: 'client',
  groupState: 'none',
  modules: [
    {
      specifiers: ['@segment/analytics-next'],
      exports: {
        AnalyticsBrowser: { new: 'client', methods: { load: { returns: 'client' }, standalone: { returns: 'client' } } },
        Analytics: { new: 'client' },
        NullAnalytics: { new: 'client' },
        AnalyticsSnippet: { new: 'client' },
        getGlobalAnalytics: { call: 'client' },
      },
    },
    { specifiers: ['@segment/analytics-react'], exports: { createClient: { call: 'client' }, useAnalytics: { call: 'client' } } },
  ],
  globals: ['analytics'],
  ambientTypes: ['SegmentAnalytics'],
  client: { methods: withPostHogGroups(segmentWebMethods), members: { instance: 'client' }, push: true },
  reserved: posthogDestinationReserved,
  ignoresGroupsAt: ['1.groupId', '1.group_id', '1.$groups', '0.properties.groupId', '0.properties.group_id', '2.groups', '2.$groups'],
  groupContextHint: segmentWebHint,
};
