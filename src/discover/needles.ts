/** Searching bytes for any of many texts at once. */

/** An identifier, or a member or call of one: `track`, `analytics?.track`, `gtag(`. */
const NAME = /^[\w$]+(\??\.[\w$]+)*(\??\.?\()?$/;

const WORD_STARTS = '(?<![\\w$])';
const WORD_ENDS = '(?![\\w$])';

/**
 * Tells whether bytes contain any of the needles; those that are names must begin and end where words do, save that one
 * with `_` before it may be the end of a longer name: `_TELEMETRY_URL`.
 */
export function needleMatcher(needles: readonly string[]): (bytes: Buffer) => boolean {
  if (needles.length === 0) return () => false;
  // Bytes are read as Latin-1, so needles are spelled in the bytes of their UTF-8.
  const spelled = needles.map((needle) => Buffer.from(needle, 'utf8').toString('latin1'));
  const isName = (needle: string): boolean => NAME.test(needle);
  const isCall = (needle: string): boolean => isName(needle) && needle.endsWith('(');
  const parts = [
    anyOf(spelled.filter((needle) => !isName(needle)), '', ''),
    anyOf(spelled.filter(isCall), WORD_STARTS, ''),
    anyOf(spelled.filter((needle) => isName(needle) && !isCall(needle) && !needle.startsWith('_')), WORD_STARTS, WORD_ENDS),
    anyOf(spelled.filter((needle) => isName(needle) && !isCall(needle) && needle.startsWith('_')), '', WORD_ENDS),
  ];
  const all = new RegExp(parts.filter((part) => part !== '').join('|'));
  return (bytes) => all.test(bytes.toString('latin1'));
}

/** Empty for no texts. They are kept side by side as plain texts, which is what makes the search fast. */
function anyOf(texts: readonly string[], before: string, after: string): string {
  return texts.length === 0 ? '' : `${before}(?:${texts.map(escape).join('|')})${after}`;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
