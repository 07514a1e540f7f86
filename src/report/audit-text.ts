/** An audit for people: findings by file with the code they mean, then the counts. */
import type { Finding } from '../check/rule.ts';
import { byFile } from './by-file.ts';
import { codeFrame } from './code-frame.ts';
import { hyperlink } from './hyperlink.ts';
import { safeText } from './safe-text.ts';
import { summaryText } from './summary-text.ts';
import type { ReportContext, ReportInput } from './types.ts';

const MOST_RELATED = 5;

export function auditText(input: ReportInput, context: ReportContext): string {
  const parts = [...byFile(input.findings)].map(([file, findings]) =>
    [context.colors.underline(hyperlink(safeText(file), context.fileUrl(file, null))), ...findings.flatMap((one) => findingLines(one, context))].join('\n'));
  return `${[...parts, summaryText(input, context)].join('\n\n')}\n`;
}

function findingLines(finding: Finding, { colors, lineText, fileUrl }: ReportContext): string[] {
  const severity = finding.severity === 'error' ? colors.red('error') : colors.yellow('warning');
  const place = colors.dim(hyperlink(`${String(finding.line)}:${String(finding.column)}`, fileUrl(finding.file, finding.line)));
  const frame = codeFrame(finding, lineText(finding.file, finding.line), colors);
  const related = finding.related.slice(0, MOST_RELATED).map(({ file, line, message }) =>
    `${colors.dim(hyperlink(`${safeText(file)}:${String(line)}`, fileUrl(file, line)))} ${safeText(message)}`);
  const more = finding.related.length - related.length;
  if (more > 0) related.push(colors.dim(`and ${String(more)} more places`));
  return [
    `  ${place}  ${severity}  ${safeText(finding.message)}  ${colors.dim(finding.rule)}`,
    ...frame.map((line) => `      ${line}`),
    ...related.map((line) => `      ↳ ${line}`),
  ];
}
