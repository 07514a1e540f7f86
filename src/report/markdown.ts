/** Markdown for a comment on a pull request. The first line lets a job find its own comment again. */
import { counts, cut, heading, row, TABLE_HEAD } from './markdown-parts.ts';
import type { ReportContext, ReportInput } from './types.ts';

const MARKER = '<!-- tracklint -->\n';
/** GitHub takes comments of 65,536 characters. */
const MOST_TEXT = 60_000;
/** More rows than this are folded away. */
const MOST_OPEN = 10;

export function markdown(input: ReportInput, context: ReportContext): string {
  const table = input.findings.length === 0 ? '' : `${TABLE_HEAD}${cut(input.findings.map((one) => row(one, context)), MOST_TEXT)}\n`;
  const shown = input.findings.length > MOST_OPEN ? `<details><summary>${String(input.findings.length)} findings</summary>\n\n${table}</details>\n\n` : table;
  return `${MARKER}${heading(input)}\n${shown}${counts(input)}`;
}
