import { posthogCoreHint, posthogCoreMethods } from './shared/posthog-core-methods.ts';
import { posthogReserved } from './shared/posthog-events.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'posthog-js-lite',
  title: 'PostHog (browser, lite)',
  runtime: 'client',
  groupState: 'attached',
  modules: [{ specifiers: ['posthog-js-lite'], exports: { PostHog: { new: 'client' }, default: { new: 'client' } } }],
  client: { methods: posthogCoreMethods },
  reserved: posthogReserved,
  ignoresGroupsAt: ['1.groups', '2.groups', '2.$groups', '2.context.groupId'],
  groupContextHint: posthogCoreHint,
};
