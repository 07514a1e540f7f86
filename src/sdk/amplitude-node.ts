import { amplitudeHint, amplitudeMethods } from './shared/amplitude-methods.ts';
import type { Sdk } from './types.ts';

/** Membership is kept for the user whose `user_id` is among the options; the process holds none. */
export const sdk: Sdk = {
  id: 'amplitude-node',
  title: 'Amplitude (Node)',
  runtime: 'server',
  groupState: 'none',
  modules: [
    { specifiers: ['@amplitude/analytics-node'], exports: { NodeClient: { new: 'client' } }, namespace: 'client' },
    // Its predecessor, whose clients take the groups in the event itself.
    { specifiers: ['@amplitude/node'], exports: { init: { call: 'client' }, NodeClient: { new: 'client' } } },
  ],
  client: { methods: amplitudeMethods },
  ignoresGroupsAt: ['1.groups', '1.$groups', '2.$groups', '2.context.groupId'],
  groupContextHint: amplitudeHint,
};
