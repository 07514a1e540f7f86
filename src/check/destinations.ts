import type { Sdk } from '../sdk/types.ts';
import type { Destination } from './rule.ts';

const BY_STATE = { attached: 'session', membership: 'membership', none: 'event' } as const satisfies Record<Sdk['groupState'], Destination>;

/** The policy that holds for an SDK's events where the configuration sets none. */
export function defaultDestination(sdk: Sdk | undefined): Destination {
  return sdk ? BY_STATE[sdk.groupState] : 'event';
}
