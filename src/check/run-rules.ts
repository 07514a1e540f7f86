import type { Call } from '../link/call.ts';
import type { Plan } from '../plan/model.ts';
import type { Sdk } from '../sdk/types.ts';
import { defaultDestination } from './destinations.ts';
import { withoutDisabled } from './directives.ts';
import { findingsOf, type Raised } from './findings.ts';
import type { Preset } from './presets.ts';
import { activeRules, type ActiveRule, type RuleInfo, type RuleSettings } from './rule-settings.ts';
import type { Destination, Finding, Identity, Rule } from './rule.ts';

export interface CheckInput {
  readonly calls: readonly Call[];
  readonly plan: Plan;
  readonly sdks: readonly Sdk[];
  /** SDK id → policy, where the configuration sets one. */
  readonly destinations: Readonly<Record<string, Destination>>;
  readonly identity?: Identity | null;
  readonly rules: readonly Rule[];
  /** What the configuration says of the rules; those that it does not name run as the preset has them. */
  readonly settings: RuleSettings;
  /** `recommended` by default. */
  readonly preset?: Preset;
  /** Rules of this scope alone run; those of every scope by default. */
  readonly scope?: Rule['scope'];
  /** A file's text, for the comments in it that switch rules off; without it none does. */
  read?(file: string): string | null;
}

/** A rule that is switched on and could not judge. */
export interface NotRun {
  readonly rule: string;
  readonly reason: string;
}

export interface CheckResult {
  /** Sorted by file, position and rule. */
  readonly findings: readonly Finding[];
  readonly notRun: readonly NotRun[];
  /** The rules that are switched on, by id. */
  readonly rules: readonly RuleInfo[];
}

/** Runs the rules over a program's calls and its plan. Throws `ToolError` where the settings are wrong. */
export function runRules(input: CheckInput): CheckResult {
  const active = activeRules(input.rules, input.settings, input.preset).filter(({ rule }) => input.scope === undefined || rule.scope === input.scope);
  const [waiting, running] = partition(active, ({ rule }) => input.plan.embedded && (rule.needsOwnPlan === true || rule.scope === 'plan'));
  const findings = findingsOf(running.flatMap((one) => raisedBy(one, input)));
  return {
    findings: withoutDisabled(findings, (file) => input.read?.(file) ?? null),
    notRun: waiting.map(({ rule }) => ({ rule: rule.id, reason: 'the product has no tracking plan of its own' })),
    rules: active.map(({ rule: { id, description }, severity }) => ({ id, description, severity })),
  };
}

function raisedBy({ rule, severity, options }: ActiveRule, { calls, plan, sdks, destinations, identity = null }: CheckInput): Raised[] {
  const raised: Raised[] = [];
  const byId = new Map(sdks.map((sdk) => [sdk.id, sdk]));
  rule.check({
    calls,
    plan,
    options,
    identity,
    sdk: (id) => byId.get(id),
    destination: (id) => (Object.hasOwn(destinations, id) ? destinations[id] : undefined) ?? defaultDestination(byId.get(id)),
    report: (report) => raised.push({ rule, severity, report }),
  });
  return raised;
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
