import { amplitudeLegacyMethods } from './shared/amplitude-legacy-methods.ts';
import { amplitudeClientMethods, amplitudeHint } from './shared/amplitude-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'amplitude-browser',
  title: 'Amplitude (browser)',
  runtime: 'client',
  groupState: 'membership',
  modules: [{ specifiers: ['@amplitude/analytics-browser'], exports: { BrowserClient: { new: 'client' } }, namespace: 'client' }],
  globals: ['amplitude'],
  client: {
    methods: {
      ...amplitudeClientMethods,
      // `window.amplitude` may be the client of the legacy snippet, whose methods stand behind getInstance().
      getInstance: { returns: { methods: amplitudeLegacyMethods } },
    },
  },
  ignoresGroupsAt: ['1.groups', '1.$groups', '2.$groups', '2.context.groupId'],
  groupContextHint: amplitudeHint,
};
