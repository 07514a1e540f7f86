/** The end of every command that finds things: reports, and the exit code. */
import type { AuditResult } from '../audit/audit.ts';
import { ToolError } from '../errors.ts';
import { FORMATS } from '../report/formats.ts';
import { saveBaseline, staleText } from './baseline.ts';
import type { OptionValues } from './options.ts';
import { outputsOf } from './outputs.ts';
import { reportContext } from './report-context.ts';
import type { CliContext } from './run-cli.ts';
import { writeReports } from './write-reports.ts';

/**
 * Runs what finds, writes the reports, and gives the exit code. What is wrong with the options is said before it runs.
 * `covers`: whether a file, by its path from the root, is reported on.
 */
export async function writeFindings(find: () => Promise<AuditResult>, covers: (file: string) => boolean, options: OptionValues, context: CliContext): Promise<number> {
  const mostWarnings = options.maxWarnings === undefined ? Infinity : wholeNumber('--max-warnings', options.maxWarnings);
  const outputs = outputsOf(options, context.cwd);
  const result = saveBaseline(await find(), options, context);
  const findings = result.findings.filter(({ file }) => covers(file));
  const baseline = result.baseline && { ...result.baseline, stale: result.baseline.stale.filter(({ file }) => covers(file)) };
  const shown = { ...result, baseline, findings: options.quiet ? findings.filter(({ severity }) => severity === 'error') : findings };
  const contextOf = reportContext({ root: result.root, color: options.color }, context);
  await writeReports(outputs, FORMATS.audit, (format, isFile) => format(shown, contextOf(result.program, isFile)), context);
  const count = (wanted: string): number => findings.filter(({ severity }) => severity === wanted).length;
  const isStale = baseline !== null && baseline.stale.length > 0;
  if (isStale) context.stderr.write(staleText(baseline));
  return count('error') > 0 || count('warning') > mostWarnings || isStale ? 1 : 0;
}

function wholeNumber(flag: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new ToolError('number-form', { flag, value });
  return Number(value);
}
