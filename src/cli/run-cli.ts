/** The command line as a function: arguments in, exit code out. */
import { ToolError } from '../errors.ts';
import { safeText } from '../report/safe-text.ts';
import { parse } from './parse.ts';
import { VERSION } from '../version.ts';

export interface OutputStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** All of a process that a run sees. */
export interface CliContext {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the user is asked. */
  readonly stdin?: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/** Runs a command: 0 nothing found, 1 findings, 2 could not run. Never throws. */
export async function runCli(argv: readonly string[], context: CliContext): Promise<number> {
  const stderr = (text: string): void => void context.stderr.write(text);
  try {
    const invocation = await parse(argv, VERSION, { stdout: (text) => void context.stdout.write(text), stderr });
    if (typeof invocation === 'number') return invocation;
    const { runCommand } = await import('./run-command.ts');
    return await runCommand(invocation, context);
  } catch (error) {
    const text = error instanceof ToolError ? error.message : bugText(error);
    stderr(`tracklint: ${text.split('\n').map(safeText).join('\n')}\n`);
    return 2;
  }
}

function bugText(error: unknown): string {
  return `This is a bug in tracklint; please report it with these lines.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
