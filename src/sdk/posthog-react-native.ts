import { posthogCoreHint, posthogCoreMethods } from './shared/posthog-core-methods.ts';
import { posthogReserved } from './shared/posthog-events.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'posthog-react-native',
  title: 'PostHog (React Native)',
  runtime: 'client',
  groupState: 'attached',
  modules: [
    {
      specifiers: ['posthog-react-native'],
      exports: { PostHog: { new: 'client' }, default: { new: 'client' }, usePostHog: { call: 'client' } },
    },
  ],
  client: {
    methods: {
      ...posthogCoreMethods,
      screen: { signatures: [{ kind: 'screen', name: '0', properties: '1', groups: [{ at: '1.$groups', form: 'map' }] }] },
    },
  },
  reserved: posthogReserved,
  ignoresGroupsAt: ['1.groups', '2.groups', '2.$groups', '2.context.groupId'],
  groupContextHint: posthogCoreHint,
};
