import { resolve } from 'node:path';
import { lintPlan } from '../../audit/lint-plan.ts';
import type { Invocation } from '../parse.ts';
import type { CliContext } from '../run-cli.ts';
import { auditOptions } from '../settings.ts';
import { writeFindings } from '../write-findings.ts';

export async function runPlanLint({ paths: [plan], options }: Invocation, context: CliContext): Promise<number> {
  const settings = auditOptions(context.cwd, options, context.cwd);
  const lint = () => lintPlan(plan === undefined ? settings : { ...settings, plan: resolve(context.cwd, plan) });
  return writeFindings(lint, () => true, options, context);
}
