/** Findings by file, each with the code that it means, and filters over them. */
import type { Finding } from '../../check/rule.ts';
import { byFile } from '../by-file.ts';
import { markup, type Markup } from '../markup.ts';
import { plural } from '../plural.ts';
import type { ReportContext, ReportInput } from '../types.ts';
import { excerpt } from './excerpt.ts';
import { badge, messageMarkup, option, place } from './parts.ts';

export function findingsSection({ findings, rules }: ReportInput, context: ReportContext): Markup {
  if (findings.length === 0) return markup`<p class="empty">Nothing found: plan and code agree, as far as they could be judged.</p>`;
  const files = [...byFile(findings)].map(([file, found]) => markup`
<div class="group" data-group><h3><code>${file}</code> <span class="count">${found.length}</span></h3>${found.map((one) => findingMarkup(one, context))}</div>`);
  const used = rules.filter(({ id }) => findings.some(({ rule }) => rule === id));
  return markup`<form class="tools" data-filter="finding" hidden>
<label>Search <input type="search" name="text" placeholder="message, file, event"></label>
<label>Severity <select name="severity">${option('', 'all')}${option('error', 'errors')}${option('warning', 'warnings')}</select></label>
<label>Rule <select name="rule">${option('', 'all')}${used.map(({ id }) => option(id, `${id} (${String(findings.filter(({ rule }) => rule === id).length)})`))}</select></label>
<p class="status" role="status" data-noun="finding">${plural(findings.length, 'finding')}</p>
</form>
<ul class="rules">${used.map(({ id, description }) => markup`<li><code>${id}</code> ${description}.</li>`)}</ul>
${files}`;
}

function findingMarkup(finding: Finding, context: ReportContext): Markup {
  const { severity, rule, message, file, line, column, related } = finding;
  const url = context.sourceUrl(file, line);
  const at = `${String(line)}:${String(column)}`;
  return markup`
<article class="finding ${severity}" data-item="finding" data-severity="${severity}" data-rule="${rule}">
<p class="message">${badge(severity === 'error' ? 'bad' : 'warn', severity)} ${messageMarkup(message)}</p>
<p class="meta">${url === null ? markup`<span>${at}</span>` : markup`<a href="${url}">${at}</a>`} <code>${rule}</code></p>
${excerpt(finding, (number) => context.lineText(file, number))}${related.length === 0 ? null : markup`
<details><summary>${plural(related.length, 'related place')}</summary><ul>${related.map((one) => markup`
<li>${place(one.file, one.line, context)} ${messageMarkup(one.message)}</li>`)}</ul></details>`}
</article>`;
}
