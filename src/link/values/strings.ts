/** What strings, comparisons and key tests give for values that are only partly known. */
import { alternatives, forced, inherit, join, literal, OTHERS, someOf, unknown, type Text, type Value } from './value.ts';

const MOST = 64;

/** The concatenation of values as strings: every combination of their alternatives. */
export function concat(values: readonly Value[]): Value {
  let results: Value[] = [literal('')];
  for (const value of values) {
    const next = forced(value);
    if (results.length * next.length > MOST) return unknown('too many alternatives');
    results = results.flatMap((left) => next.map((right) => append(left, right)));
  }
  return join(results);
}

/** `left + right`: a sum where both are numbers, a text where either is one, and else perhaps either. */
export function add(left: Value, right: Value): Value {
  const [a, b] = [forced(left), forced(right)];
  if ([...a, ...b].every(isNumber)) {
    const [x, y] = [a[0], b[0]];
    return a.length === 1 && b.length === 1 && x?.k === 'literal' && y?.k === 'literal' ? literal(Number(x.value) + Number(y.value)) : someOf('number', 'sum');
  }
  const text = concat([left, right]);
  return a.every(isText) || b.every(isText) ? text : join(alternatives(text).map((one) => (one.k === 'text' ? { ...one, isSum: true } : one)));
}

function isNumber(value: Value): boolean {
  return value.k === 'literal' ? typeof value.value === 'number' : 'is' in value && value.is === 'number';
}

function isText(value: Value): boolean {
  if (value.k === 'literal') return typeof value.value === 'string';
  return value.k === 'text' ? !value.isSum : 'is' in value && (value.is === 'string' || value.is === 'datetime');
}

function append(left: Value, right: Value): Value {
  const parts: (string | Value)[] = [];
  for (const part of [...partsOf(left), ...partsOf(right)]) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else if (part !== '') parts.push(part);
  }
  const [only] = parts;
  const text: Value = parts.length === 0 ? literal('') : parts.length === 1 && typeof only === 'string' ? literal(only) : ({ k: 'text', parts } satisfies Text);
  const source = (right.through && right.at) ?? left.at ?? right.at;
  return inherit(inherit(source ? { ...text, at: source } : text, left), right);
}

function partsOf(value: Value): readonly (string | Value)[] {
  if (value.k === 'literal') return [String(value.value)];
  return value.k === 'text' ? value.parts : [value];
}

/** Whether two values are equal; null where that is not known. Lazy values are not computed for it. */
export function equals(left: Value, right: Value): boolean | null {
  const outcomes = new Set(alternatives(left).flatMap((a) => alternatives(right).map((b) => equalAlternatives(a, b))));
  const [only] = outcomes;
  return outcomes.size === 1 && only !== undefined ? only : null;
}

function equalAlternatives(a: Value, b: Value): boolean | null {
  // `x == null` holds for undefined too, and nothing else here tells the two apart.
  if (a.k === 'literal' && b.k === 'literal') return (a.value ?? null) === (b.value ?? null);
  const different = (isObject(a) && b.k === 'literal') || (a.k === 'literal' && isObject(b));
  return different ? false : null;
}

function isObject(value: Value): boolean {
  return ['object', 'closure', 'class', 'instance', 'sdk', 'method', 'module'].includes(value.k);
}

/** Whether `key in object`; null where that is not known. */
export function keyIn(key: Value, object: Value): boolean | null {
  if (key.k !== 'literal') return null;
  const outcomes = new Set(
    forced(object).map((one) => {
      if (one.k !== 'object') return null;
      const value = one.store.get(String(key.value));
      if (value) return forced(value).some((part) => part.k === 'literal' && part.value === undefined) ? null : true;
      return one.store.has(OTHERS) ? null : false;
    }),
  );
  return outcomes.size === 1 ? ([...outcomes][0] ?? null) : null;
}
