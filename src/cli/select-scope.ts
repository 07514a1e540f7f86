/** Which folder is audited, and which of its files are reported on. */
import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { planIn } from '../audit/find-plan.ts';
import { hasConfig } from '../config/find-config.ts';
import { isForeign, isTest } from '../discover/file-kinds.ts';
import { ToolError } from '../errors.ts';

export interface Scope {
  /** Absolute. */
  readonly root: string;
  /** Whether a file, by its POSIX path from the root, is reported on. */
  covers(file: string): boolean;
}

/**
 * The program is always whole: paths inside the current project narrow the report only. One folder that stands for
 * itself (outside the project, left out by it, or with a configuration or plan of its own) is a root.
 */
export function selectScope(cwd: string, paths: readonly string[]): Scope {
  const wanted = paths.map((path) => resolve(cwd, path));
  const missing = wanted.findIndex((path) => !existsSync(path));
  if (missing >= 0) throw new ToolError('path-missing', { path: paths[missing] ?? '' });
  const [only] = wanted;
  if (only === undefined) return { root: cwd, covers: () => true };
  if (wanted.length === 1 && statSync(only).isDirectory() && isRoot(cwd, only)) return { root: only, covers: () => true };
  const prefixes = wanted.map((path, index) => prefixOf(cwd, path, paths[index] ?? ''));
  return { root: cwd, covers: (file) => prefixes.some((prefix) => prefix === '' || file === prefix || file.startsWith(`${prefix}/`)) };
}

function isRoot(cwd: string, folder: string): boolean {
  const inside = toPosix(relative(cwd, folder));
  if (inside === '' || inside.startsWith('..') || !existsSync(join(cwd, 'package.json'))) return true;
  if (isForeign(`${inside}/`) || isTest(`${inside}/`)) return true;
  return hasConfig(folder) || planIn(folder) !== null;
}

function prefixOf(cwd: string, path: string, given: string): string {
  const inside = toPosix(relative(cwd, path));
  if (inside.startsWith('..')) throw new ToolError('path-outside', { path: given, root: cwd });
  return inside;
}

function toPosix(path: string): string {
  return path.split(sep).join('/');
}
