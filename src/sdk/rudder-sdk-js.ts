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
  ignoresGroupsAt: ['1.groupId', '1.group_id', '1.$groups', '0.properties.groupId', '0.properties.group_id', '2.groups', '2.$groups'],
  groupContextHint: segmentWebHint,
};
