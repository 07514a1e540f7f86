import { ToolError } from '../errors.ts';
import { severityIn, type Preset } from './presets.ts';
import type { Rule, Severity } from './rule.ts';

/** What the configuration says of a rule: its severity, or that with the rule's options. */
export type RuleSetting = RuleLevel | readonly [RuleLevel] | readonly [RuleLevel, unknown];
export type RuleLevel = Severity | 'off';
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** A rule that is to run. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: unknown;
}

/** A rule as reports know it. */
export interface RuleInfo {
  readonly id: string;
  readonly description: string;
  readonly severity: Severity;
}

/** The rules that run: those of the preset with what the configuration changes, options parsed. Throws `ToolError`. */
export function activeRules(rules: readonly Rule[], settings: RuleSettings, preset: Preset = 'recommended'): ActiveRule[] {
  const known = new Set(rules.map((rule) => rule.id));
  for (const id of Object.keys(settings)) if (!known.has(id)) throw new ToolError('config-invalid', { reason: `rules: there is no rule \`${id}\`.` });
  return rules.flatMap((rule) => {
    const setting = Object.hasOwn(settings, rule.id) ? settings[rule.id] : undefined;
    const [level, options] = typeof setting === 'object' ? setting : [setting ?? severityIn(preset, rule) ?? 'off'];
    return level === 'off' ? [] : [{ rule, severity: level, options: parsedOptions(rule, options ?? {}) }];
  });
}

function parsedOptions(rule: Rule, given: unknown): unknown {
  const parsed = rule.options.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message));
  throw new ToolError('config-invalid', { reason: `rules: the options of \`${rule.id}\` are wrong: ${problems.join('; ')}.` });
}
