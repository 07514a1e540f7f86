/** What a property may be, read off its abstract value when a call is made; what only a declared type tells is left open. */
import type { ValueType } from '../call.ts';
import type { ObjectKeys } from './object-keys.ts';
import { atHand, CHANGES, elements, isNullish, type ObjectValue, type Place, type Sym, type Text, type TypeIn, type Value } from './value.ts';

export interface DeclaredType {
  readonly type: TypeIn;
  readonly path: readonly string[];
}

export interface DraftValue {
  readonly type: ValueType;
  readonly literal?: string | number | boolean;
  /** With `*` for what is not known. */
  readonly pattern?: string;
  readonly items?: readonly DraftValue[];
  readonly members?: ObjectKeys;
  /** The type that it was declared with, where that is all that is known, or that of a whole and the keys from there. */
  readonly declared?: DeclaredType;
  readonly place: Place | null;
}

/** What is listed of an object's keys, a value's alternatives and a list's elements. */
export const MOST_VALUES = 100;
const MOST_ALTERNATIVES = 32;
const MOST_ITEMS = 20;

/** The alternatives of a value, without those that are `undefined`. `keysOf` looks into an object, or gives null at the bottom. */
export function valuesOf(all: readonly Value[], keysOf: (value: Value) => ObjectKeys | null): DraftValue[] {
  const changes = all.find((one) => one.k === 'unknown' && one.reason === CHANGES);
  if (changes || all.length > MOST_ALTERNATIVES) return [{ type: 'unknown', place: (changes ?? all[0])?.at ?? all[0]?.at ?? null }];
  return all.flatMap((one) => valuesOfOne(one, keysOf));
}

function valuesOfOne(value: Value, keysOf: (value: Value) => ObjectKeys | null): DraftValue[] {
  const place = value.at ?? null;
  switch (value.k) {
    case 'literal':
      return value.value === undefined ? [] : value.value === null ? [{ type: 'null', place }] : [{ type: typeof value.value as 'string' | 'number' | 'boolean', literal: value.value, place }];
    case 'text':
      return [value.isSum ? { type: 'unknown', place } : { type: 'string', pattern: patternOf(value), place }];
    case 'object': {
      if (value.encoded) return [{ type: 'string', place }];
      if (value.isArray) return [{ type: 'array', items: itemsOf(value, keysOf), place }];
      const members = keysOf(value);
      return [{ type: 'object', ...(members && { members }), place }];
    }
    case 'sym':
      if (value.is) return [{ type: value.is, place }];
      if (value.otherwise) return valuesOf(atHand(value.otherwise).map((one) => (one.at || !value.at ? one : { ...one, at: value.at })), keysOf);
      return [{ type: 'unknown', ...declaredOf(value.type ? { type: value.type, path: [] } : typeOfParameter(value)), place }];
    case 'unknown':
    case 'external':
    case 'lazy':
      return [{ type: value.is ?? 'unknown', ...declaredOf(value.type ? { type: value.type, path: [] } : null), place }];
    default:
      return [{ type: 'unknown', place }];
  }
}

function declaredOf(declared: DeclaredType | null): Pick<DraftValue, 'declared'> {
  return declared ? { declared } : {};
}

/** The type of the parameter that a symbol is part of, and the way to the part. */
function typeOfParameter({ frame: { module, fn }, path: [name, ...path] }: Sym): DeclaredType | null {
  const named = module.facts.functions[fn]?.params.filter((param) => param.name === name) ?? [];
  const ref = named.length === 1 ? named[0]?.type : null;
  return ref && path.length > 0 ? { type: { module, ref }, path } : null;
}

function patternOf({ parts }: Text): string {
  return parts.map((part) => (typeof part === 'string' ? part.replaceAll('*', '\\*') : '*')).join('');
}

function itemsOf(list: ObjectValue, keysOf: (value: Value) => ObjectKeys | null): DraftValue[] {
  const { items, open } = elements(list);
  const few = items.slice(0, MOST_ITEMS);
  const rest = open ?? (items.length > MOST_ITEMS ? items[MOST_ITEMS] : null);
  return [...few, ...(rest ? [rest] : [])].flatMap((item) => valuesOf(atHand(item).filter((one) => !isNullish(one)), keysOf));
}
