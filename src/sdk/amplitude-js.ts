import { amplitudeLegacyMethods } from './shared/amplitude-legacy-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'amplitude-js',
  title: 'Amplitude (amplitude-js)',
  runtime: 'client',
  groupState: 'membership',
  modules: [{ specifiers: ['amplitude-js'], exports: { default: 'client', AmplitudeClient: { new: 'client' } }, namespace: 'client' }],
  client: { methods: { ...amplitudeLegacyMethods, getInstance: { returns: 'client' } } },
  groupContextHint: '`{ LEVEL: ID }` as the third argument of `logEventWithGroups`, in place of `logEvent`',
};
