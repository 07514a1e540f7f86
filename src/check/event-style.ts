/** How names of events are written: `report.created`, `report_created`, `Report Created` … */
import { wordsOf } from './words.ts';

interface StyleForm {
  readonly form: RegExp;
  /** Words in this style; `action` is how many at the end tell what happened. */
  join(words: readonly string[], action: number): string;
}

/** In the order in which they are preferred where names fit several. */
const FORMS = {
  'object.action': { form: /^[a-z0-9]+(_[a-z0-9]+)*(\.[a-z0-9]+(_[a-z0-9]+)*)+$/, join: (words, action) => [words.slice(0, -action), words.slice(-action)].map((part) => part.join('_')).join('.') },
  'object:action': { form: /^[a-z0-9]+([_ -][a-z0-9]+)*(:[a-z0-9]+([_ -][a-z0-9]+)*)+$/, join: (words, action) => [words.slice(0, -action), words.slice(-action)].map((part) => part.join('_')).join(':') },
  snake_case: { form: /^[a-z0-9]+(_[a-z0-9]+)*$/, join: (words) => words.join('_') },
  'Title Case': { form: /^[A-Z0-9][A-Za-z0-9]*( [A-Z0-9][A-Za-z0-9]*)*$/, join: (words) => words.map(capital).join(' ') },
  'Sentence case': { form: /^[A-Z0-9][A-Za-z0-9]*( [a-z0-9]+)*$/, join: (words) => capital(words.join(' ')) },
  'lower case': { form: /^[a-z0-9]+( [a-z0-9]+)*$/, join: (words) => words.join(' ') },
  'kebab-case': { form: /^[a-z0-9]+(-[a-z0-9]+)*$/, join: (words) => words.join('-') },
  camelCase: { form: /^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$/, join: ([first = '', ...rest]) => `${first}${rest.map(capital).join('')}` },
  PascalCase: { form: /^([A-Z][a-z0-9]*)+$/, join: (words) => words.map(capital).join('') },
  CONSTANT_CASE: { form: /^[A-Z0-9]+(_[A-Z0-9]+)*$/, join: (words) => words.join('_').toUpperCase() },
} as const satisfies Record<string, StyleForm>;

export type EventStyle = keyof typeof FORMS;
export const EVENT_STYLES = Object.keys(FORMS) as readonly EventStyle[];

/** The style that the specification's own events have. */
export const DEFAULT_STYLE: EventStyle = 'object.action';

/** Of how many names a style has to be the style of most. */
const ENOUGH = 3;

/** Whether a name is written in a style. Names of one word fit all in which they begin as words of it do. */
export function fitsStyle(name: string, style: EventStyle): boolean {
  return FORMS[style].form.test(name);
}

/** The style in which most of the names are written; the default where there are few, or no style has half of them. */
export function styleOf(names: readonly string[]): EventStyle {
  if (names.length < ENOUGH) return DEFAULT_STYLE;
  const counts = EVENT_STYLES.map((style) => ({ style, count: names.filter((name) => fitsStyle(name, style)).length }));
  const most = counts.reduce((best, one) => (one.count > best.count ? one : best), { style: DEFAULT_STYLE, count: 0 });
  return most.count * 2 > names.length ? most.style : DEFAULT_STYLE;
}

/** A name's words in another style. `action`: how many at the end tell what happened. */
export function inStyle(words: readonly string[], style: EventStyle, action = 1): string {
  return FORMS[style].join(words, action);
}

/** A name in another style, its object and action told apart by where the dot, or the word in the past tense, stands; null where nothing tells. */
export function restyled(name: string, style: EventStyle, isAction: (word: string) => boolean): string | null {
  const words = wordsOf(name);
  const tail = /[.:]/.test(name) ? wordsOf(name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1)).length : words.length - words.findIndex((word, index) => index > 0 && isAction(word));
  if (tail < 1 || tail >= words.length) return style.includes('action') ? null : inStyle(words, style);
  return inStyle(words, style, tail);
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
