import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { inventory, type AuditOptions } from '../audit/audit.ts';
import type { LinkedProgram } from '../audit/program.ts';
import { ToolError } from '../errors.ts';
import type { CliContext } from './run-cli.ts';
import { safeText } from '../report/safe-text.ts';

/** Tells how the calls on a line were resolved. Throws `ToolError` where there is no such place. */
export async function writeTrace(place: string, settings: AuditOptions, { cwd, stdout }: CliContext): Promise<number> {
  stdout.write(traceText(await inventory(settings), place, cwd, settings.root));
  return 0;
}

/** How the calls on a line were resolved. `place` is `file:line`, the file as seen from `cwd`; further parts are ignored. */
function traceText(program: LinkedProgram, place: string, cwd: string, root: string): string {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(place) ?? [];
  if (file === undefined || line === undefined) throw new ToolError('trace-form', { value: place });
  // A place is copied from a report, where files are told from the root, or typed, from where one stands.
  const candidates = [resolve(cwd, file), resolve(root, file)].map((path) => relative(root, path).split(sep).join('/'));
  for (const path of candidates) {
    const lines = program.trace(path, Number(line));
    if (lines) return lines.map((one) => `${safeText(one)}\n`).join('');
  }
  const existing = candidates.find((path) => existsSync(join(root, path)));
  if (existing === undefined) throw new ToolError('path-missing', { path: file });
  const problem = program.problems.find((one) => one.file === existing)?.message ?? 'tests, ignored, generated and foreign files are, and what the configuration excludes';
  return `${safeText(`${existing}: this file is left out of the audit: ${problem}.`)}\n`;
}
