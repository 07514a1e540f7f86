/** The presets: which rules run, and at which severity, where a configuration says nothing of them. */
import type { Rule, Severity } from './rule.ts';

/** Each takes in the rules of those before it. */
export const PRESETS = ['recommended', 'strict', 'all'] as const;
export type Preset = (typeof PRESETS)[number];

/** The severity of rules that no preset but `all` has. */
const IN_ALL: Severity = 'warning';

/** The severity at which a preset runs a rule; null where the rule is not in it. */
export function severityIn(preset: Preset, { recommended, strict }: Pick<Rule, 'recommended' | 'strict'>): Severity | null {
  if (preset === 'recommended') return recommended;
  return strict ?? recommended ?? (preset === 'all' ? IN_ALL : null);
}
