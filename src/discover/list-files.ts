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
  return inOrder(listed && listed.length > 0 ? listed : await listFromDisk(root, listed === null));
}

export function inOrder(files: readonly string[]): string[] {
  return [...new Set(files)].sort();
}

// A repository's own settings could name a program to run: `core.fsmonitor`.
export const GIT_LIST: readonly string[] = ['--no-optional-locks', '-c', 'core.fsmonitor=false', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];

export function gitOptions(root: string) {
  return { cwd: root, maxBuffer: MOST_OUTPUT, windowsHide: true };
}

export function sourcesIn(stdout: string): string[] {
  return stdout.split('\0').filter(isSource);
}

/** Null where git does not know the folder. */
async function listWithGit(root: string): Promise<string[] | null> {
  try {
    return sourcesIn((await run('git', GIT_LIST, gitOptions(root))).stdout);
  } catch {
    return null;
  }
}

export const DISK_PATTERN = `**/*.{${SOURCE_EXTENSIONS.join(',')}}`;

async function listFromDisk(root: string, gitignore: boolean): Promise<string[]> {
  const { globby } = await import('globby');
  return onlyFiles(await globby(DISK_PATTERN, diskOptions(root, gitignore)));
}

export function diskOptions(root: string, gitignore: boolean) {
  return {
    cwd: root, gitignore, dot: true, followSymbolicLinks: false, suppressErrors: true, onlyFiles: false,
    ignore: ['**/node_modules/**', '**/.git/**', '**/.next/**', '**/dist/**'], objectMode: true as const,
  };
}

/** Links are listed, as git lists them: reading tells where they lead. */
export function onlyFiles(found: readonly { readonly path: string; readonly dirent: { isFile(): boolean; isSymbolicLink(): boolean } }[]): string[] {
  const files = found.filter(({ dirent }) => dirent.isFile() || dirent.isSymbolicLink()).map(({ path }) => path);
  return files.filter((path) => isSource(path) && !isBuildOutput(path));
}
