/** Maps and sets: a set is the list of its elements, a map the list of its entries. */
import { callback } from '../evaluate/invoke.ts';
import { itemsOf } from '../values/lists.ts';
import type { CallSite, Machine } from '../evaluate/machine.ts';
import { member } from '../evaluate/members.ts';
import { equals } from '../values/strings.ts';
import { alternatives, array, inherit, join, OTHERS, UNDEFINED, unknown, type ObjectValue, type Store, type Value } from '../values/value.ts';

/** The lists that are maps. */
const MAPS = new WeakSet<Store>();
const LISTS = new Set(['Map', 'WeakMap', 'Set', 'WeakSet']);

/** `new Map(entries)`, `new Set(items)`; null for any other class. */
export function constructCollection(name: string, args: readonly Value[]): Value | null {
  if (!LISTS.has(name)) return null;
  const [given] = args;
  const known = given ? itemsOf(given) : null;
  const list = array(known?.items ?? []);
  const open = known ? known.open : given ? unknown('element of an unknown list') : null;
  if (open) list.store.set(OTHERS, name.endsWith('Map') ? array([unknown('key'), unknown('value of a map')]) : open);
  if (name.endsWith('Map')) MAPS.add(list.store);
  return given ? inherit(list, given) : list;
}

interface MapCall {
  readonly m: Machine;
  readonly map: ObjectValue;
  readonly entries: readonly Value[];
  readonly open: boolean;
  readonly args: readonly Value[];
  readonly site: CallSite;
}

const METHODS: Readonly<Record<string, (call: MapCall) => Value>> = {
  get: lookUp,
  has: () => unknown('condition'),
  delete: () => unknown('condition'),
  set: ({ m, map, args: [key, value] }) => {
    m.journal.write(map.store, String(map.store.size), array([key ?? UNDEFINED, value ?? UNDEFINED]));
    return map;
  },
  keys: (call) => parts(call, '0'),
  values: (call) => parts(call, '1'),
  entries: ({ map }) => map,
  forEach: ({ m, entries, args, site }) => {
    for (const entry of entries) callback(m, args[0], [member(m, entry, '1'), member(m, entry, '0')], site);
    return UNDEFINED;
  },
};

export function callMapMethod(m: Machine, receiver: Value, name: string, args: readonly Value[], site: CallSite): Value | null {
  const method = receiver.k === 'object' && MAPS.has(receiver.store) && Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (receiver.k !== 'object' || !method) return null;
  const known = itemsOf(receiver);
  const entries = known ? [...known.items, ...(known.open ? [known.open] : [])] : [unknown('entry of a large map')];
  return method({ m, map: receiver, entries, open: known?.open !== null, args, site });
}

/** The values of all entries whose key may be the one asked for. A symbol's caller may know which. */
function lookUp({ m, entries, open, args: [key = UNDEFINED] }: MapCall): Value {
  // What fills a map that is empty here was not seen.
  if (entries.length === 0) return unknown('value of a map');
  const valueOf = (entry: Value): Value => member(m, entry, '1');
  return join(
    alternatives(key).map((one) => {
      const outcomes = entries.map((entry) => equals(member(m, entry, '0'), one));
      const certain = outcomes.indexOf(true);
      const found = entries[certain];
      if (found && !outcomes.slice(certain + 1).includes(null)) return inherit(valueOf(found), one);
      const possible = join([...entries.filter((_, index) => outcomes[index] !== false).map(valueOf), ...(open ? [unknown('value of a map')] : []), UNDEFINED]);
      return one.k === 'sym' ? { k: 'sym', frame: one.frame, path: [...one.path, '[]'], type: null, otherwise: possible } : possible;
    }),
  );
}

function parts({ m, entries, open }: MapCall, key: string): Value {
  const list = array(entries.map((entry) => member(m, entry, key)));
  if (open) list.store.set(OTHERS, unknown('element of a map'));
  return list;
}
