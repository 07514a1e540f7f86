import { Chalk, type ChalkInstance } from 'chalk';
import type { CliContext } from './run-cli.ts';

/** Colours for the report: the flag decides, then `NO_COLOR` and `FORCE_COLOR`, then whether it goes to a terminal. */
export function createColors(flag: boolean | undefined, { env, stdout }: Pick<CliContext, 'env' | 'stdout'>): ChalkInstance {
  return new Chalk({ level: wanted(flag, env, stdout.isTTY === true) ? 1 : 0 });
}

function wanted(flag: boolean | undefined, env: CliContext['env'], terminal: boolean): boolean {
  if (flag !== undefined) return flag;
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return terminal && env.TERM !== 'dumb';
}
