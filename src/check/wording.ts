/** Words for messages. */
import type { Call } from './rule.ts';

const MOST_NAMES = 3;

/** Texts in backticks, in words: "`a`, `b` or `c`". */
export function quoted(texts: readonly string[], word: 'and' | 'or'): string {
  const shown = texts.slice(0, MOST_NAMES).map((text) => `\`${text}\``);
  if (texts.length > MOST_NAMES) return `${shown.join(', ')} ${word} ${String(texts.length - MOST_NAMES)} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${word} ${shown.at(-1) ?? ''}`;
}

/** A call's event, or events, as far as they are known. */
export function eventText(call: Pick<Call, 'pattern'>, names: readonly string[]): string {
  if (names.length > 0) return quoted(names, 'or');
  return call.pattern === null ? 'an event whose name is not known' : `an event \`${call.pattern}\``;
}

/** The variable that would hold the id of a level's entity: `sub_account` gives `subAccountId`, `company_id` gives `companyId`. */
export function idVariable(level: string): string {
  const words = level.replace(/(?<=[^A-Za-z])id$|(?<=[a-z])Id$/, '').split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const [first = 'group', ...rest] = words;
  return `${first.charAt(0).toLowerCase()}${first.slice(1)}${rest.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')}Id`;
}

export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
