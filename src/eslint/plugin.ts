/** The ESLint plugin: `import tracklint from 'tracklint/eslint'`; `require` gives the same object. */
import type { ESLint, Linter } from 'eslint';
import { rules } from '../../rules/index.ts';
import { PRESETS, type Preset } from '../check/presets.ts';
import { VERSION } from '../version.ts';
import { adaptRule } from './adapt-rule.ts';
import { NAMESPACE, presetRules, projectConfig, type ProjectOptions } from './presets.ts';

export type { RuleOptions } from './rule-options.ts';
export type { ProjectOptions } from './presets.ts';

interface Plugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<string, NonNullable<ESLint.Plugin['rules']>[string]>;
  readonly configs: Record<Preset, Linter.Config> & Record<`legacy-${Preset}`, Linter.LegacyConfig>;
  /** A preset for one product, with the hash of its plan for ESLint's cache. */
  project(options: ProjectOptions): Linter.Config;
}

const configs = {} as Plugin['configs'];
const plugin: Plugin = {
  meta: { name: 'tracklint', version: VERSION, namespace: NAMESPACE },
  rules: Object.fromEntries(rules.map((rule) => [rule.id, adaptRule(rule)])),
  configs,
  project: (options) => projectConfig(plugin, rules, options),
};

for (const preset of PRESETS) {
  configs[preset] = { name: `${NAMESPACE}/${preset}`, plugins: { [NAMESPACE]: plugin }, rules: presetRules(preset, rules) };
  configs[`legacy-${preset}`] = { plugins: [NAMESPACE], rules: presetRules(preset, rules) };
}

export { plugin as default, plugin as 'module.exports' };
