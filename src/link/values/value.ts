/** The abstract values over which linking evaluates a program: what an expression may be, as far as the source says. */
import type { Range, TypeRef } from '../../extract/facts.ts';
import type { Method, Sdk, Shape } from '../../sdk/types.ts';
import type { Frame } from '../evaluate/frame.ts';
import type { Module } from '../program/modules.ts';

/** A range in a file. */
export interface Place {
  readonly file: string;
  readonly at: Range;
}

/** A type annotation and the module whose names it uses. */
export interface TypeIn {
  readonly module: Module;
  readonly ref: TypeRef;
}

/** What every value carries about its way here. */
interface Provenance {
  /** Calls through whose parameters the value flowed, first first. */
  readonly through?: readonly Frame[];
  /** The argument or property expression that gave the value. */
  readonly at?: Place;
  /** Where a text stands, however often it is passed on. */
  readonly origin?: Place;
  /** The key under which an object literal or an assignment put it. */
  readonly keyAt?: Place;
  /** The object, listed among others as data, that the value was read from. */
  readonly anchor?: Anchor;
}

/** An object literal that is handled as data, such as one of a list of events: the call it stands in, and its frame. */
export interface Anchor {
  readonly call: Place;
  readonly frame: Frame;
}

/** What kind of value something is. `date` is a `Date`, `datetime` a text that tells a time. */
export type Kind = 'string' | 'number' | 'boolean' | 'date' | 'datetime';

export type Primitive = string | number | boolean | null | undefined;

/** Members by name; elements of arrays by index. The key `*` holds what members not listed may be. */
export type Store = Map<string, Value>;
export const OTHERS = '*';

export type Literal = Provenance & { readonly k: 'literal'; readonly value: Primitive };
/** A string with holes. `isSum`: written with `+`, so that it may turn out to be a number. */
export type Text = Provenance & { readonly k: 'text'; readonly parts: readonly (string | Value)[]; readonly isSum?: boolean };
export type ObjectValue = Provenance & {
  readonly k: 'object';
  readonly store: Store;
  readonly isArray: boolean;
  readonly literal: Anchor | null;
  /** Keys that code elsewhere assigns, `*` for any: what they hold here decides nothing. */
  readonly changes?: readonly string[];
  /** It is JSON, which holds what is here. */
  readonly encoded?: boolean;
};
export type Closure = Provenance & {
  readonly k: 'closure';
  readonly module: Module;
  readonly fn: number;
  readonly env: Frame;
  readonly self: Value | null;
  readonly bound: readonly Value[];
};
export type ClassValue = Provenance & { readonly k: 'class'; readonly module: Module; readonly cls: number; readonly env: Frame };
/** An instance of a class of the program. `generic` where its constructor's arguments are not known; else `given`. */
export type Instance = Provenance & { readonly k: 'instance'; readonly of: ClassValue; readonly store: Store; readonly generic: boolean; readonly given: readonly Value[] };
/** A value of an SDK, and the arguments of the call that made it. */
export type SdkValue = Provenance & { readonly k: 'sdk'; readonly sdk: Sdk; readonly shape: Shape; readonly made: readonly Value[] };
/** A method of an SDK's value, not yet called. */
export type SdkMethod = Provenance & { readonly k: 'method'; readonly of: SdkValue; readonly name: string; readonly method: Method };
/** A `Proxy`, and where it was made. */
export type Proxied = Provenance & { readonly k: 'proxy'; readonly target: Value; readonly handler: ObjectValue; readonly site: { readonly frame: Frame; readonly place: Place } };
export type ModuleValue = Provenance & { readonly k: 'module'; readonly module: Module };
/** Something outside the program: a global, or an export of a package that is no SDK. */
export type External = Provenance & { readonly k: 'external'; readonly from: string; readonly path: readonly string[]; readonly typeArg?: TypeIn; readonly is?: Kind; readonly type?: TypeIn };
/** A parameter of a function evaluated by itself, or a part of one: only a caller knows. */
export type Sym = Provenance & {
  readonly k: 'sym';
  readonly frame: Frame;
  readonly path: readonly string[];
  readonly type: TypeIn | null;
  readonly is?: Kind;
  /** What it can be, where no caller says. */
  readonly otherwise?: Value;
};
export type Union = Provenance & { readonly k: 'union'; readonly of: readonly Value[] };
/** `is` and `type` are all that is known of it. `partOf`: the expression that gave the whole of which it is a part. */
export type Unknown = Provenance & { readonly k: 'unknown'; readonly reason: string; readonly partOf?: Place; readonly is?: Kind; readonly type?: TypeIn };
/** A value that is worked out only if it matters: by reading another file, or where it `calls`, by following a call. */
export type Lazy = Provenance & { readonly k: 'lazy'; readonly force: () => Value; readonly calls: boolean; readonly is?: Kind; readonly type?: TypeIn };

