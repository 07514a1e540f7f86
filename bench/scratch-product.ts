/** A copy of a product that a measurement may change, with ESLint, its parser and the built plugin installed. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const LEFT_OUT = new Set(['node_modules', '.git', 'dist', '.next']);
/** Its own configuration needs plugins that are not installed. */
const LINTED_OTHERWISE = /^(eslint\.config\.|\.eslintrc)/;
const COPIED = /\.([cm]?[jt]sx?|vue|svelte|astro|html|json|ya?ml)$|^\.gitignore$/;

/** Copies what an audit reads into a folder of its own, in git as products are; gives its absolute path. Whoever asks removes it. */
export function scratchProduct(product: string): string {
  const root = join(realpathSync(mkdtempSync(join(tmpdir(), 'tracklint-bench-'))), basename(product));
  cpSync(product, root, { recursive: true, filter: (path) => isCopied(path, basename(path)) });
  execFileSync('git', ['init', '-q'], { cwd: root });
  execFileSync('git', ['add', '.'], { cwd: root, stdio: 'ignore' });
  for (const name of ['eslint', '@typescript-eslint', 'typescript']) link(join(REPOSITORY, 'node_modules', name), join(root, 'node_modules', name));
  link(REPOSITORY, join(root, 'node_modules', 'tracklint'));
  return root;
}

function isCopied(path: string, name: string): boolean {
  return !LEFT_OUT.has(name) && !LINTED_OTHERWISE.test(name) && (COPIED.test(name) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(realpathSync(target), path);
}
