/** A project's files as git's index or a commit holds them, told as differences from what stands on the disk. */
import { realpathSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';
import type { Snapshot } from '../discover/snapshot.ts';
import { git, topOf } from './git.ts';

/** Path from the top of the work tree → id of the content. */
type Listing = ReadonlyMap<string, string>;

/** What is never read from here: other files would be fetched for nothing, and a snapshot can be years away. */
const READ = /\.([cm]?[jt]sx?|vue|svelte|astro|html|jsonc?|ya?ml)$/;

/** What git's index holds: what would be committed now. Throws `ToolError` outside of git. */
export function indexSnapshot(root: string): Snapshot {
  const top = topOf(root);
  const index = listIndex(top);
  return snapshot(root, top, index, index);
}

/** What a commit holds, by its id. Throws `ToolError` outside of git. */
export function commitSnapshot(root: string, commit: string): Snapshot {
  const top = topOf(root);
  return snapshot(root, top, listCommit(top, commit), listIndex(top));
}

function snapshot(root: string, top: string, wanted: Listing, index: Listing): Snapshot {
  const dirty = new Set(parts(git(top, ['diff-files', '--name-only', '-z'])));
  const differing = [...wanted].filter(([path, id]) => READ.test(path) && (dirty.has(path) || index.get(path) !== id));
  const blobs = readBlobs(top, differing.map(([, id]) => id));
  const contents = new Map(differing.map(([path, id]) => [path, blobs.get(id) ?? null]));
  const prefix = relative(top, realpathSync(root)).split(sep).join('/');
  return {
    files: [...wanted.keys()].flatMap((path) => (prefix === '' ? path : path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : [])),
    read(file) {
      const path = posix.join(prefix, file);
      if (contents.has(path)) return contents.get(path) ?? null;
      return wanted.has(path) || isElsewhere(path) ? undefined : null;
    },
  };
}

/** On the disk alone: what stands outside of the work tree, and packages, whose files a `tsconfig.json` may extend. */
function isElsewhere(path: string): boolean {
  return path.startsWith('../') || path.split('/').includes('node_modules');
}

/** Regular files: neither links nor submodules. In a conflict, ours. */
function listIndex(top: string): Listing {
  const listed = new Map<string, string>();
  for (const part of parts(git(top, ['ls-files', '-z', '--stage']))) {
    const [, id, stage, path] = /^100\d+ (\S+) (\d)\t([^]*)$/.exec(part) ?? [];
    if (id !== undefined && path !== undefined && (stage === '0' || stage === '2')) listed.set(path, id);
  }
  return listed;
}

function listCommit(top: string, commit: string): Listing {
  const listed = new Map<string, string>();
  for (const part of parts(git(top, ['ls-tree', '-r', '-z', '--full-tree', commit]))) {
    const [, id, path] = /^100\d+ blob (\S+)\t([^]*)$/.exec(part) ?? [];
    if (id !== undefined && path !== undefined) listed.set(path, id);
  }
  return listed;
}

/** Contents by id. One that the repository lacks, as in a partial clone, is missing. */
function readBlobs(top: string, ids: readonly string[]): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  if (ids.length === 0) return blobs;
  const output = git(top, ['cat-file', '--batch'], `${[...new Set(ids)].join('\n')}\n`);
  for (let start = 0; start < output.length; ) {
    const end = output.indexOf('\n', start);
    const [id = '', , size] = output.toString('latin1', start, end).split(' ');
    start = end + 1;
    if (size === undefined) continue;
    blobs.set(id, output.subarray(start, start + Number(size)));
    start += Number(size) + 1;
  }
  return blobs;
}

function parts(output: Buffer): string[] {
  return output.toString('utf8').split('\0').filter((part) => part !== '');
}
