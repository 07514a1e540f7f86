import { relative, resolve, sep } from 'node:path';
import type { LinkedProgram } from '../audit/program.ts';
import { ToolError } from '../errors.ts';
import { safeText } from '../report/safe-text.ts';

/** How the calls on a line were resolved. `place` is `file:line`, the file as seen from `cwd`; further parts are ignored. */
export function traceText(program: LinkedProgram, place: string, cwd: string, root: string): string {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(place) ?? [];
  if (file === undefined || line === undefined) throw new ToolError('trace-form', { value: place });
  // A place is copied from a report, where files are told from the root, or typed, from where one stands.
  const candidates = [resolve(cwd, file), resolve(root, file)].map((path) => relative(root, path).split(sep).join('/'));
  const lines = candidates.map((path) => program.trace(path, Number(line))).find((found) => found.length > 0) ?? [];
  if (lines.length > 0) return lines.map((one) => `${safeText(one)}\n`).join('');
  const known = candidates.some((path) => program.lineText(path, 1) !== null);
  if (!known) throw new ToolError('path-missing', { path: file });
  return `${safeText(place)}: no analytics call was found here.\n`;
}
