/** Where the configuration stands: beside the root or above it, up to the repository's top. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ToolError } from '../errors.ts';

const CONFIG_FILES: readonly string[] = ['ts', 'mts', 'js', 'mjs', 'json'].map((extension) => `tracklint.config.${extension}`);
export const PACKAGE_KEY = 'tracklint';

/** The configuration file that holds for a folder, absolute, or null. Two in one folder are an error. */
export function findConfig(root: string): string | null {
  for (const folder of foldersUpward(root)) {
    const found = configsIn(folder);
    const [first, second] = found;
    if (first && second) throw new ToolError('config-twice', { first, second });
    if (first) return first;
  }
  return null;
}

/** Whether a folder itself holds a configuration. */
export function hasConfig(folder: string): boolean {
  return configsIn(folder).length > 0;
}

/** A folder and those above it, up to the top of its git repository; just the folder where it is in none. */
export function foldersUpward(root: string): string[] {
  const folders: string[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    folders.push(folder);
    if (existsSync(join(folder, '.git'))) return folders;
    if (dirname(folder) === folder) return [root];
  }
}

function configsIn(folder: string): string[] {
  const files = CONFIG_FILES.map((name) => join(folder, name)).filter((file) => existsSync(file));
  const manifest = join(folder, 'package.json');
  return hasKey(manifest) ? [...files, manifest] : files;
}

function hasKey(manifest: string): boolean {
  try {
    const content: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
    return content !== null && typeof content === 'object' && Object.hasOwn(content, PACKAGE_KEY);
  } catch {
    return false;
  }
}
