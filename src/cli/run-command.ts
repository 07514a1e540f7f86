/** Runs a parsed command. Loaded only when there is something to run: it brings the compiler with it. */
import { resolve } from 'node:path';
import { audit, inventory, type AuditOptions } from '../audit/audit.ts';
import { auditChange } from '../audit/change.ts';
import type { LinkedProgram } from '../audit/program.ts';
import { ToolError } from '../errors.ts';
import { FORMATS } from '../report/formats.ts';
import { outputsOf } from './outputs.ts';
import type { Invocation } from './parse.ts';
import { reportContext } from './report-context.ts';
import type { CliContext } from './run-cli.ts';
import { selectScope, type Scope } from './select-scope.ts';
import { traceText } from './trace.ts';
import { writeReports } from './write-reports.ts';

export async function runCommand({ command, paths, options }: Invocation, context: CliContext): Promise<number> {
  const mostWarnings = options.maxWarnings === undefined ? Infinity : wholeNumber('--max-warnings', options.maxWarnings);
  const scope = selectScope(context.cwd, paths);
  const from = (path: string | undefined): string | undefined => (path === undefined ? undefined : resolve(context.cwd, path));
  const settings: AuditOptions = { root: scope.root, config: from(options.config), plan: from(options.plan) };
  const outputs = outputsOf(options, context.cwd);

  if (options.trace !== undefined) {
    context.stdout.write(traceText(await inventory(settings), options.trace, context.cwd, scope.root));
    return 0;
  }
  const contextOf = reportContext({ root: scope.root, color: options.color }, context);
  if (command === 'inventory') {
    const program = narrow(await inventory(settings), scope);
    await writeReports(outputs, FORMATS.inventory, (format, isFile) => format(program, { root: scope.root, ...contextOf(program, isFile) }), context);
    return 0;
  }
  const change = options.staged ? 'staged' : options.since === undefined ? null : { since: options.since };
  const result = change === null ? await audit(settings) : await auditChange(settings, change);
  const program = narrow(result.program, scope);
  const findings = result.findings.filter(({ file }) => scope.covers(file));
  const shown = { ...result, program, findings: options.quiet ? findings.filter(({ severity }) => severity === 'error') : findings };
  await writeReports(outputs, FORMATS.audit, (format, isFile) => format(shown, contextOf(program, isFile)), context);
  const count = (wanted: string): number => findings.filter(({ severity }) => severity === wanted).length;
  return count('error') > 0 || count('warning') > mostWarnings ? 1 : 0;
}

function narrow(program: LinkedProgram, scope: Scope): LinkedProgram {
  return { ...program, calls: program.calls.filter(({ span }) => scope.covers(span.file)) };
}

function wholeNumber(flag: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new ToolError('number-form', { flag, value });
  return Number(value);
}
