/** What a declared type says of the values that it allows. */
import { bindingValue } from '../evaluate/bindings.ts';
import type { CallKeys, ValueShape } from '../call.ts';
import type { DeclaredType } from './draft-values.ts';
import type { Machine } from '../evaluate/machine.ts';
import { member } from '../evaluate/members.ts';
import { expand, memberTypeAnywhere } from './types.ts';
import { forced, OTHERS, type TypeIn, type Value } from './value.ts';

const DEEPEST = 4;
const MOST_ALTERNATIVES = 64;
const NOWHERE = { span: null, text: null };
const UNKNOWN: ValueShape = { type: 'unknown', ...NOWHERE };

/** What the type says, or the part of it that stands at the end of the way. */
export function shapesOfDeclared(m: Machine, { type, path }: DeclaredType): readonly ValueShape[] {
  let part: TypeIn | null = type;
  for (const key of path) part = memberTypeAnywhere(m, part, key);
  return part ? shapesOfType(m, part) : [UNKNOWN];
}

/** One for each alternative; unknown where the type says nothing, or too much. */
function shapesOfType(m: Machine, type: TypeIn, depth = 0): readonly ValueShape[] {
  const whole = depth > DEEPEST ? null : isEnum(type) ? type : expand(m, type);
  if (!whole) return [UNKNOWN];
  const { module, ref } = whole;
  const inner = (one: TypeIn['ref'] | null): readonly ValueShape[] => (one ? shapesOfType(m, { module, ref: one }, depth + 1) : [UNKNOWN]);
  switch (ref.k) {
    case 'strings':
      return few(ref.values.map(ofLiteral));
    case 'literal':
      return [ofLiteral(ref.value)];
    case 'primitive':
      return [{ type: ref.type, ...NOWHERE }];
    case 'union':
      return few(ref.of.flatMap(inner));
    case 'intersection': {
      const primitive = ref.of.find((one) => one.k === 'primitive' && one.type !== 'unknown');
      return primitive ? inner(primitive) : [UNKNOWN];
    }
    case 'array':
      return [{ type: 'array', items: inner(ref.of), ...NOWHERE }];
    case 'object':
      return [{ type: 'object', members: membersOf(ref.members, inner), ...NOWHERE }];
    case 'typeof':
      return ref.binding === null ? [UNKNOWN] : few(literalsIn(ref.path.reduce((value: Value, key) => (key === '*' ? anyOf(value) : member(m, value, key)), bindingValue(m, ref.binding, module.frame))));
    case 'name':
      if (ref.binding === null) return ref.name === 'Date' ? [{ type: 'date', ...NOWHERE }] : [UNKNOWN];
      return few(enumValues(m, whole));
    default:
      return [UNKNOWN];
  }
}

function ofLiteral(literal: string | number | boolean): ValueShape {
  return { type: typeof literal as 'string' | 'number' | 'boolean', literal, ...NOWHERE };
}

function few(shapes: readonly ValueShape[]): readonly ValueShape[] {
  return shapes.length === 0 || shapes.length > MOST_ALTERNATIVES ? [UNKNOWN] : shapes;
}

/** An object of a type has the members that the type requires, and perhaps others. */
function membersOf(members: Readonly<Record<string, { readonly type: TypeIn['ref'] | null; readonly optional: boolean }>>, inner: (one: TypeIn['ref'] | null) => readonly ValueShape[]): CallKeys {
  const keys = Object.keys(members).sort();
  return {
    keys,
    optional: keys.filter((key) => members[key]?.optional),
    open: true,
    values: keys.map((key) => ({ key, span: null, optional: members[key]?.optional ?? false, values: inner(members[key]?.type ?? null) })),
  };
}

function isEnum({ module, ref }: TypeIn): boolean {
  return ref.k === 'name' && ref.binding !== null && module.facts.bindings[ref.binding]?.k === 'enum';
}

/** The values of an enum; of what is none, nothing is known. */
function enumValues(m: Machine, { module, ref }: TypeIn): readonly ValueShape[] {
  const binding = ref.k === 'name' && ref.binding !== null ? module.facts.bindings[ref.binding] : undefined;
  if (ref.k !== 'name' || ref.binding === null || (binding?.k !== 'enum' && binding?.k !== 'import')) return [UNKNOWN];
  const value = bindingValue(m, ref.binding, module.frame);
  const one = ref.member === null || binding.k === 'import' ? value : member(m, value, ref.member);
  return literalsIn(ref.member === null ? anyOf(one) : one);
}

function literalsIn(value: Value): readonly ValueShape[] {
  return forced(value).map((one) => (one.k === 'literal' && one.value !== null && one.value !== undefined ? ofLiteral(one.value) : UNKNOWN));
}

function anyOf(value: Value): Value {
  const all = forced(value).flatMap((one) => (one.k === 'object' ? [...one.store].map(([key, part]): Value => (key === OTHERS ? { k: 'unknown', reason: 'a key that is not known' } : part)) : [one]));
  return { k: 'union', of: all };
}
