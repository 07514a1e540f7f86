import type { Call } from '../link/call.ts';
import type { Plan } from '../plan/model.ts';
import type { Sdk } from '../sdk/types.ts';
import { defaultDestination } from './destinations.ts';
import { openDirectives } from './directives.ts';
import { findingsOf, inOrder, type Raised } from './findings.ts';
import { infosOf, ruleRuns, type RuleInfo, type RuleRun, type RulesConfig } from './rule-settings.ts';
import type { Destination, Finding, Identity, Rule } from './rule.ts';
import { raisedByUnused, unusedDirective } from './unused-directive.ts';

export interface CheckInput extends RulesConfig {
  readonly calls: readonly Call[];
  readonly plan: Plan;
  readonly sdks: readonly Sdk[];
  /** SDK id → policy, where the configuration sets one. */
  readonly destinations: Readonly<Record<string, Destination>>;
  readonly identity?: Identity | null;
  readonly rules: readonly Rule[];
  /** Rules of this scope alone run; those of every scope by default. */
  readonly scope?: Rule['scope'];
  /** A file's text, for the comments in it that switch rules off; without it none does. */
  read?(file: string): string | null;
  /** Files whose comments are reported where they switch nothing off; without it none is. */
  readonly commented?: readonly string[];
}

/** A rule that is switched on and could not judge. */
export interface NotRun {
  readonly rule: string;
  readonly reason: string;
}

export interface CheckResult {
  /** Sorted by file, position and rule. */
  readonly findings: readonly Finding[];
  /** How many more there are that comments switch off. */
  readonly disabled: number;
  readonly notRun: readonly NotRun[];
  /** The rules that are switched on, by id. */
  readonly rules: readonly RuleInfo[];
  /** Whether a rule had its say about a file. */
  judges(rule: string, file: string): boolean;
}

/** Runs the rules over a program's calls and its plan. Throws `ToolError` where the settings are wrong. */
export function runRules(input: CheckInput): CheckResult {
  const runs = ruleRuns(input.rules, input).filter(({ rule }) => input.scope === undefined || rule.scope === input.scope);
  const isWaiting = ({ rule }: RuleRun): boolean => input.plan.embedded && (rule.needsOwnPlan === true || rule.scope === 'plan');
  const running = runs.filter((run) => !isWaiting(run));
  const waiting = new Set(runs.filter(isWaiting).map(({ rule }) => rule.id));
  const judges = (rule: string, file: string): boolean => running.some((run) => run.rule.id === rule && run.severityIn(file) !== null);

  const directives = openDirectives((file) => input.read?.(file) ?? null);
  const found = findingsOf(running.flatMap((run) => raisedBy(run, input)));
  const kept = found.filter((finding) => !directives.disables(finding));
  const unused = raisedByUnused(directives.unused(input.commented ?? []), { known: input.rules.map(({ id }) => id), judges, isComplete: waiting.size === 0 });
  return {
    findings: [...kept, ...findingsOf(unused)].sort(inOrder),
    disabled: found.length - kept.length,
    notRun: [...waiting].map((rule) => ({ rule, reason: 'the product has no tracking plan of its own' })),
    rules: [...infosOf(input.rules, runs), ...(input.commented ? [unusedDirective] : [])],
    judges: (rule, file) => judges(rule, file) || (rule === unusedDirective.id && input.commented !== undefined),
  };
}

function raisedBy({ rule, options, severityIn }: RuleRun, { calls, plan, sdks, destinations, identity }: CheckInput): Raised[] {
  const raised: Raised[] = [];
  const byId = new Map(sdks.map((sdk) => [sdk.id, sdk]));
  rule.check({
    calls,
    plan,
    options,
    identity: identity ?? plan.identity,
    sdk: (id) => byId.get(id),
    destination: (id) => (Object.hasOwn(destinations, id) ? destinations[id] : undefined) ?? defaultDestination(byId.get(id)),
    report(report) {
      const severity = severityIn(report.place.file);
      if (severity !== null) raised.push({ rule, severity, report });
    },
  });
  return raised;
}
