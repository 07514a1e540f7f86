import { audit, type AuditResult } from '../../audit/audit.ts';
import { auditChange } from '../../audit/change.ts';
import type { Invocation } from '../parse.ts';
import type { CliContext } from '../run-cli.ts';
import { selectScope } from '../select-scope.ts';
import { auditOptions, narrow } from '../settings.ts';
import { writeFindings } from '../write-findings.ts';
import { writeTrace } from '../trace.ts';

export async function runAudit({ paths, options }: Invocation, context: CliContext): Promise<number> {
  const scope = selectScope(context.cwd, paths);
  const settings = auditOptions(scope.root, options, context.cwd);
  if (options.trace !== undefined) return writeTrace(options.trace, settings, context);

  const change = options.staged ? 'staged' : options.since === undefined ? null : { since: options.since };
  const find = async (): Promise<AuditResult> => {
    const result = change === null ? await audit(settings) : await auditChange(settings, change);
    return { ...result, program: narrow(result.program, scope) };
  };
  return writeFindings(find, scope.covers, options, context);
}
