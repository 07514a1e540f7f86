/** Personal data among the values that code sends, told by the names of properties and by the expressions that give them. */
import { isPersonalName, isUnreadable } from './personal-data.ts';
import type { ValueShape } from './rule.ts';
import { wordsOf } from './words.ts';

const SECRET = /^(.* )?(password|passwd|ssn|social security( number)?|passport number|credit card( number)?|card number|cvc|cvv)$/;
const ABOUT_SECRET = /\b(has|is|forgot|forgotten|reset|change|changed|use|uses|with|without|no|type)\b/;

/** Whether a name is that of something that is never to be sent, whatever a plan allows. */
export function isSecretName(name: string): boolean {
  const text = wordsOf(name).join(' ');
  return SECRET.test(text) && !ABOUT_SECRET.test(text);
}

const PROTECTING = /hash|sha-?(1|256|512)|md5|digest|hmac|crypt|domain|mask|redact|obfuscat|tokeni[sz]e/i;

/** Whether a value is certainly no personal datum: hashed, or a flag, a number, nothing; or an object of such. */
export function isHarmless({ type, literal, text, items, members }: ValueShape): boolean {
  if (items) return items.every(isHarmless);
  if (members) return !members.open && members.values.every(({ values }) => values.every(isHarmless));
  if (type === 'boolean' || type === 'number' || type === 'null' || type === 'date') return true;
  if (typeof literal === 'string') return !literal.includes('@');
  return text !== null && (PROTECTING.test(text) || isUnreadable(text, null));
}

/** Whether the expression of a value reads a personal datum: `user.email`. */
export function isPersonalValue(value: ValueShape): boolean {
  const { type, text, literal } = value;
  if (typeof literal === 'string') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(literal);
  if ((type !== 'unknown' && type !== 'string') || text === null || isHarmless(value)) return false;
  const last = /^[\w$.?![\]]*?([A-Za-z_$][\w$]*)!?$/.exec(text)?.[1];
  return last !== undefined && isPersonalName(last);
}
