/** Loads a configuration file: JSON as data, everything else by running it. */
import { existsSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ToolError } from '../errors.ts';
import { findConfig, PACKAGE_KEY } from './find-config.ts';
import { createLocator, type Locator, NOWHERE } from './locate.ts';
import { readText } from './read-text.ts';
import type { Config } from './schema.ts';
import { validateConfig, type KnownIds } from './validate.ts';

export interface LoadedConfig {
  readonly config: Config;
  /** The folder that its paths and globs are relative to; absolute. */
  readonly folder: string;
  /** Absolute; null where there is no configuration. */
  readonly file: string | null;
  /** Where a part of it stands, for messages. */
  readonly locate: Locator;
}

/** The configuration for a root. `explicit` is an absolute path that the user gave; else it is searched for. */
export async function loadConfig(root: string, explicit: string | null, known: KnownIds): Promise<LoadedConfig> {
  if (explicit !== null && !existsSync(explicit)) throw new ToolError('config-missing', { path: explicit });
  const file = explicit ?? findConfig(root);
  if (file === null) return { config: {}, folder: root, file: null, locate: () => ({ file: root }) };
  const shown = relative(root, file) || file;
  const { value, locate } = await readConfig(file, shown);
  return { config: validateConfig(value, locate, known), folder: dirname(file), file, locate };
}

async function readConfig(file: string, shown: string): Promise<{ value: unknown; locate: Locator }> {
  if (!file.endsWith('.json')) return { value: await execute(file, shown), locate: () => ({ file: shown }) };
  const text = readText(file, shown).replace(/^\uFEFF/, '');
  const value = parseJson(text, shown);
  const inPackage = basename(file) === 'package.json';
  const path = inPackage ? [PACKAGE_KEY] : NOWHERE;
  return { value: inPackage ? partOf(value, shown) : value, locate: createLocator(text, shown, path) };
}

function partOf(manifest: unknown, shown: string): unknown {
  if (manifest === null || typeof manifest !== 'object' || !(PACKAGE_KEY in manifest)) throw new ToolError('config-no-key', { key: PACKAGE_KEY }, { file: shown });
  return manifest[PACKAGE_KEY];
}

function parseJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ToolError('config-load', { reason: reasonOf(error) }, { file: shown });
  }
}

async function execute(file: string, shown: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  // A configuration may import `defineConfig` where tracklint is not installed beside it.
  const here = fileURLToPath(new URL(`./define-config${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url));
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false, interopDefault: false, alias: { tracklint: here } });
  let exported: Record<string, unknown>;
  try {
    exported = await jiti.import<Record<string, unknown>>(file);
  } catch (error) {
    throw new ToolError('config-load', { reason: reasonOf(error) }, { file: shown });
  }
  const isModule = '__esModule' in exported || Object.prototype.toString.call(exported) === '[object Module]';
  const config = isModule ? exported.default : exported;
  if (config === undefined) throw new ToolError('config-no-default', {}, { file: shown });
  return config;
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
