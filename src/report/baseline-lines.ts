import { plural } from './plural.ts';
import type { KnownFindings } from './types.ts';

const MOST_STALE = 10;

/** What a baseline knows and what is wrong with it, one sentence or place a line. */
export function baselineLines({ file, known, stale, moved }: KnownFindings): string[] {
  const more = stale.length - MOST_STALE;
  return [
    `${plural(known, 'finding')} of the baseline \`${file}\``,
    ...moved.map(({ from, to, count }) => `${plural(count, 'entry', 'entries')} of \`${from}\`, which is gone, taken for \`${to}\`: --update-baseline records it`),
    ...(stale.length > 0 ? [`${plural(stale.length, 'entry', 'entries')} for what is not found any more: --prune-baseline takes them out`] : []),
    ...stale.slice(0, MOST_STALE).map((entry) => `\`${entry.file}\`: ${entry.rule}${entry.subject === '' ? '' : `, ${entry.subject}`}`),
    ...(more > 0 ? [`and ${String(more)} more`] : []),
  ];
}
