/** Which SDKs' events get their group from something that the program did before. */
import type { Call, Destination, Sdk } from './rule.ts';

/** The SDKs for which the program calls group(), or identifies users together with a group. */
export function sdksWithGroups(calls: readonly Call[]): ReadonlySet<string> {
  const establishing = calls.filter((call) => call.live && (call.kind === 'group' || (call.kind === 'identify' && call.groupContext !== 'absent')));
  return new Set(establishing.flatMap(({ sdks }) => sdks));
}

/** A track call, and what is known of the program around it. */
export interface SessionOf {
  readonly call: Call;
  readonly sdks: readonly Sdk[];
  readonly established: ReadonlySet<string>;
}

/**
 * Whether an event may do without a group of its own in one of its SDKs. Where group() attaches nothing, a group of the
 * session comes from an enricher, which puts it on the event; that holds under any policy.
 */
export function isCoveredBySession({ call, sdks, established }: SessionOf, sdk: Sdk, policy: Destination): boolean {
  const hasSession = call.groups.some(({ source }) => source === 'session');
  if (policy !== 'event') return established.has(sdk.id) || hasSession;
  return hasSession && sdks.every(({ groupState }) => groupState === 'none');
}
