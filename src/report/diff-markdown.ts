import type { ReportContext } from './types.ts';
import type { TrackingChange } from '../diff/tracking-diff.ts';
import { detailsOf, diffSummary, shownOf, type Detail, type DiffInput } from './diff-parts.ts';
import { cut } from './markdown-parts.ts';
import { codeText, markdownText } from './markdown-text.ts';
import { fromTop } from './paths.ts';

/** GitHub takes comments of 65,536 characters. */
const MOST_TEXT = 60_000;
const MARKS = { added: '🟢 added', removed: '🔴 removed', changed: '🟡 changed' } as const;

/** A difference in tracking for a comment on a pull request. The first line lets a job find its own comment again. */
export function diffMarkdown(input: DiffInput, context: Pick<ReportContext, 'folder' | 'sourceUrl'>): string {
  const head = `<!-- tracklint diff -->\n## ${markdownText(diffSummary(input))}\n`;
  if (input.changes.length === 0) return head;
  const rows = input.changes.map((change) => rowText(change, context));
  return `${head}\n| | what | how | where |\n| --- | --- | --- | --- |\n${cut(rows, MOST_TEXT)}`;
}

function rowText(change: TrackingChange, context: Pick<ReportContext, 'folder' | 'sourceUrl'>): string {
  const { title, places } = shownOf(change);
  const [place] = places;
  const details = detailsOf(change).map(detailText).join('<br>');
  return `| ${MARKS[change.kind]} | ${codeText(title)} | ${details} | ${place ? placeText(place, change.kind === 'removed', context) : ''} |\n`;
}

/** A place that is gone has no page that shows it. */
function placeText({ file, line }: { readonly file: string; readonly line: number }, isGone: boolean, context: Pick<ReportContext, 'folder' | 'sourceUrl'>): string {
  const text = codeText(`${fromTop(context, file)}:${String(line)}`);
  const url = isGone ? null : context.sourceUrl(file, line);
  return url === null ? text : `[${text}](${url})`;
}

function detailText({ sign, label, names }: Detail): string {
  const mark = sign === '' ? '' : `${sign === '+' ? '**added**' : '**removed**'} `;
  return `${mark}${markdownText(label)} ${names.map(codeText).join(', ')}`.trim();
}
