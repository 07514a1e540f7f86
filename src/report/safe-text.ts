/** Text from scanned code, made fit for a terminal. */

/** Control characters of both sets, and those that change the direction of text or hide in it. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNSAFE = /[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Escapes what a terminal would obey instead of show. */
export function safeText(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** JSON with the same escapes: a parser reads the same values. */
export function safeJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(/[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, safeText)}\n`;
}
