/** The paths of a project's files, POSIX and relative to its root: from git where it serves, else from the disk. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { isBuildOutput, isSource, SOURCE_EXTENSIONS } from './file-kinds.ts';

const run = promisify(execFile);
const MOST_OUTPUT = 256 * 1024 * 1024;

/** Source files, sorted. Which of them are left out is decided elsewhere. */
export async function listFiles(root: string): Promise<string[]> {
  const listed = await listWithGit(root);
  // Without anything to list, the root may be a folder that git ignores: then its rules are not for us.
  const files = listed && listed.length > 0 ? listed : await listFromDisk(root, listed === null);
  return [...new Set(files)].sort();
}

/** Null where git does not know the folder. */
async function listWithGit(root: string): Promise<string[] | null> {
  try {
    // A repository's own settings could name a program to run: `core.fsmonitor`.
    const settings = ['--no-optional-locks', '-c', 'core.fsmonitor=false'];
    const { stdout } = await run('git', [...settings, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root, maxBuffer: MOST_OUTPUT, windowsHide: true,
    });
    return stdout.split('\0').filter(isSource);
  } catch {
    return null;
  }
}

async function listFromDisk(root: string, gitignore: boolean): Promise<string[]> {
  const { globby } = await import('globby');
  const found = await globby(`**/*.{${SOURCE_EXTENSIONS.join(',')}}`, {
    cwd: root, gitignore, dot: true, followSymbolicLinks: false, suppressErrors: true, onlyFiles: false, objectMode: true,
    ignore: ['**/node_modules/**', '**/.git/**', '**/.next/**', '**/dist/**'],
  });
  // Links are listed, as git lists them: reading tells where they lead.
  const files = found.filter(({ dirent }) => dirent.isFile() || dirent.isSymbolicLink()).map(({ path }) => path);
  return files.filter((path) => isSource(path) && !isBuildOutput(path));
}
