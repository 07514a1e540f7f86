/** The presets, for both of ESLint's forms of configuration. */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { ESLint, Linter } from 'eslint';
import { createSettings } from '../audit/session-settings.ts';
import { severityIn, type Preset } from '../check/presets.ts';
import type { Rule } from '../check/rule.ts';
import { readSettings, SETTINGS_KEY, type Settings } from './settings.ts';

export const NAMESPACE = 'tracklint';

const LEVELS = { error: 'error', warning: 'warn' } as const;

/** The severities of a preset's rules, as ESLint writes them. */
export function presetRules(preset: Preset, rules: readonly Rule[]): Linter.RulesRecord {
  return Object.fromEntries(rules.flatMap((rule) => {
    const severity = severityIn(preset, rule);
    return severity === null ? [] : [[`${NAMESPACE}/${rule.id}`, LEVELS[severity]]];
  }));
}

/** What a configuration with a plan is made of. Paths are absolute or relative to the root. */
export interface ProjectOptions {
  /** `recommended` by default. */
  readonly preset?: Preset;
  /** The folder that is audited, absolute: `import.meta.dirname`. */
  readonly root: string;
  readonly plan?: string;
  readonly config?: string;
}

/** A preset for one product. It changes when the plan does, so that ESLint's cache knows. */
export function projectConfig(plugin: ESLint.Plugin, rules: readonly Rule[], { preset = 'recommended', root, plan, config }: ProjectOptions): Linter.Config {
  const given: Settings = { root: resolve(root), ...(plan !== undefined && { plan }), ...(config !== undefined && { config }) };
  const settings: Settings = { ...given, planHash: planHash(given) };
  return { name: `${NAMESPACE}/project`, plugins: { [NAMESPACE]: plugin }, rules: presetRules(preset, rules), settings: { [SETTINGS_KEY]: settings } };
}

/** A hash of what the plan, the configuration and the baseline say. Throws `ToolError` where they cannot be read. */
function planHash(settings: Settings): string {
  const { plan, loaded, baseline } = createSettings(readSettings({ [SETTINGS_KEY]: settings }, settings.root ?? '.'))();
  return createHash('sha256').update(JSON.stringify([plan, loaded.config, baseline?.entries])).digest('hex').slice(0, 16);
}
