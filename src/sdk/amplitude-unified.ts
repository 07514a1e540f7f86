import { amplitudeClientMethods, amplitudeHint } from './shared/amplitude-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'amplitude-unified',
  title: 'Amplitude (unified)',
  runtime: 'client',
  groupState: 'membership',
  modules: [{ specifiers: ['@amplitude/unified'], exports: { UnifiedClient: { new: 'client' } }, namespace: 'client' }],
  client: { methods: { ...amplitudeClientMethods, initAll: {}, experiment: {}, sessionReplay: {} } },
  ignoresGroupsAt: ['1.groups', '1.$groups', '2.$groups', '2.context.groupId'],
  groupContextHint: amplitudeHint,
};
