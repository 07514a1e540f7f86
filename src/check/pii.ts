/** Personal data, told by the names of properties and by the expressions that give them. */
import type { ValueShape } from './rule.ts';
import { wordsOf } from './words.ts';

export interface Personal {
  /** In words, for messages: "an email address". */
  readonly what: string;
  /** Never to be sent, whatever a plan allows. */
  readonly isSecret?: boolean;
}

/** The last words of a name that mean personal data. */
const KINDS: readonly (readonly [words: string, Personal])[] = [
  ['email', { what: 'an email address' }],
  ['email address', { what: 'an email address' }],
  ['e mail', { what: 'an email address' }],
  ['phone', { what: 'a phone number' }],
  ['phone number', { what: 'a phone number' }],
  ['mobile number', { what: 'a phone number' }],
  ['first name', { what: "a person's name" }],
  ['last name', { what: "a person's name" }],
  ['full name', { what: "a person's name" }],
  ['surname', { what: "a person's name" }],
  ['ip address', { what: 'an IP address' }],
  ['street address', { what: 'an address' }],
  ['postal address', { what: 'an address' }],
  ['home address', { what: 'an address' }],
  ['date of birth', { what: 'a date of birth' }],
  ['birth date', { what: 'a date of birth' }],
  ['birthday', { what: 'a date of birth' }],
  ['password', { what: 'a password', isSecret: true }],
  ['ssn', { what: 'a social security number', isSecret: true }],
  ['social security number', { what: 'a social security number', isSecret: true }],
  ['passport number', { what: 'a passport number', isSecret: true }],
  ['credit card', { what: 'a card number', isSecret: true }],
  ['credit card number', { what: 'a card number', isSecret: true }],
  ['card number', { what: 'a card number', isSecret: true }],
];

/** Words before it that say that it is something about the datum, and not the datum. */
const ABOUT = /^(has|is|with|no|any|can|should|use|uses|show|send|sends|sent|verified|confirmed|hashed|masked|redacted|encrypted|num|count|total|max|min|via|by|forgot|reset|change|changed)$/;

/** What a name says that it holds, where that is personal. */
export function personalName(name: string): Personal | null {
  const words = wordsOf(name);
  if (words.some((word) => ABOUT.test(word))) return null;
  const text = ` ${words.join(' ')}`;
  return KINDS.find(([ending]) => text.endsWith(` ${ending}`))?.[1] ?? null;
}

const PROTECTED = /hash|sha-?(1|256|512)|md5|digest|hmac|encrypt|crypt|anonymi[sz]|pseudonymi[sz]|mask|redact|obfuscat|domain|tokeni[sz]e/i;

/** Whether a value is certainly no personal datum: hashed, or a flag, a number, nothing; or an object of such. */
export function isHarmless({ type, literal, text, items, members }: ValueShape): boolean {
  if (items) return items.every(isHarmless);
  if (members) return !members.open && members.values.every(({ values }) => values.every(isHarmless));
  if (type === 'boolean' || type === 'number' || type === 'null' || type === 'date') return true;
  if (typeof literal === 'string') return !literal.includes('@');
  return text !== null && PROTECTED.test(text);
}

/** What the expression of a value reads, where that is personal: `user.email`. */
export function personalValue({ type, text, literal }: ValueShape): Personal | null {
  if (typeof literal === 'string') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(literal) ? { what: 'an email address' } : null;
  if ((type !== 'unknown' && type !== 'string') || text === null || PROTECTED.test(text)) return null;
  const last = /^[\w$.?![\]]*?([A-Za-z_$][\w$]*)!?$/.exec(text)?.[1];
  return last === undefined ? null : personalName(last);
}
