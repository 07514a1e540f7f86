/** An audit for people: findings by file with the code they mean, then the counts. */
import type { Finding } from '../check/rule.ts';
import { codeFrame } from './code-frame.ts';
import { safeText } from './safe-text.ts';
import { summaryText } from './summary-text.ts';
import type { ReportContext, ReportInput } from './types.ts';

const MOST_RELATED = 5;

export function auditText(input: ReportInput, context: ReportContext): string {
  const byFile = groupByFile(input.findings);
  const parts = [...byFile].map(([file, findings]) => [context.colors.underline(safeText(file)), ...findings.flatMap((one) => findingLines(one, context))].join('\n'));
  return `${[...parts, summaryText(input, context)].join('\n\n')}\n`;
}

function groupByFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  return byFile;
}

function findingLines(finding: Finding, { colors, lineText }: ReportContext): string[] {
  const severity = finding.severity === 'error' ? colors.red('error') : colors.yellow('warning');
  const place = colors.dim(`${String(finding.line)}:${String(finding.column)}`);
  const frame = codeFrame(finding, lineText(finding.file, finding.line), colors);
  const related = finding.related.slice(0, MOST_RELATED).map(({ file, line, message }) => `${colors.dim(`${safeText(file)}:${String(line)}`)} ${safeText(message)}`);
  const more = finding.related.length - related.length;
  if (more > 0) related.push(colors.dim(`and ${String(more)} more places`));
  return [
    `  ${place}  ${severity}  ${safeText(finding.message)}  ${colors.dim(finding.rule)}`,
    ...frame.map((line) => `      ${line}`),
    ...related.map((line) => `      ↳ ${line}`),
  ];
}
