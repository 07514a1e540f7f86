/** Methods of lists and of functions. */
import type { Argument } from '../evaluate/evaluate.ts';
import { noteChange } from '../evaluate/execute.ts';
import { callback, callValue } from '../evaluate/invoke.ts';
import { itemsOf, MOST_ITEMS } from '../values/lists.ts';
import type { CallSite, Machine } from '../evaluate/machine.ts';
import { member } from '../evaluate/members.ts';
import { noteReader, wakeReader } from '../frameworks/queues.ts';
import { concat } from '../values/strings.ts';
import { alternatives, array, elements, inherit, join, literal, OTHERS, truthy, UNDEFINED, unknown, type ObjectValue, type Value } from '../values/value.ts';

interface ListCall {
  readonly m: Machine;
  readonly list: ObjectValue;
  readonly items: readonly Value[];
  readonly open: Value | null;
  readonly args: readonly Value[];
  /** Any number of further arguments, from a spread. */
  readonly more: Value | null;
  readonly site: CallSite;
}

const each = ({ m, items, open, args, site }: ListCall): Value[] =>
  [...items, ...(open ? [open] : [])].map((item, index) => callback(m, args[0], [item, index < items.length ? literal(index) : INDEX], site));

const INDEX: Value = { k: 'unknown', reason: 'index', is: 'number' };

const LIST_METHODS: Readonly<Record<string, (call: ListCall) => Value>> = {
  forEach: (call) => (each(call), UNDEFINED),
  map: (call) => listOf(call, each(call)),
  flatMap: (call) => flat(call, each(call)),
  flat: (call) => flat(call, [...call.items, ...(call.open ? [call.open] : [])]),
  filter: (call) => {
    const kept = each(call);
    return listOf(call, [...call.items, ...(call.open ? [call.open] : [])].map((item, index) => (truthy(kept[index] ?? UNDEFINED) === false ? UNDEFINED : item)), true);
  },
  find: (call) => (each(call), join([...call.items, ...(call.open ? [call.open] : []), UNDEFINED])),
  at: ({ items, open }) => join([...items, ...(open ? [open] : [])]),
  pop: ({ items, open }) => join([...items, ...(open ? [open] : [])]),
  shift: ({ items, open }) => join([...items, ...(open ? [open] : [])]),
  some: (call) => (each(call), unknown('condition')),
  every: (call) => (each(call), unknown('condition')),
  includes: () => unknown('condition'),
  push: ({ m, list, args, more, site }) => {
    const length = [...list.store.keys()].filter((key) => key !== OTHERS).length;
    if (length <= MOST_ITEMS) args.forEach((arg, index) => m.journal.write(list.store, String(length + index), arg));
    const others = list.store.get(OTHERS);
    if (more) m.journal.write(list.store, OTHERS, join([...(others ? [others] : []), more]));
    wakeReader(m, list.store, site.frame);
    return unknown('length');
  },
  unshift: (call) => (LIST_METHODS['push']?.(call) ?? UNDEFINED),
  add: (call) => (LIST_METHODS['push']?.(call), call.list),
  has: () => unknown('condition'),
  concat: ({ list, items, open, args }) => {
    const parts = args.map((arg) => itemsOf(arg) ?? { items: [], open: unknown('element of an unknown list') });
    const all = array([...items, ...parts.flatMap((part) => part.items)]);
    const opens = [...(open ? [open] : []), ...parts.flatMap((part) => (part.open ? [part.open] : []))];
    if (opens.length > 0) all.store.set(OTHERS, join(opens));
    return inherit(all, list);
  },
  slice: ({ list }) => list, splice: ({ list }) => list, reverse: ({ list }) => list, sort: ({ list }) => list, toSorted: ({ list }) => list, values: ({ list }) => list,
  join: ({ items, open, args }) => {
    const separator = args[0] ?? literal(',');
    if (open) return unknown('joined list');
    return concat(items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])));
  },
  reduce: ({ m, items, args, site }) => items.reduce((sum: Value, item, index) => callback(m, args[0], [sum, item, literal(index)], site), args[1] ?? UNDEFINED),
};

