import { audit } from '../../audit/audit.ts';
import { auditChange } from '../../audit/change.ts';
import { ToolError } from '../../errors.ts';
import { FORMATS } from '../../report/formats.ts';
import { outputsOf } from '../outputs.ts';
import type { Invocation } from '../parse.ts';
import { reportContext } from '../report-context.ts';
import type { CliContext } from '../run-cli.ts';
import { selectScope } from '../select-scope.ts';
import { auditOptions, narrow } from '../settings.ts';
import { writeReports } from '../write-reports.ts';
import { writeTrace } from '../trace.ts';

export async function runAudit({ paths, options }: Invocation, context: CliContext): Promise<number> {
  const mostWarnings = options.maxWarnings === undefined ? Infinity : wholeNumber('--max-warnings', options.maxWarnings);
  const scope = selectScope(context.cwd, paths);
  const settings = auditOptions(scope.root, options, context.cwd);
  const outputs = outputsOf(options, context.cwd);
  if (options.trace !== undefined) return writeTrace(options.trace, settings, context);

  const change = options.staged ? 'staged' : options.since === undefined ? null : { since: options.since };
  const result = change === null ? await audit(settings) : await auditChange(settings, change);
  const program = narrow(result.program, scope);
  const findings = result.findings.filter(({ file }) => scope.covers(file));
  const shown = { ...result, program, findings: options.quiet ? findings.filter(({ severity }) => severity === 'error') : findings };
  const contextOf = reportContext({ root: scope.root, color: options.color }, context);
  await writeReports(outputs, FORMATS.audit, (format, isFile) => format(shown, contextOf(program, isFile)), context);
  const count = (wanted: string): number => findings.filter(({ severity }) => severity === wanted).length;
  return count('error') > 0 || count('warning') > mostWarnings ? 1 : 0;
}

function wholeNumber(flag: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new ToolError('number-form', { flag, value });
  return Number(value);
}
