/** What the Markdown reports are put together from. */
import type { Finding } from '../check/rule.ts';
import { baselineLines } from './baseline-lines.ts';
import { groupContextText } from './group-context-text.ts';
import { codeText, markdownText } from './markdown-text.ts';
import { notRunTexts } from './not-run.ts';
import { fromTop } from './paths.ts';
import { plural, verdictText } from './plural.ts';
import { summarise } from './summary.ts';
import type { ReportContext, ReportInput } from './types.ts';

const MARK = { error: '🔴', warning: '🟡' } as const;

/** A heading with the verdict. */
export function heading(input: ReportInput): string {
  const summary = summarise(input);
  return `## ${input.findings.length === 0 ? '✅' : summary.errors > 0 ? '🔴' : '🟡'} Tracking plan: ${verdictText(summary).toLowerCase()}\n`;
}

/** The counts, one a line. */
export function counts(input: ReportInput): string {
  if (input.planOnly) return `- Plan: ${codeText(input.plan.file)}, ${plural(input.plan.events.length, 'event')}\n`;
  const { events, groupContext, files, plan, notRun, disabled, baseline } = summarise(input);
  const planned = input.coverage.events.filter(({ event }) => event !== null);
  const sent = planned.filter(({ sites }) => sites.length > 0).length;
  const lines = [
    plan.embedded
      ? 'Plan: the embedded core B2B plan; the product has no tracking plan of its own'
      : `Plan: ${codeText(plan.file)}, ${String(sent)} of ${plural(planned.length, 'event')} sent`,
    `Group context: ${groupContextText(groupContext)}`,
    `Event names: ${String(events.resolved)} resolved, ${String(events.pattern)} with a pattern, ${String(events.dynamic)} dynamic`,
    `Files: ${String(files.discovered)} discovered, ${String(files.failed)} failed`,
    ...(disabled > 0 ? [`${plural(disabled, 'finding')} switched off by comments in the code`] : []),
    ...(baseline ? baselineLines(baseline).map(markdownText) : []),
    ...notRunTexts(notRun, codeText).map(({ rules, reason }) => `${rules} did not run: ${markdownText(reason)}`),
  ];
  return lines.map((line) => `- ${line}\n`).join('');
}

/** One row of a table of findings: severity and rule, place, message. */
export function row(finding: Finding, context: ReportContext): string {
  const { severity, rule, message } = finding;
  return `| ${MARK[severity]} ${severity} | ${placeText(finding, context)} | ${markdownText(message)} | ${codeText(rule)} |\n`;
}

export const TABLE_HEAD = '| | where | what | rule |\n| --- | --- | --- | --- |\n';

function placeText({ file, line }: Pick<Finding, 'file' | 'line'>, context: ReportContext): string {
  const text = codeText(`${fromTop(context, file)}:${String(line)}`);
  const url = context.sourceUrl(file, line);
  return url === null ? text : `[${text}](${url})`;
}

/** Rows up to a length in characters, then how many are left out. */
export function cut(rows: readonly string[], most: number): string {
  let length = 0;
  const kept = rows.filter((one) => (length += one.length) <= most);
  const left = rows.length - kept.length;
  return `${kept.join('')}${left > 0 ? `\n${plural(left, 'more finding')} left out, which a comment has no room for.\n` : ''}`;
}
