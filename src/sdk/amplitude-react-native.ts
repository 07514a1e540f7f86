import { amplitudeClientMethods, amplitudeHint } from './shared/amplitude-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'amplitude-react-native',
  title: 'Amplitude (React Native)',
  runtime: 'client',
  groupState: 'membership',
  modules: [{ specifiers: ['@amplitude/analytics-react-native'], exports: { ReactNativeClient: { new: 'client' } }, namespace: 'client' }],
  client: {
    methods: {
      ...amplitudeClientMethods,
      trackScreenView: { signatures: [{ kind: 'screen', name: '0', properties: '1', groups: [{ at: '2.groups', form: 'map' }] }] },
      trackScreenViewOnNavigationStateChange: {},
    },
  },
  ignoresGroupsAt: ['1.groups', '1.$groups', '2.$groups', '2.context.groupId'],
  groupContextHint: amplitudeHint,
};