/** Methods that put elements into a list. */
const FILLING = new Set(['push', 'unshift', 'add']);
/** Methods that call back with elements, for lists of which nothing is known. */
const ITERATING = new Set(['forEach', 'map', 'flatMap', 'filter', 'find', 'some', 'every']);

export function callListMethod(m: Machine, receiver: Value, name: string, all: readonly Argument[], site: CallSite): Value | null {
  const args = all.filter(({ rest }) => !rest).map(({ value }) => value);
  const method = Object.hasOwn(LIST_METHODS, name) ? LIST_METHODS[name] : undefined;
  if (!method) return null;
  if (receiver.k === 'object' && receiver.isArray) {
    if (!FILLING.has(name)) noteReader(receiver.store, site.frame);
    const { items, open } = itemsOf(receiver) ?? { items: [], open: unknown('element of a long list') };
    return method({ m, list: receiver, items, open, args, more: all.find(({ rest }) => rest)?.value ?? null, site });
  }
  if (receiver.k === 'sym' && FILLING.has(name)) noteChange(m, receiver);
  if ((receiver.k !== 'sym' && receiver.k !== 'unknown') || !ITERATING.has(name) || args[0]?.k !== 'closure') return null;
  const item = receiver.k === 'sym' ? member(m, receiver, '[]') : unknown('element of an unknown list');
  const result = callback(m, args[0], [item, INDEX, receiver], site);
  if (name === 'map' || name === 'flatMap') {
    const list = array([]);
    list.store.set(OTHERS, name === 'map' ? result : itemOf(result));
    return list;
  }
  return name === 'filter' ? receiver : name === 'find' ? item : unknown(`result of ${name}`);
}

function itemOf(result: Value): Value {
  const list = itemsOf(result);
  return list ? join([...list.items, ...(list.open ? [list.open] : [])]) : result;
}

function listOf({ items, list }: ListCall, results: readonly Value[], dropAbsent = false): Value {
  const known = results.slice(0, items.length).filter((one) => !dropAbsent || one !== UNDEFINED);
  const all = array(known);
  const open = results[items.length];
  if (open) all.store.set(OTHERS, open);
  return inherit(all, { ...list, anchor: undefined });
}

function flat({ items }: ListCall, results: readonly Value[]): Value {
  const all: Value[] = [];
  const opens: Value[] = [];
  results.forEach((result, index) => {
    for (const one of alternatives(result)) {
      if (one.k !== 'object' || !one.isArray) (index < items.length ? all : opens).push(one);
      else {
        const parts = elements(one);
        (index < items.length ? all : opens).push(...parts.items);
        if (parts.open) opens.push(parts.open);
      }
    }
  });
  const list = array(all);
  if (opens.length > 0) list.store.set(OTHERS, join(opens));
  return list;
}

/** `bind`, `call` and `apply` of functions and of an SDK's methods. */
export function callFunctionMethod(m: Machine, receiver: Value, name: string, args: readonly Value[], all: readonly Argument[], site: CallSite): Value | null {
  if (receiver.k !== 'closure' && receiver.k !== 'method') return null;
  const [self, ...others] = args;
  const bound = receiver.k === 'closure' && receiver.self === null && (self?.k === 'object' || self?.k === 'instance') ? { ...receiver, self } : receiver;
  if (name === 'bind') return bound.k === 'closure' ? { ...bound, bound: [...bound.bound, ...others] } : bound;
  if (name === 'call') return callValue(m, bound, all.slice(1), site);
  if (name !== 'apply') return null;
  const list = others[0]?.k === 'object' ? elements(others[0]) : { items: [], open: unknown('arguments') };
  return callValue(m, bound, [...list.items.map((value) => ({ value, rest: false })), ...(list.open ? [{ value: list.open, rest: true }] : [])], site);
}
