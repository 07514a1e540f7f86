import { posthogDestinationReserved, withPostHogGroups } from './shared/posthog-destination.ts';
import { rudderstackWebMethods } from './shared/rudderstack-web-methods.ts';
import { segmentWebHint } from './shared/segment-web-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'rudderstack-web',
  title: 'RudderStack (browser)',
  runtime: 'client',
  groupState: 'none',
  modules: [
    {
      specifiers: [
        '@rudderstack/analytics-js',
        '@rudderstack/analytics-js/bundled',
        '@rudderstack/analytics-js/legacy',
        '@rudderstack/analytics-js/legacy-bundled',
        '@rudderstack/analytics-js/content-script',
      ],
      exports: { RudderAnalytics: { new: 'client' }, RudderAnalyticsPreloader: { new: 'client' } },
    },
  ],
  globals: ['rudderanalytics'],
  client: { methods: withPostHogGroups(rudderstackWebMethods), push: true },
  reserved: posthogDestinationReserved,
  ignoresGroupsAt: ['1.groupId', '1.group_id', '1.$groups', '0.properties.groupId', '0.properties.group_id', '2.groups', '2.$groups'],
  groupContextHint: segmentWebHint,
};
