/** What is said of a change in tracking, whatever it is written in. */
import type { Tracking } from '../diff/tracking.ts';
import type { TrackingChange } from '../diff/tracking-diff.ts';
import { plural } from './plural.ts';

export interface DiffInput {
  /** As the user gave it: `main`. */
  readonly ref: string;
  readonly changes: readonly TrackingChange[];
}

/** One thing that is so, or is no longer, or is now. */
export interface Detail {
  readonly sign: '+' | '-' | '';
  readonly label: string;
  /** Names from the code. */
  readonly names: readonly string[];
}

export const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

/** The state that a reader can go to. */
export function shownOf(change: TrackingChange): Tracking {
  return change.kind === 'removed' ? change.before : change.after;
}

export function detailsOf(change: TrackingChange): Detail[] {
  if (change.kind !== 'changed') return stateOf(shownOf(change));
  const { before, after } = change;
  return [
    ...count('places', before.places.length, after.places.length),
    ...names(keysLabel(after), before.keys, after.keys),
    ...names('group', before.groups, after.groups),
    ...count('places without a group', before.groupless, after.groupless),
    ...names('SDK', before.sdks, after.sdks),
  ];
}

/** `2 events added, 1 changed`, or that nothing is. */
export function diffSummary({ ref, changes }: DiffInput): string {
  const counts = (['added', 'removed', 'changed'] as const).flatMap((kind) => {
    const found = changes.filter((change) => change.kind === kind).length;
    return found > 0 ? [`${String(found)} ${kind}`] : [];
  });
  return counts.length > 0 ? `Tracking since ${ref}: ${counts.join(', ')}` : `Tracking is as it was at ${ref}`;
}

function stateOf(state: Tracking): Detail[] {
  const { places, keys, groups, groupless, sdks } = state;
  return [
    { sign: '', label: plural(places.length, 'place'), names: [] },
    ...(keys.length > 0 ? [{ sign: '' as const, label: keysLabel(state), names: keys }] : []),
    ...(groups.length > 0 ? [{ sign: '' as const, label: 'group', names: groups }] : []),
    ...(groupless > 0 ? [{ sign: '' as const, label: groupless === places.length ? 'no group' : `${String(groupless)} of them without a group`, names: [] }] : []),
    { sign: '', label: 'to', names: sdks },
  ];
}

function keysLabel({ isEvent }: Tracking): string {
  return isEvent ? 'properties' : 'traits';
}

function count(label: string, before: number, after: number): Detail[] {
  return before === after ? [] : [{ sign: '', label: `${label}: ${String(before)} → ${String(after)}`, names: [] }];
}

function names(label: string, before: readonly string[], after: readonly string[]): Detail[] {
  const only = (texts: readonly string[], others: readonly string[]): string[] => texts.filter((text) => !others.includes(text));
  const [gone, come] = [only(before, after), only(after, before)];
  return [
    ...(come.length > 0 ? [{ sign: '+' as const, label, names: come }] : []),
    ...(gone.length > 0 ? [{ sign: '-' as const, label, names: gone }] : []),
  ];
}
