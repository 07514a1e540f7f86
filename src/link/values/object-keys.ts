/** The keys of an object argument and what stands under them, as far as that is known. */
import { MOST_VALUES, valuesOf, type DraftValue } from './draft-values.ts';
import { atHand, forced, held, inherit, OTHERS, UNDEFINED, type Place, type Store, type Value } from './value.ts';

export interface ObjectKeys {
  /** Sorted. */
  readonly keys: readonly string[];
  readonly optional: readonly string[];
  readonly open: boolean;
  /** Keys whose value is one known text. */
  readonly texts: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, Place>>;
  /** One for each of `keys`, in their order. */
  readonly entries: readonly KeyEntry[];
}

export interface KeyEntry {
  /** Where the key is written. */
  readonly keyAt: Place | null;
  readonly values: readonly DraftValue[];
}

const DEEPEST = 4;

/** Objects within objects are looked into so far. */
const DEEPEST_VALUES = 3;

/** `depth`: how many objects the object stands within. */
export function keysOf(value: Value | null, depth = 0): ObjectKeys {
  const texts: Record<string, string> = {};
  const places: Record<string, Place> = {};
  const { store, open } = mergedStore(value);
  const keys: string[] = [];
  const optional: string[] = [];
  const entries = new Map<string, KeyEntry>();
  for (const [key, part] of store) {
    const all = atHand(part);
    const present = all.filter((one) => one.k !== 'literal' || one.value !== undefined);
    if (present.length === 0) continue;
    keys.push(key);
    if (present.length < all.length) optional.push(key);
    const [only] = present;
    if (present.length === 1 && only?.k === 'literal' && typeof only.value === 'string') texts[key] = only.value;
    if (present.length === 1 && only?.at) places[key] = only.at;
    entries.set(key, { keyAt: present.find(({ keyAt }) => keyAt)?.keyAt ?? null, values: entries.size < MOST_VALUES ? valuesOf(present, (inner) => (depth < DEEPEST_VALUES ? keysOf(inner, depth + 1) : null)) : [] });
  }
  keys.sort();
  return { keys, optional: optional.sort(), open, texts, places, entries: keys.flatMap((key) => entries.get(key) ?? []) };
}

/** Whether an object may hold more keys than are known. */
export function isOpen(value: Value): boolean {
  return mergedStore(value).open;
}

/** All keys that the alternatives of an object may have; what only some have may be undefined. */
export function mergedStore(value: Value | null, depth = 0): { readonly store: Store; readonly open: boolean } {
  const store: Store = new Map();
  let open = false;
  const all = value ? forced(value) : [];
  const objects = all.filter((one) => one.k === 'object');
  if (all.some((one) => one.k !== 'object' && one.k !== 'literal')) open = true;
  for (const one of objects) {
    const others = one.store.get(OTHERS);
    const spread = others && depth < DEEPEST ? mergedStore(inherit(others, one), depth + 1) : null;
    if (spread) for (const [key, part] of spread.store) merge(store, key, part);
    if (others && (!spread || spread.open)) open = true;
    for (const [key, part] of one.store) if (key !== OTHERS) merge(store, key, inherit(held(one, key, part), one));
  }
  const certain = all.length === objects.length;
  for (const [key, part] of store) {
    const everywhere = certain && objects.every((one) => one.store.has(key));
    if (!everywhere) store.set(key, { k: 'union', of: [...atHand(part), UNDEFINED] });
  }
  return { store, open };
}

function merge(store: Store, key: string, part: Value): void {
  const before = store.get(key);
  store.set(key, before ? { k: 'union', of: [before, part] } : part);
}
