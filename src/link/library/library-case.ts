/** Functions of well-known packages that change how a string's words are written. */
import { alternatives, inherit, join, literal, unknown, type External, type Value } from '../values/value.ts';

const PACKAGES = /^(lodash([-./].*)?|change-case(-all)?|es-toolkit(\/.*)?|just-.*)$/;
/** Packages that take digits for a word of their own. */
const SPLITS_DIGITS = /^(lodash|es-toolkit|global)/;

const lower = (text: string): string => text.toLowerCase();
const upper = (text: string): string => text.toUpperCase();
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const capitalize = (text: string): string => upperFirst(lower(text));
const joined = (each: (word: string, index: number) => string, separator: string) => (words: readonly string[]): string => words.map(each).join(separator);

/** By the function's name, in lower case and without dashes: `lodash.snakecase`, `just-snake-case`. */
const OF_WORDS: Readonly<Record<string, (words: readonly string[]) => string>> = {
  snakecase: joined(lower, '_'), kebabcase: joined(lower, '-'), paramcase: joined(lower, '-'), constantcase: joined(upper, '_'),
  camelcase: joined((word, index) => (index === 0 ? lower(word) : capitalize(word)), ''), pascalcase: joined(capitalize, ''),
  startcase: joined(upperFirst, ' '), capitalcase: joined(capitalize, ' '), traincase: joined(capitalize, '-'), headercase: joined(capitalize, '-'),
  titlecase: joined(capitalize, ' '), sentencecase: joined((word, index) => (index === 0 ? capitalize(word) : lower(word)), ' '),
  nocase: joined(lower, ' '), lowercase: joined(lower, ' '), uppercase: joined(upper, ' '), dotcase: joined(lower, '.'), pathcase: joined(lower, '/'),
};
const OF_TEXT: Readonly<Record<string, (text: string) => string>> = {
  capitalize, upperfirst: upperFirst, lowerfirst: (text) => text.charAt(0).toLowerCase() + text.slice(1), tolower: lower, toupper: upper, trim: (text) => text.trim(),
};

/** What such a function gives for a value; null for any other function. What a caller gives is still the caller's. */
export function changeCase({ from, path }: External, value: Value): Value | null {
  const change = changeOf(from, path);
  if (!change) return null;
  return join(
    alternatives(value).map((one): Value => {
      if (one.k === 'literal' && typeof one.value === 'string') return inherit({ ...literal(change(one.value)), ...(one.at && { at: one.at }) }, one);
      return one.k === 'sym' ? { ...one, path: [...one.path, `${path.at(-1) ?? from}()`], type: null, otherwise: undefined } : unknown('a text in another case');
    }),
  );
}

function changeOf(from: string, path: readonly string[]): ((text: string) => string) | null {
  const isPackage = from === 'global' ? path[0] === '_' && path.length === 2 : PACKAGES.test(from);
  if (!isPackage) return null;
  const name = (path.at(-1) ?? from.replace(/^(lodash(-es)?|es-toolkit|just)[-./]/, '')).replace(/[^a-z]/gi, '').toLowerCase();
  const ofText = Object.hasOwn(OF_TEXT, name) ? OF_TEXT[name] : undefined;
  if (ofText) return ofText;
  const ofWords = Object.hasOwn(OF_WORDS, name) ? OF_WORDS[name] : undefined;
  return ofWords ? (text) => ofWords(wordsOf(text, SPLITS_DIGITS.test(from))) : null;
}

function wordsOf(text: string, splitsDigits: boolean): readonly string[] {
  const plain = text.replace(/['’]/g, '');
  return plain.match(splitsDigits ? /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu : /\p{Lu}[\p{Lu}\p{N}]*(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{N}]+/gu) ?? [];
}
