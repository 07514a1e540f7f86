import type { Call } from '../link/call.ts';
import { trackingOf, type Tracking } from './tracking.ts';

/** One event, or kind of call, of which something is not as it was. */
export type TrackingChange =
  | { readonly kind: 'added'; readonly after: Tracking }
  | { readonly kind: 'removed'; readonly before: Tracking }
  | { readonly kind: 'changed'; readonly before: Tracking; readonly after: Tracking };

/** What differs between what two states of a program send. Moved code differs in nothing. Events first, by title. */
export function trackingDiff(before: readonly Call[], after: readonly Call[]): TrackingChange[] {
  const [old, now] = [trackingOf(before), trackingOf(after)];
  const changes = [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((title): TrackingChange[] => {
    const [was, is] = [old.get(title), now.get(title)];
    if (was && is) return same(was, is) ? [] : [{ kind: 'changed', before: was, after: is }];
    if (is) return [{ kind: 'added', after: is }];
    return was ? [{ kind: 'removed', before: was }] : [];
  });
  return [...changes.filter(isEvent), ...changes.filter((change) => !isEvent(change))];
}

function same(a: Tracking, b: Tracking): boolean {
  return a.places.length === b.places.length && a.groupless === b.groupless
    && [a.keys, a.groups, a.sdks].every((texts, index) => texts.join('\n') === [b.keys, b.groups, b.sdks][index]?.join('\n'));
}

function isEvent(change: TrackingChange): boolean {
  return (change.kind === 'removed' ? change.before : change.after).isEvent;
}
