/** Text from scanned code, made fit for a terminal and for the log of a CI job. */

/** Control characters of both sets, those that change the direction of text or hide in it, and halves of characters. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNSAFE = /[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\p{Cs}]/gu;
/** What CI jobs take for a command in what they log: `::name` where a line begins, `##[name]` and `##vso[name]` anywhere. */
const COMMAND_START = /^( *):(?=:)/;
const COMMAND = /##(?=\w*\[)/g;

/** Escapes what a terminal or a CI job would obey instead of show. */
export function safeText(text: string): string {
  return text.replace(UNSAFE, escaped).replace(COMMAND_START, '$1\\u003a').replace(COMMAND, '#\\u0023');
}

/** JSON with the same escapes: a parser reads the same values. */
export function safeJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return `${json.replace(/[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g, escaped).replace(COMMAND, '#\\u0023')}\n`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
