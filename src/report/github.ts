/** Workflow commands of GitHub Actions: annotations in the log and beside the changed lines of a pull request. */
import type { Finding } from '../check/rule.ts';
import { fromTop } from './paths.ts';
import { verdictText } from './plural.ts';
import { safeText } from './safe-text.ts';
import { summarise } from './summary.ts';
import type { ReportContext, ReportInput } from './types.ts';

export function github(input: ReportInput, context: ReportContext): string {
  const commands = input.findings.map((finding) => command(finding, context));
  return [...commands, `tracklint: ${verdictText(summarise(input))}.`, ''].join('\n');
}

function command(finding: Finding, context: ReportContext): string {
  const { severity, rule, message, file, line, column, endLine, endColumn } = finding;
  const properties = {
    file: fromTop(context, file),
    line,
    endLine,
    // GitHub takes columns only of a span on one line.
    ...(line === endLine ? { col: column, endColumn } : {}),
    title: `tracklint: ${rule}`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${severity} ${list}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return safeText(text).replaceAll('%', '%25');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
