/** Runs a parsed command, whose module is loaded only now: most bring the compiler with them. */
import type { CommandName } from './options.ts';
import type { Invocation } from './parse.ts';
import type { CliContext } from './run-cli.ts';

/** Gives the exit code. Throws `ToolError` for what the user can mend. */
export type RunCommand = (invocation: Invocation, context: CliContext) => Promise<number> | number;

const COMMAND_MODULES: Readonly<Record<CommandName, () => Promise<RunCommand>>> = {
  audit: async () => (await import('./commands/audit.ts')).runAudit,
  inventory: async () => (await import('./commands/inventory.ts')).runInventory,
  diff: async () => (await import('./commands/diff.ts')).runDiff,
  init: async () => (await import('./commands/init.ts')).runInit,
  'plan lint': async () => (await import('./commands/plan-lint.ts')).runPlanLint,
  'plan infer': async () => (await import('./commands/plan-infer.ts')).runPlanInfer,
  completion: async () => (await import('./commands/completion.ts')).runCompletion,
};

export async function runCommand(invocation: Invocation, context: CliContext): Promise<number> {
  return (await COMMAND_MODULES[invocation.command]())(invocation, context);
}