export type Value =
  | Literal | Text | ObjectValue | Closure | ClassValue | Instance | SdkValue | SdkMethod | Proxied | ModuleValue | External | Sym | Union | Unknown | Lazy;

/** Alternatives beyond this number make a value unknown. */
const MOST_ALTERNATIVES = 64;

export const UNDEFINED: Literal = { k: 'literal', value: undefined };

export function literal(value: Primitive): Literal {
  return { k: 'literal', value };
}

export function unknown(reason: string): Unknown {
  return { k: 'unknown', reason };
}

export function object(entries: Iterable<readonly [string, Value]> = [], isArray = false): ObjectValue {
  return { k: 'object', store: new Map(entries), isArray, literal: null };
}

export function array(items: readonly Value[]): ObjectValue {
  return object(items.map((item, index) => [String(index), item]), true);
}

/** Something of which only the kind is known. */
export function someOf(is: Kind, reason: string = is): Unknown {
  return { k: 'unknown', reason, is };
}

/** The value, of whose kind something is known, as far as it says nothing itself. */
export function knownAs(value: Value, of: { readonly is?: Kind | undefined; readonly type?: TypeIn | undefined }): Value {
  if (!of.is && !of.type) return value;
  if (value.k === 'union') return { ...value, of: value.of.map((one) => knownAs(one, of)) };
  if (value.k === 'sym') return of.is ? { ...value, is: of.is } : value;
  return value.k === 'unknown' || value.k === 'lazy' || value.k === 'external' ? { ...value, ...(of.is && { is: of.is }), ...(of.type && { type: of.type }) } : value;
}

/** The value, put under a key that stands at a place. */
export function underKey(value: Value, keyAt: Place): Value {
  return value.k === 'union' ? { ...value, of: value.of.map((one) => underKey(one, keyAt)) } : { ...value, keyAt };
}

/** A memoised lazy value; asking for it while it is being computed gives unknown. */
export function lazy(compute: () => Value, calls: boolean): Lazy {
  let state: Value | 'running' | null = null;
  return {
    k: 'lazy',
    calls,
    force: () => {
      if (state === 'running') return unknown('cyclic definition');
      if (state) return state;
      state = 'running';
      return (state = compute());
    },
  };
}

/** The alternatives of a value, lazy ones computed. */
export function forced(value: Value): readonly Value[] {
  if (value.k === 'lazy') return forced(inherit(found(value.at ? stamp(value.force(), value.at) : value.force(), value), value));
  if (value.k === 'union') return value.of.flatMap((one) => forced(inherit(one, value)));
  return [value];
}

/** The alternatives of a value; what only following a call could tell stays lazy. */
export function atHand(value: Value): readonly Value[] {
  if (value.k === 'lazy') return value.calls ? [value] : atHand(inherit(found(value.force(), value), value));
  return value.k === 'union' ? value.of.flatMap((one) => atHand(inherit(one, value))) : [value];
}

/** What a lazy value turns out to be stands under the key under which that was put. */
function found(value: Value, { keyAt }: Lazy): Value {
  return keyAt ? underKey(value, keyAt) : value;
}

/** Whether following a call would tell more of a value. */
export function needsCall(value: Value): boolean {
  return atHand(value).some((one) => one.k === 'lazy');
}

/** The alternatives of a value; lazy ones stay lazy. */
export function alternatives(value: Value): readonly Value[] {
  return value.k === 'union' ? value.of.map((one) => inherit(one, value)) : [value];
}

/** The union of values. */
export function join(values: readonly Value[]): Value {
  const [first, ...others] = values;
  if (!first) return UNDEFINED;
  if (others.every((other) => other === first)) return first;
  const distinct: Value[] = [];
  for (const value of values) for (const one of alternatives(value)) if (!distinct.some((known) => same(known, one))) distinct.push(one);
  if (distinct.length > MOST_ALTERNATIVES) return unknown('too many alternatives');
  return distinct.length === 1 && distinct[0] ? distinct[0] : { k: 'union', of: distinct };
}

function same(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.k === 'literal' && b.k === 'literal') return a.value === b.value && a.through === b.through && a.at === b.at;
  if (a.k === 'object' && b.k === 'object') return a.store === b.store && a.through === b.through;
  if (a.k === 'instance' && b.k === 'instance') return a.store === b.store;
  if (a.k === 'sdk' && b.k === 'sdk') return a.sdk === b.sdk && a.shape === b.shape && a.made === b.made;
  if (a.k === 'proxy' && b.k === 'proxy') return a.handler.store === b.handler.store;
  if (a.k === 'closure' && b.k === 'closure') return a.module === b.module && a.fn === b.fn && a.env === b.env && a.through === b.through;
  if (a.k === 'unknown' && b.k === 'unknown') return a.reason === b.reason && a.is === b.is && a.type === b.type;
  return a.k === 'sym' && b.k === 'sym' && a.frame === b.frame && a.path.join('.') === b.path.join('.');
}

