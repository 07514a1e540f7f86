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
  const file = configFile(root, explicit);
  if (file === null) return { config: {}, folder: root, file: null, locate: () => ({ file: root }) };
  const shown = relative(root, file) || file;
  return checked(file, file.endsWith('.json') ? readJson(file, shown) : asRead(await execute(file, shown), shown), known);
}

interface Read {
  readonly value: unknown;
  readonly locate: Locator;
}

export function configFile(root: string, explicit: string | null): string | null {
  if (explicit !== null && !existsSync(explicit)) throw new ToolError('config-missing', { path: explicit });
  return explicit ?? findConfig(root);
}

export function checked(file: string, { value, locate }: Read, known: KnownIds): LoadedConfig {
  return { config: validateConfig(value, locate, known), folder: dirname(file), file, locate };
}

export function asRead(value: unknown, shown: string): Read {
  return { value, locate: () => ({ file: shown }) };
}

export function readJson(file: string, shown: string): Read {
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
  try {
    return defaultOf(await createJiti(import.meta.url, jitiOptions()).import<Record<string, unknown>>(file), shown);
  } catch (error) {
    throw loadError(error, shown);
  }
}

export function jitiOptions() {
  // A configuration may import `defineConfig` where tracklint is not installed beside it.
  const here = fileURLToPath(new URL(`./define-config${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url));
  return { fsCache: false, moduleCache: false, interopDefault: false, alias: { tracklint: here } };
}

export function loadError(error: unknown, shown: string): unknown {
  return error instanceof ToolError ? error : new ToolError('config-load', { reason: reasonOf(error) }, { file: shown });
}

export function defaultOf(exported: Record<string, unknown>, shown: string): unknown {
  const isModule = '__esModule' in exported || Object.prototype.toString.call(exported) === '[object Module]';
  const config = isModule ? exported.default : exported;
  if (config === undefined) throw new ToolError('config-no-default', {}, { file: shown });
  return config;
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
