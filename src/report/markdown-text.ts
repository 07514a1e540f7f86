/** Text from scanned code in Markdown: it stays text, and mentions nobody. */
import { safeText } from './safe-text.ts';

/** A message whose parts in backticks are code. */
export function markdownText(message: string): string {
  return safeText(message).split(/(`[^`]*`)/).map((part) => (/^`.*`$/s.test(part) ? codeText(part.slice(1, -1)) : plainText(part))).join('');
}

/** A text as code. */
export function codeText(text: string): string {
  const safe = safeText(text).replaceAll('|', '\\|');
  const fence = '`'.repeat(1 + Math.max(0, ...(safe.match(/`+/g) ?? []).map((run) => run.length)));
  const space = fence.length > 1 || safe.trim() === '' || /^ .* $/.test(safe) ? ' ' : '';
  return `${fence}${space}${safe}${space}${fence}`;
}

function plainText(text: string): string {
  // Hosts look for mentions and references in the text that is left of Markdown: an escape does not stop them.
  return text.replace(/[\\`*_{}[\]#|~>&<@]|:(?=\/\/)/g, (character) => {
    if (character === '&') return '&amp;';
    if (character === '<') return '&lt;';
    if (character === '@') return '@<!-- -->';
    return `\\${character}`;
  });
}
