/** Runs a parsed command. Loaded only when there is something to run: it brings the compiler with it. */
import { resolve } from 'node:path';
import { linkProgram, type LinkedProgram } from '../audit/program.ts';
import { loadConfig, type LoadedConfig } from '../config/load-config.ts';
import { ToolError } from '../errors.ts';
import { inventoryJson } from '../report/inventory-json.ts';
import { sdks } from '../sdk/index.ts';
import type { Invocation } from './parse.ts';
import type { CliContext } from './run-cli.ts';
import { selectScope } from './select-root.ts';

export async function runCommand({ command, paths, options }: Invocation, context: CliContext): Promise<number> {
  const { cwd, stdout } = context;
  const scope = selectScope(cwd, paths);
  const explicit = options.config === undefined ? null : resolve(cwd, options.config);
  const loaded = await loadConfig(scope.root, explicit, { rules: [], sdks: sdks.map(({ id }) => id) });
  const program = await linkProgram(scope.root, loaded);
  stdout.write(inventoryJson({ ...program, calls: program.calls.filter(({ span }) => scope.covers(span.file)) }, scope.root));
  return 0;
}
