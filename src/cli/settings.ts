/** What the options that commands share say to an audit. */
import { resolve } from 'node:path';
import type { AuditOptions } from '../audit/audit.ts';
import type { LinkedProgram } from '../audit/program.ts';
import type { OptionValues } from './options.ts';
import type { Scope } from './select-scope.ts';

export function auditOptions(root: string, { config, plan, baseline, updateBaseline, reportUnusedDirectives }: OptionValues, cwd: string): AuditOptions {
  const from = (path: string | undefined): string | undefined => (path === undefined ? undefined : resolve(cwd, path));
  return {
    root, config: from(config), plan: from(plan),
    baseline: { ...(baseline === undefined ? {} : { file: baseline === false ? null : resolve(cwd, baseline) }), isNew: updateBaseline === true },
    unusedDirectives: reportUnusedDirectives === true,
  };
}

/** The program, of which only the calls in the scope are reported. */
export function narrow(program: LinkedProgram, scope: Scope): LinkedProgram {
  return { ...program, calls: program.calls.filter(({ span }) => scope.covers(span.file)) };
}
