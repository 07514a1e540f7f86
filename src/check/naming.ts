/** Styles in which events are named, and whether an action is told in the past tense. */
import { wordsOf } from './words.ts';

/** Each style as a name in it would read. */
export const STYLES = ['object.action', 'Object Action', 'object_action', 'objectAction', 'ObjectAction', 'object-action', 'object:action', 'Object action', 'object action'] as const;
export type Style = (typeof STYLES)[number];

const FORMS: Readonly<Record<Style, RegExp>> = {
  'object.action': /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/,
  'Object Action': /^\p{Lu}[\p{L}\p{N}]*( [\p{Lu}\p{N}][\p{L}\p{N}]*)+$/u,
  object_action: /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/,
  objectAction: /^[a-z][a-z0-9]*([A-Z][a-z0-9]*)+$/,
  ObjectAction: /^[A-Z][a-z0-9]*([A-Z][a-z0-9]*)+$/,
  'object-action': /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/,
  'object:action': /^[a-z][a-z0-9_-]*(:[a-z][a-z0-9_-]*)+$/,
  'Object action': /^\p{Lu}[\p{L}\p{N}]*( [\p{Ll}\p{N}][\p{L}\p{N}]*)+$/u,
  'object action': /^\p{Ll}[\p{L}\p{N}]*( [\p{Ll}\p{N}][\p{L}\p{N}]*)+$/u,
};

export function isInStyle(name: string, style: Style): boolean {
  return FORMS[style].test(name);
}

/** Names of one word show no style, and a style counts only if most of the others have it. */
const LEAST_SHARE = 0.6;

/** The style that most of the names have; null where none does. */
export function styleOf(names: readonly string[]): Style | null {
  const telling = names.filter((name) => STYLES.some((style) => isInStyle(name, style)));
  const style = STYLES.find((one) => telling.filter((name) => isInStyle(name, one)).length >= telling.length * LEAST_SHARE);
  return telling.length > 0 ? (style ?? null) : null;
}

/** A name's words in a style: `Report Created` in `object.action` is `report.created`. The first word is the object. */
export function inStyle(name: string, style: Style): string {
  const words = wordsOf(name);
  const capitals = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  const [first = '', ...rest] = words;
  switch (style) {
    case 'object.action':
      return rest.length === 0 ? first : `${first}.${rest.join('_')}`;
    case 'object:action':
      return rest.length === 0 ? first : `${first}:${rest.join('_')}`;
    case 'Object Action':
      return capitals.join(' ');
    case 'Object action':
      return [capitals[0] ?? '', ...rest].join(' ');
    case 'ObjectAction':
      return capitals.join('');
    case 'objectAction':
      return [first, ...capitals.slice(1)].join('');
    case 'object_action':
      return words.join('_');
    case 'object-action':
      return words.join('-');
    case 'object action':
      return words.join(' ');
  }
}

/** Past forms that do not end in "ed". */
const IRREGULAR = new Set((
  'became began bought brought broke broken built came caught chose chosen cut done drawn drew driven fell felt found fought forgot forgotten froze frozen gave given gone got ' +
  'heard held hid hidden hit kept knew known laid led left lent let lost made meant met paid put quit ran read rebuilt redone rerun reset resent rewritten said sat saw seen ' +
  'sent set shown shut sold sought spent split spread spun stood stuck swept taken taught thought threw thrown told took undone understood unset upheld went withdrawn withdrew won wrote written ran'
).split(' '));

/** Whether any word of a name tells of something past: `settings_updated`, `Signed Up`, `email sent`. */
export function isPast(name: string): boolean {
  return wordsOf(name).some((word) => (word.length > 3 && word.endsWith('ed')) || IRREGULAR.has(word));
}
