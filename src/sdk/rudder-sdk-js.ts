import { posthogDestinationReserved, withPostHogGroups } from './shared/posthog-destination.ts';
import { rudderstackWebMethods } from './shared/rudderstack-web-methods.ts';
import { segmentWebHint } from './shared/segment-web-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'rudder-sdk-js',
  title: 'RudderStack (rudder-sdk-js)',
  runtime: 'client',
  groupState: 'none',
  modules: [{ specifiers: ['rudder-sdk-js', 'rudder-sdk-js/bundled'], exports: {}, namespace: 'client' }],
  client: { methods: withPostHogGroups(rudderstackWebMethods), push: true },
  reserved: posthogDestinationReserved,
  groupContextHint: segmentWebHint,
};
