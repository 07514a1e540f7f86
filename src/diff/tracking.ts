/** What a program sends, by event: the calls of all places that send the same, added up. */
import type { Call, Span } from '../link/call.ts';

/** All calls of one title. Lists are sorted. */
export interface Tracking {
  /** `user.invited`; a pattern; `group(account)`, `identify()`. */
  readonly title: string;
  readonly isEvent: boolean;
  readonly places: readonly Span[];
  /** Keys of the properties of events, of the traits of identify and group calls. */
  readonly keys: readonly string[];
  /** Levels of the groups that events carry; `(no level)` where the SDK names none. */
  readonly groups: readonly string[];
  /** Places that certainly send the event without a group. */
  readonly groupless: number;
  readonly sdks: readonly string[];
}

/** By title, sorted. Calls that nothing reaches send nothing. A call with several names counts for each. */
export function trackingOf(calls: readonly Call[]): Map<string, Tracking> {
  const byTitle = new Map<string, Call[]>();
  for (const call of calls) {
    if (!call.live) continue;
    for (const title of titlesOf(call)) byTitle.set(title, [...(byTitle.get(title) ?? []), call]);
  }
  return new Map(sorted(byTitle.keys()).map((title) => [title, added(title, byTitle.get(title) ?? [])]));
}

function added(title: string, calls: readonly Call[]): Tracking {
  return {
    title,
    isEvent: calls.some(isEvent),
    places: calls.map(({ span }) => span),
    keys: sorted(calls.flatMap((call) => (isEvent(call) ? call.properties : call.traits).keys)),
    groups: sorted(calls.filter(isEvent).flatMap(({ groups }) => groups.map(({ level }) => level ?? '(no level)'))),
    groupless: calls.filter((call) => call.kind === 'track' && call.groupContext === 'absent').length,
    sdks: sorted(calls.flatMap(({ sdks }) => sdks)),
  };
}

function titlesOf(call: Call): readonly string[] {
  if (call.kind === 'group') return [`group(${sorted(call.groups.flatMap(({ level }) => level ?? [])).join(', ')})`];
  if (!isEvent(call)) return [`${call.kind}()`];
  if (call.names.length > 0) return call.names;
  return [call.pattern ?? `(dynamic ${call.kind})`];
}

function isEvent({ kind }: Call): boolean {
  return kind === 'track' || kind === 'page' || kind === 'screen';
}

function sorted(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort();
}
