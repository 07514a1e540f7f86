import { ToolError } from '../errors.ts';
import { severityIn, type Preset } from './presets.ts';
import type { Rule, Severity } from './rule.ts';

/** What the configuration says of a rule: its severity, or that with the rule's options. */
export type RuleSetting = RuleLevel | readonly [RuleLevel] | readonly [RuleLevel, unknown];
export type RuleLevel = Severity | 'off';
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** A rule as reports know it. */
export interface RuleInfo {
  readonly id: string;
  readonly description: string;
  readonly severity: Severity;
}

/** Other settings for some files. */
export interface Override {
  matches(file: string): boolean;
  readonly rules: RuleSettings;
}

export interface RulesConfig {
  readonly settings: RuleSettings;
  /** `recommended` by default. */
  readonly preset?: Preset;
  /** Later ones go before earlier ones. */
  readonly overrides?: readonly Override[];
}

/** A run of a rule over the whole program, with the options that hold for some of its files. */
export interface RuleRun {
  readonly rule: Rule;
  readonly options: unknown;
  /** The severity without regard to files. */
  readonly usual: RuleLevel;
  /** Null in files where the rule is off, or has other options. */
  severityIn(file: string): Severity | null;
}

interface Choice {
  readonly level: RuleLevel;
  readonly options: unknown;
}

/**
 * The runs of the rules: of the preset, with what the configuration changes, once for each options that it gives them.
 * Throws `ToolError` where the settings are wrong.
 */
export function ruleRuns(rules: readonly Rule[], { settings, preset = 'recommended', overrides = [] }: RulesConfig): RuleRun[] {
  const known = new Set(rules.map((rule) => rule.id));
  for (const id of [settings, ...overrides.map((one) => one.rules)].flatMap((one) => Object.keys(one)))
    if (!known.has(id)) throw new ToolError('config-invalid', { reason: `rules: there is no rule \`${id}\`.` });
  return rules.flatMap((rule) => {
    const base = choiceOf(rule, settings, { level: severityIn(preset, rule) ?? 'off', options: null });
    const changes = overrides.filter((one) => Object.hasOwn(one.rules, rule.id));
    const choices = [base, ...changes.map((one) => choiceOf(rule, one.rules, base))];
    if (choices.every(({ level }) => level === 'off')) return [];
    const choiceIn = (file: string): Choice => changes.filter((one) => one.matches(file)).reduce((before, one) => choiceOf(rule, one.rules, before), base);
    return [...new Set(choices.map(({ options }) => options))].map((options): RuleRun => ({
      rule,
      options: parsedOptions(rule, options ?? {}),
      usual: choices.find((one) => one.options === options && one.level !== 'off')?.level ?? 'off',
      severityIn(file) {
        const choice = choiceIn(file);
        return choice.options === options && choice.level !== 'off' ? choice.level : null;
      },
    }));
  });
}

/** Without options of its own, a setting keeps those before it. */
function choiceOf(rule: Rule, settings: RuleSettings, before: Choice): Choice {
  const setting = Object.hasOwn(settings, rule.id) ? settings[rule.id] : undefined;
  if (setting === undefined) return before;
  if (typeof setting === 'string') return { level: setting, options: before.options };
  return { level: setting[0], options: setting[1] ?? before.options };
}

/** Each rule that runs anywhere, with the severity that it has in most places. */
export function infosOf(rules: readonly Rule[], runs: readonly RuleRun[]): RuleInfo[] {
  return rules.flatMap(({ id, description }) => {
    const severity = runs.filter(({ rule }) => rule.id === id).map((run) => run.usual).find((one) => one !== 'off');
    return severity === undefined ? [] : [{ id, description, severity }];
  });
}

function parsedOptions(rule: Rule, given: unknown): unknown {
  const parsed = rule.options.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message));
  throw new ToolError('config-invalid', { reason: `rules: the options of \`${rule.id}\` are wrong: ${problems.join('; ')}.` });
}
