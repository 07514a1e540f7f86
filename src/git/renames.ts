import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { git, topOf } from './git.ts';

/** Files that were renamed since a commit: new path → old, POSIX, relative to the root. `staged`: in the index, else on the disk. */
export function renamedSince(root: string, commit: string, staged: boolean): ReadonlyMap<string, string> {
  const top = topOf(root);
  const parts = git(top, ['diff', ...(staged ? ['--cached'] : []), '--no-ext-diff', '--no-textconv', '--name-status', '--find-renames', '--diff-filter=R', '-z', commit])
    .toString('utf8')
    .split('\0');
  const prefix = relative(top, realpathSync(root)).split(sep).join('/');
  const fromRoot = (path: string): string => (prefix !== '' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : path);
  const renamed = new Map<string, string>();
  for (let index = 0; index + 2 < parts.length; index += 3) renamed.set(fromRoot(parts[index + 2] ?? ''), fromRoot(parts[index + 1] ?? ''));
  return renamed;
}
