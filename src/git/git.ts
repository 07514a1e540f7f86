/** Git, asked without locks, and without running what a repository's own settings name. */
import { spawnSync } from 'node:child_process';
import { ToolError } from '../errors.ts';

const MOST_OUTPUT = 512 * 1024 * 1024;
const SETTINGS = ['--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '--literal-pathspecs'];

/** What git writes. Throws `ToolError` where git is missing, or refuses. */
export function git(cwd: string, args: readonly string[], input?: string): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', [...SETTINGS, ...args], { cwd, input, maxBuffer: MOST_OUTPUT, windowsHide: true });
  if (error) throw new ToolError('git-failed', { reason: error.message });
  if (status !== 0) throw new ToolError('git-failed', { reason: stderr.toString('utf8').trim().split('\n')[0] ?? '' });
  return stdout;
}

/** Absolute path of the work tree's top. */
export function topOf(root: string): string {
  return git(root, ['rev-parse', '--show-toplevel']).toString('utf8').replace(/\n$/, '');
}

/** Id of the commit from which HEAD and `ref` both descend: what a branch adds is told from there. Throws `ToolError` where there is none. */
export function forkPoint(root: string, ref: string): string {
  const commit = commitOf(root, ref);
  try {
    return git(root, ['merge-base', 'HEAD', commit]).toString('utf8').trim();
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    throw new ToolError('git-no-base', { ref });
  }
}

/** Id of the last commit, or null where there is none yet. */
export function headOf(root: string): string | null {
  try {
    return commitOf(root, 'HEAD');
  } catch (error) {
    if (error instanceof ToolError && error.code === 'git-ref') return null;
    throw error;
  }
}

function commitOf(root: string, ref: string): string {
  topOf(root);
  try {
    return git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).toString('utf8').trim();
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    throw new ToolError('git-ref', { ref });
  }
}
