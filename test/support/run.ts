import { runCli } from '../../src/cli/run-cli.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process. */
export async function run(cwd: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}, isTTY = false): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({ isTTY, write: (text: string) => void (written[name] += text) });
  const code = await runCli(argv, { cwd, env, stdout: stream('stdout'), stderr: stream('stderr') });
  return { code, ...written };
}
