/** The source files of a product: listed, tests and foreign code left out, narrowed by the configuration's globs. */
import { posix } from 'node:path';
import picomatch from 'picomatch';
import { isForeign, isSource, isTest } from './file-kinds.ts';
import { listFiles } from './list-files.ts';

export interface Selection {
  /** Globs; with any, only files that match one are read. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Take tests, stories, mocks and fixtures in. */
  readonly tests?: boolean;
  /** The root, POSIX, as seen from the folder that the globs are relative to; empty where they are the same. */
  readonly prefix?: string;
}

/** POSIX paths relative to the root, sorted. `root` is absolute; `listed` are the files to choose from, where they are not those on the disk. */
export async function discover(root: string, selection: Selection = {}, listed?: readonly string[]): Promise<string[]> {
  const files = listed ? listed.filter(isSource).sort() : await listFiles(root);
  return files.filter(selects(selection));
}

/** Whether a source file, by its path from the root, is one of the product's that the configuration asks for. */
export function selects({ include, exclude, tests, prefix }: Selection): (file: string) => boolean {
  const included = include && include.length > 0 ? picomatch([...include], { dot: true }) : () => true;
  const excluded = exclude && exclude.length > 0 ? picomatch([...exclude], { dot: true }) : () => false;
  return (file) => {
    const path = prefix ? posix.join(prefix, file) : file;
    return !isForeign(file) && (tests === true || !isTest(file)) && included(path) && !excluded(path);
  };
}
