/** Whether a value that code sends is one that the plan allows. What is not known fits, and so does `null`: it is nothing. */
import type { PlanProperty, PlanType, ValueShape, ValueType } from './rule.ts';

/** The kinds of value that each type of the plan takes. A `Date` is sent as a text. */
const TAKES: Readonly<Record<PlanType, readonly ValueType[]>> = {
  string: ['string', 'datetime', 'date'],
  integer: ['number'],
  number: ['number'],
  boolean: ['boolean'],
  datetime: ['string', 'datetime', 'date'],
  object: ['object'],
  array: ['array'],
};

export type Fit = 'fits' | 'type' | 'enum';

/** Whether a value fits what the plan says of a property; if not, what is wrong with it. */
export function fitOf({ type, enum: allowed }: Pick<PlanProperty, 'type' | 'enum'>, value: ValueShape): Fit {
  if (value.type === 'unknown' || value.type === 'null') return 'fits';
  if (type !== null && !takes(type, value)) return 'type';
  if (allowed === null) return 'fits';
  if (value.literal !== undefined) return allowed.includes(value.literal) ? 'fits' : 'enum';
  return allowed.some((one) => typeof one === kindOf(value.type)) ? 'fits' : 'type';
}

function takes(type: PlanType, { type: kind, literal }: ValueShape): boolean {
  if (!TAKES[type].includes(kind)) return false;
  if (type === 'integer' && typeof literal === 'number') return Number.isInteger(literal);
  return !(type === 'datetime' && typeof literal === 'string') || !Number.isNaN(Date.parse(literal));
}

function kindOf(type: ValueType): string {
  return type === 'date' || type === 'datetime' ? 'string' : type;
}

/** Values in words: `"free"`, "a number", `"free"` or `"pro"`. */
export function valuesText(values: readonly ValueShape[]): string {
  const texts = [...new Set(values.map(valueText))].slice(0, MOST_VALUES);
  return texts.length === 1 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1) ?? ''}`;
}

const MOST_VALUES = 4;

function valueText({ type, literal, pattern }: ValueShape): string {
  if (literal !== undefined) return `\`${JSON.stringify(literal)}\``;
  if (pattern !== undefined || type === 'datetime') return 'a string';
  return type === 'date' ? 'a `Date`' : `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}
