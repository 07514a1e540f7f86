/** Declarations proposed for calls that look like tracking and cannot be followed. */
import type { Wrapper } from '../../sdk/types.ts';
import type { Span } from '../call.ts';
import { grouped } from './settle.ts';
import { isTelling, type Unfollowed } from './unfollowed.ts';
import type { Place } from '../values/value.ts';
import { wrapperText } from '../sdk-calls/wrapper-sdk.ts';

/** A wrapper to declare, and the calls of it that would be known then. */
export interface Proposal {
  readonly wrapper: Wrapper;
  /** What is called, for people. */
  readonly called: string;
  readonly places: readonly Span[];
}

/** Distinct events, below which calls of one function may as well be something else. */
const LEAST_EVENTS = 2;

export function proposalsFor(found: readonly Unfollowed[], spanOf: (place: Place) => Span): Proposal[] {
  const once = [...grouped(found, ({ place, wrapper }) => `${place.file} ${String(place.at[0])} ${JSON.stringify(wrapper)}`).values()].flatMap(([one]) => one ?? []);
  const proposed: Unfollowed[][] = [];
  for (const calls of grouped(once.filter(({ wrapper }) => wrapper.kind === undefined), wayOf).values()) {
    const events = new Set(calls.flatMap((one) => one.events));
    const telling = [...events].filter(isTelling).length;
    if (events.size >= LEAST_EVENTS && telling * 2 > events.size) proposed.push(calls);
  }
  const owners = new Set(proposed.flatMap((calls) => calls.map(({ owner }) => owner)));
  const personal = once.filter(({ wrapper, owner }) => wrapper.kind !== undefined && owner !== '' && owners.has(owner));
  return [...proposed, ...grouped(personal, wayOf).values()].flatMap((calls) => proposalOf(calls, spanOf) ?? []).sort((a, b) => b.places.length - a.places.length);
}

function wayOf({ wrapper: { name, member, import: from } }: Unfollowed): string {
  return JSON.stringify([name, member, from]);
}

/** Of the forms in which a function is called, the most frequent; then the fullest. */
function proposalOf(calls: readonly Unfollowed[], spanOf: (place: Place) => Span): Proposal | null {
  const eventAt = ({ wrapper }: Unfollowed): string => JSON.stringify([wrapper.event, wrapper.batch, wrapper.userId, wrapper.groupType, wrapper.groupId]);
  const [main] = [...grouped(calls, eventAt).values()].sort((a, b) => b.length - a.length);
  const [fullest] = [...(main ?? [])].sort((a, b) => Object.keys(b.wrapper).length - Object.keys(a.wrapper).length);
  if (!main || !fullest) return null;
  const places = main.map(({ place }) => spanOf(place)).sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start));
  return { wrapper: fullest.wrapper, called: wrapperText(fullest.wrapper), places };
}
