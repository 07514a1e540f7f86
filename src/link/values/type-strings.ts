/** The strings that values can be, as far as their alternatives or their declared types say. */
import type { TypeRef } from '../../extract/facts.ts';
import { bindingValue } from '../evaluate/bindings.ts';
import type { Machine } from '../evaluate/machine.ts';
import { member } from '../evaluate/members.ts';
import { declarationOf } from '../program/subtypes.ts';
import { expand } from './types.ts';
import { forced, isNullish, join, literal, OTHERS, type TypeIn, type Value } from './value.ts';

const DEEPEST = 6;
const MOST_STRINGS = 64;
type Strings = readonly string[] | null;

/** Null where neither its alternatives nor its type tell. */
export function stringsOfValue(m: Machine, value: Value): Strings {
  if (value.k === 'text') return combined(value.parts.map((part) => (typeof part === 'string' ? [part] : stringsOfValue(m, part))));
  if (value.k === 'sym' && !value.otherwise) return stringsOfType(m, value.type);
  const all = forced(value.k === 'sym' && value.otherwise ? value.otherwise : value).filter((one) => !isNullish(one));
  return all.length === 0 ? null : together(all.map((one) => (one.k === 'literal' ? [String(one.value)] : one.k === 'text' || one.k === 'sym' ? stringsOfValue(m, one) : null)));
}

/** A text with `*` for each part that is not known; null for a value that is no such text, or of which no part is known. */
export function patternOfValue(m: Machine, value: Value): string | null {
  if (value.k === 'text') return value.parts.map((part) => (typeof part === 'string' ? escaped(part) : (patternOfValue(m, part) ?? '*'))).join('');
  const whole = value.k === 'sym' && value.type ? expand(m, value.type) : null;
  if (whole?.ref.k !== 'template') return null;
  const pattern = whole.ref.parts.map((part) => (typeof part === 'string' ? escaped(part) : onlyOf(stringsOfPart(m, whole, part)))).join('');
  return /[^*]/.test(pattern) ? pattern : null;
}

function escaped(text: string): string {
  return text.replaceAll('*', '\\*');
}

function onlyOf(strings: Strings): string {
  return strings?.length === 1 ? escaped(strings[0] ?? '') : '*';
}

/** The strings that a type allows; null where it is not a set of strings. */
function stringsOfType(m: Machine, type: TypeIn | null, depth = 0): Strings {
  const whole = type && depth <= DEEPEST ? expand(m, type) : null;
  if (!whole) return null;
  const { module, ref } = whole;
  const inner = (one: TypeRef | null): Strings => stringsOfType(m, one && { module, ref: one }, depth + 1);
  switch (ref.k) {
    case 'strings':
      return ref.values;
    case 'literal':
      return typeof ref.value === 'number' ? [String(ref.value)] : null;
    case 'union':
      return together(ref.of.map(inner));
    case 'intersection':
      return ref.of.map(inner).filter((one) => one !== null).reduce((all: Strings, one) => (all ? all.filter((text) => one.includes(text)) : one), null);
    case 'template':
      return combined(ref.parts.map((part) => (typeof part === 'string' ? [part] : stringsOfPart(m, whole, part, depth + 1))));
    case 'keyof':
      return ref.of && keysOfType(m, { module, ref: ref.of }, depth + 1);
    case 'member':
      return stringsOfMember(m, { module, ref: ref.of }, ref.key, depth + 1);
    case 'name':
      return ref.binding === null ? computed(ref.name, ref.args.map(inner)) : enumStrings(m, whole);
    case 'typeof':
      return ref.binding === null ? null : literalsIn(typeofValue(m, whole));
    default:
      return null;
  }
}

function stringsOfPart(m: Machine, { module }: TypeIn, part: TypeRef | null, depth = 0): Strings {
  return stringsOfType(m, part && { module, ref: part }, depth);
}

/** Every combination of what the parts can be, if they are few. */
function combined(parts: readonly Strings[]): Strings {
  let results: readonly string[] = [''];
  for (const next of parts) {
    if (!next || results.length * next.length > MOST_STRINGS) return null;
    results = results.flatMap((left) => next.map((right) => left + right));
  }
  return results;
}

function together(all: readonly Strings[]): Strings {
  return all.every((one) => one !== null) ? [...new Set(all.flat())] : null;
}

