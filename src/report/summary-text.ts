import { baselineLines } from './baseline-lines.ts';
import { groupContextText } from './group-context-text.ts';
import { notRunTexts } from './not-run.ts';
import { plural, verdictText } from './plural.ts';
import type { AuditReport } from './report-schema.ts';
import { safeText } from './safe-text.ts';
import { summarise } from './summary.ts';
import type { ReportContext, ReportInput } from './types.ts';

type Summary = AuditReport['summary'];
type Row = readonly [title: string, lines: string[]];

/** The counts at the end of an audit: nothing is dropped in silence. */
export function summaryText(input: ReportInput, { colors }: Pick<ReportContext, 'colors'>): string {
  const summary = summarise(input);
  const verdict = `${verdictText(summary)}.`;
  const rows: readonly Row[] = input.planOnly ? [['Plan', planRow(summary)], ...hiddenRows(summary)] : [
    ['Files', filesRow(summary)],
    ['Calls', [countsText(summary.calls.byKind)]],
    ['SDKs', [countsText(summary.calls.bySdk)]],
    ['Events', [eventsText(summary)]],
    ['Groups', [groupContextText(summary.groupContext)]],
    ['Plan', planRow(summary)],
    ...hiddenRows(summary),
  ];
  const lines = rows.flatMap(([title, [first = '', ...rest]]) => [`${colors.bold(title.padEnd(8))}${first}`, ...rest.map((line) => `        ${line}`)]);
  return [colors.bold(input.findings.length === 0 ? colors.green(verdict) : verdict), '', ...lines].join('\n');
}

/** What was found and is not reported. */
function hiddenRows({ disabled, baseline }: Summary): Row[] {
  return [
    ...(disabled > 0 ? [['Off', [`${plural(disabled, 'finding')} switched off by comments in the code`]] satisfies Row] : []),
    ...(baseline ? [['Known', baselineLines(baseline).map(safeText)] satisfies Row] : []),
  ];
}

function filesRow({ files, problems }: Summary): string[] {
  const { discovered, candidates, parsed, failed } = files;
  const counts = `${String(discovered)} discovered, ${String(parsed)} parsed, ${String(candidates)} evaluated, ${String(failed)} failed`;
  return [counts, ...problems.map(({ file, line, message }) => safeText(`${file}${line === null ? '' : `:${String(line)}`}: ${message}`))];
}

function eventsText({ events: { resolved, pattern, dynamic } }: Summary): string {
  return `${String(resolved)} resolved, ${String(pattern)} with a pattern, ${String(dynamic)} dynamic`;
}

function planRow({ plan, notRun }: Summary): string[] {
  const events = plural(plan.events, 'event');
  const first = plan.embedded
    ? `the embedded core B2B plan (${events}): the product has no tracking plan of its own`
    : `${safeText(plan.file)} (${events})`;
  return [first, ...notRunTexts(notRun).map(({ rules, reason }) => `${rules} did not run: ${safeText(reason)}`)];
}

function countsText(counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.map(([name, count]) => `${safeText(name)} ${String(count)}`).join(', ') || 'none';
}
