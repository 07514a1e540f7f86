import { resolve } from 'node:path';
import { inventory } from '../../audit/audit.ts';
import { inferPlan } from '../../init/infer-plan.ts';
import { readProject } from '../../init/project.ts';
import type { Invocation } from '../parse.ts';
import type { CliContext } from '../run-cli.ts';
import { auditOptions } from '../settings.ts';

/** Writes the plan to standard output: where it belongs is for its owner to say. */
export async function runPlanInfer({ paths: [folder = '.'], options }: Invocation, context: CliContext): Promise<number> {
  const root = resolve(context.cwd, folder);
  const program = await inventory(auditOptions(root, options, context.cwd));
  context.stdout.write(inferPlan(program.calls, readProject(root).name));
  return 0;
}