/** The types that the language computes from strings. */
const COMPUTED: Readonly<Record<string, (text: string) => string>> = {
  Uppercase: (text) => text.toUpperCase(),
  Lowercase: (text) => text.toLowerCase(),
  Capitalize: (text) => text.charAt(0).toUpperCase() + text.slice(1),
  Uncapitalize: (text) => text.charAt(0).toLowerCase() + text.slice(1),
};

function computed(name: string, [from = null, by = null]: readonly Strings[]): Strings {
  const change = Object.hasOwn(COMPUTED, name) ? COMPUTED[name] : undefined;
  if (change) return from?.map(change) ?? null;
  if (!from || !by) return null;
  return name === 'Exclude' ? from.filter((text) => !by.includes(text)) : name === 'Extract' ? from.filter((text) => by.includes(text)) : null;
}

/** The names of a type's members; null where it may have others. */
function keysOfType(m: Machine, type: TypeIn, depth: number): Strings {
  if (depth > DEEPEST) return null;
  const whole = expand(m, type);
  if (whole?.ref.k === 'typeof' && whole.ref.binding !== null) return together(forced(typeofValue(m, whole)).map((one) => (one.k === 'object' && !one.isArray && !one.store.has(OTHERS) ? [...one.store.keys()] : null)));
  if (whole?.ref.k !== 'object' || whole.ref.open) return null;
  const parents = parentsOf(m, type);
  const own = Object.keys(whole.ref.members);
  if (!parents || own.length + parents.length === 0) return null;
  return together([own, ...parents.map((parent) => keysOfType(m, parent, depth + 1))]);
}

/** What an interface extends; null where that is not known. */
function parentsOf(m: Machine, { module, ref }: TypeIn): readonly TypeIn[] | null {
  if (ref.k !== 'name' || ref.binding === null) return [];
  const binding = module.facts.bindings[ref.binding];
  if (binding?.k === 'type') return binding.type.k === 'name' ? parentsOf(m, { module, ref: binding.type }) : binding.extends.map((parent) => ({ module, ref: parent }));
  const file = binding?.k === 'import' ? m.modules.resolve(module.path, binding.specifier) : null;
  const found = binding?.k === 'import' && file !== null ? m.modules.findExport(file, binding.imported, module.path) : null;
  const home = found?.k === 'module' ? declarationOf(found.module, found.name) : null;
  return found?.k === 'module' && home?.binding.k === 'type' ? home.binding.extends.map((parent) => ({ module: found.module, ref: parent })) : null;
}

/** `Event['name']`: of a union, what any of its types allows. */
function stringsOfMember(m: Machine, type: TypeIn, key: string | null, depth: number): Strings {
  const whole = depth > DEEPEST ? null : expand(m, type);
  if (!whole) return null;
  const { module, ref } = whole;
  if (ref.k === 'union') return together(ref.of.map((one) => stringsOfMember(m, { module, ref: one }, key, depth + 1)));
  if (ref.k !== 'object' || ref.open) return null;
  const members = key === null ? Object.values(ref.members) : Object.hasOwn(ref.members, key) ? [ref.members[key]] : [];
  return members.length === 0 ? null : together(members.map((one) => stringsOfType(m, one?.type ? { module, ref: one.type } : null, depth + 1)));
}

function typeofValue(m: Machine, { module, ref }: TypeIn): Value {
  if (ref.k !== 'typeof' || ref.binding === null) return literal(undefined);
  return ref.path.reduce((value: Value, key) => (key === '*' ? anyOf(value) : member(m, value, key)), bindingValue(m, ref.binding, module.frame));
}

function enumStrings(m: Machine, { module, ref }: TypeIn): Strings {
  if (ref.k !== 'name' || ref.binding === null) return null;
  const value = bindingValue(m, ref.binding, module.frame);
  return literalsIn(ref.member === null ? anyOf(value) : member(m, value, ref.member));
}

function literalsIn(value: Value): Strings {
  const strings = forced(value).map((one) => (one.k === 'literal' && typeof one.value === 'string' ? [one.value] : null));
  return strings.length > 0 ? together(strings) : null;
}

function anyOf(value: Value): Value {
  const all = forced(value).flatMap((one) => (one.k === 'object' ? [...one.store.values()] : []));
  return all.length === 0 ? literal(undefined) : join(all);
}
