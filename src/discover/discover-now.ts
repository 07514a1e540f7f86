/** The source files of a product, listed at once: for who cannot wait, such as a rule of a linter. */
import { execFileSync } from 'node:child_process';
import { globbySync } from 'globby';
import { selects, type Selection } from './discover.ts';
import { DISK_PATTERN, diskOptions, GIT_LIST, gitOptions, inOrder, onlyFiles, sourcesIn } from './list-files.ts';

/** POSIX paths relative to the root, sorted. `root` is absolute. */
export function discoverNow(root: string, selection: Selection): string[] {
  const listed = listWithGit(root);
  const files = listed && listed.length > 0 ? listed : onlyFiles(globbySync(DISK_PATTERN, diskOptions(root, listed === null)));
  return inOrder(files).filter(selects(selection));
}

function listWithGit(root: string): string[] | null {
  try {
    return sourcesIn(execFileSync('git', GIT_LIST, { ...gitOptions(root), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return null;
  }
}