/** A part of a whole: it came the way that the whole came. */
export function inherit(part: Value, whole: Value): Value {
  if (!whole.through && !whole.anchor) return part;
  const own = part.through ?? [];
  const through = [...own, ...(whole.through ?? []).filter((frame) => !own.includes(frame))];
  const anchor = part.anchor ?? (own.length === 0 ? whole.anchor : undefined);
  return { ...part, ...(through.length > 0 && { through }), ...(anchor && { anchor }) };
}

/** Notes the expression that gives a value, unless the value came from a caller, who knows better. */
export function stamp(value: Value, at: Place): Value {
  if (value.through || value.anchor) return value;
  return { ...(value.k === 'union' ? placed(value, at) : value), at };
}

/** What is not known is at least read at some place. */
function placed(value: Value, at: Place | undefined): Value {
  if (!at || !alternatives(value).some(isUnplaced)) return value;
  return value.k === 'union' ? { ...value, of: value.of.map((one) => placed(one, at)) } : { ...value, at };
}

function isUnplaced(value: Value): boolean {
  return (value.k === 'unknown' || value.k === 'sym') && !value.at && !value.through && !value.anchor;
}

/** Whether a value is true in a condition; null where that is not known. */
export function truthy(value: Value): boolean | null {
  if (value.k === 'literal') return Boolean(value.value);
  if (value.k === 'text') return value.parts.some((part) => typeof part === 'string') ? true : null;
  if (value.k === 'union') {
    const all = value.of.map(truthy);
    return all.every((one) => one === true) ? true : all.every((one) => one === false) ? false : null;
  }
  return value.k === 'sym' || value.k === 'unknown' || value.k === 'lazy' || value.k === 'external' ? null : true;
}

/** The reason why a value is not known that other code may replace. */
export const CHANGES = 'a value that changes';

/** A value that other code may replace: a plain one that it starts with decides nothing, nor what an object holds. */
export function changing(value: Value): Value {
  const all = alternatives(value);
  if (all.every((one) => one.k === 'literal')) return join([value, unknown(CHANGES)]);
  return all.some((one) => one.k === 'object') ? withChanges(value, ANY) : value;
}

/** What a variable holds that other code may assign. A list is mostly replaced by an empty one: what was put into it counts. */
export function replaceable(value: Value): Value {
  return alternatives(value).some((one) => !isNullish(one) && !(one.k === 'object' && one.isArray)) ? changing(value) : value;
}

const ANY: readonly string[] = [OTHERS];

/** A value some of whose keys are assigned elsewhere. */
export function withChanges(value: Value, keys: readonly string[]): Value {
  if (keys.length === 0) return value;
  if (value.k === 'union') return { ...value, of: value.of.map((one) => withChanges(one, keys)) };
  return value.k === 'object' ? { ...value, changes: value.changes ? [...new Set([...value.changes, ...keys])] : keys } : value;
}

/** What an object holds under a key, as far as that is certain. */
export function held(object: ObjectValue, key: string, part: Value): Value {
  return object.changes && (object.changes.includes(key) || object.changes.includes(OTHERS)) ? changing(part) : part;
}

export function isNullish(value: Value): boolean {
  return value.k === 'literal' && (value.value === undefined || value.value === null);
}

/** The alternatives of a value that pass a test which may be undecided. */
export function narrow(value: Value, keep: (one: Value) => boolean): Value {
  const left = alternatives(value).filter(keep).map((one) => (one.k === 'sym' && one.otherwise ? { ...one, otherwise: narrow(one.otherwise, keep) } : one));
  return left.length === 0 ? value : join(left);
}

/** The elements of an array in order. `open` where there may be more. */
export function elements(value: ObjectValue): { readonly items: readonly Value[]; readonly open: Value | null } {
  const items: Value[] = [];
  const changes = value.changes?.includes(OTHERS) ?? false;
  for (const [key, item] of value.store) if (key !== OTHERS) items.push(inherit(changes && item.k === 'object' ? changing(item) : item, value));
  return { items, open: value.store.get(OTHERS) ?? (changes ? unknown('element of a list that changes') : null) };
}

/** All symbols on which a text or a plain value depends. */
export function symbolsIn(value: Value): Sym[] {
  if (value.k === 'sym') return [value];
  if (value.k === 'text') return value.parts.flatMap((part) => (typeof part === 'string' ? [] : symbolsIn(part)));
  return value.k === 'union' ? value.of.flatMap(symbolsIn) : [];
}
