/** One cause, one finding: what many sites have in common is reported once, with the sites as related places. */
import type { Related, Span } from './rule.ts';

const MOST_RELATED = 10;

/** Items by key, in the order in which the keys first appear. */
export function groupedBy<T>(items: readonly T[], key: (item: T) => string): (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

/** The sites behind a finding: the first ten, and how many more there are. */
export function relatedSites(sites: readonly Related[]): Related[] {
  const next = sites[MOST_RELATED];
  const shown = sites.slice(0, MOST_RELATED);
  return next ? [...shown, { place: next.place, message: `And ${String(sites.length - MOST_RELATED)} more, from here on.` }] : shown;
}

export function isSamePlace(a: Span, b: Span): boolean {
  return keyOfPlace(a) === keyOfPlace(b);
}

export function keyOfPlace({ file, start, end }: Span): string {
  return `${file}\0${String(start)}\0${String(end)}`;
}
