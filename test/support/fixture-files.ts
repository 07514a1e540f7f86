import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readExpectations, type FileExpectations } from './expectations.ts';

const ROOT = join(import.meta.dirname, '..', '..', 'fixtures');

/** Prose about a program speaks of the comments and has none. */
const PROSE = '.md';

export interface Fixture {
  /** Text by path relative to the leaf, POSIX. */
  readonly files: Readonly<Record<string, string>>;
  readonly expected: readonly FileExpectations[];
}

/** The folders that are a program each: the example, and those of `spec` and `apps`; those of `plans` are a plan each. */
export function fixtureLeaves(): string[] {
  return ['example', ...['spec', 'apps', 'plans'].flatMap((theme) => readdirSync(join(ROOT, theme)).sort().map((name) => `${theme}/${name}`))];
}

export function fixtureFiles(leaf: string): Fixture {
  const files = filesIn(join(ROOT, leaf), '');
  return { files, expected: Object.entries(files).flatMap(([file, text]) => (file.endsWith(PROSE) ? [] : [readExpectations(file, text)])) };
}

function filesIn(folder: string, prefix: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) Object.assign(files, filesIn(path, `${prefix}${name}/`));
    else files[`${prefix}${name}`] = readFileSync(path, 'utf8');
  }
  return files;
}
