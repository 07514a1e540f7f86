/** What ESLint's `settings.tracklint` says: which product a file belongs to, and by which plan it is judged. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SessionOptions } from '../audit/session.ts';
import { ToolError } from '../errors.ts';

export const SETTINGS_KEY = 'tracklint';

/** The settings that the plugin reads; `planHash` is there for ESLint's cache alone. */
export interface Settings {
  /** The folder that is audited; the one that ESLint runs in by default. */
  readonly root?: string;
  /** A configuration and a plan file, relative to the root; by default those that the command line finds. */
  readonly config?: string;
  readonly plan?: string;
  readonly planHash?: string;
}

const KEYS: readonly string[] = ['root', 'config', 'plan', 'planHash'] satisfies (keyof Settings)[];

/** Throws `ToolError` where the settings are not what they should be. */
export function readSettings(all: unknown, cwd: string): SessionOptions {
  const own = all !== null && typeof all === 'object' && SETTINGS_KEY in all ? all[SETTINGS_KEY] : undefined;
  if (own === undefined) return { root: cwd, config: null, plan: null };
  if (own === null || typeof own !== 'object' || Array.isArray(own)) throw new ToolError('config-invalid', { reason: `ESLint's settings.${SETTINGS_KEY} must be an object.` });
  for (const [key, value] of Object.entries(own)) {
    if (!KEYS.includes(key)) throw new ToolError('config-invalid', { reason: `ESLint's settings.${SETTINGS_KEY} has an unknown key "${key}". Known: ${KEYS.join(', ')}.` });
    if (value !== undefined && typeof value !== 'string') throw new ToolError('config-invalid', { reason: `ESLint's settings.${SETTINGS_KEY}.${key} must be a text.` });
  }
  const { root, config, plan } = own as Settings;
  const folder = resolve(cwd, root ?? '.');
  if (root !== undefined && !existsSync(folder)) throw new ToolError('config-invalid', { reason: `ESLint's settings.${SETTINGS_KEY}.root is no folder: ${folder}.` });
  return { root: folder, config: config === undefined ? null : resolve(folder, config), plan: plan === undefined ? null : resolve(folder, plan) };
}
