/** What the audit could not judge: nothing is dropped in silence. */
import { baselineLines } from '../baseline-lines.ts';
import { markup, type Markup } from '../markup.ts';
import { plural } from '../plural.ts';
import type { ReportContext, ReportInput } from '../types.ts';
import { messageMarkup, place } from './parts.ts';

export function notesSection({ program, notRun, disabled, baseline, coverage: { unnamed } }: ReportInput, context: ReportContext): Markup {
  const hidden = [...(disabled > 0 ? [`${plural(disabled, 'finding')} switched off by comments in the code`] : []), ...(baseline ? baselineLines(baseline) : [])];
  const parts = [
    part('Findings that are not reported', hidden.map((line) => messageMarkup(line))),
    part('Rules that did not run', notRun.map(({ rule, reason }) => markup`<code>${rule}</code>: ${reason}`)),
    part('Files that were left out or only partly understood', program.problems.map(({ file, line, message }) => markup`<code>${file}${line === null ? '' : `:${String(line)}`}</code>: ${message}`)),
    part('Events whose name is not known', unnamed.map(({ span, pattern, reason, kind }) => markup`${place(span.file, span.line, context)} ${
      pattern === null ? (reason ?? `a ${kind} without a name`) : markup`<code>${pattern}</code>`}`)),
  ].filter((one) => one !== null);
  return parts.length === 0 ? markup`<p class="empty">Every rule ran, every file was understood, and every event has a name.</p>` : markup`${parts}`;
}

function part(title: string, items: readonly Markup[]): Markup | null {
  return items.length === 0 ? null : markup`<details${items.length <= 10 ? markup` open` : null}><summary><h3>${title}</h3> <span class="count">${items.length}</span></summary><ul class="places">${items.map((item) => markup`<li>${item}</li>`)}</ul></details>`;
}
