/** One whole run: the program linked, the plan read, the rules run. */
import { rules } from '../../rules/index.ts';
import { coverageOf, type Coverage } from '../check/coverage.ts';
import type { Finding } from '../check/rule.ts';
import type { RuleInfo } from '../check/rule-settings.ts';
import { runRules, type NotRun } from '../check/run-rules.ts';
import type { Plan } from '../plan/model.ts';
import type { Snapshot } from '../discover/snapshot.ts';
import { withBaseline, type Baseline, type BaselineOptions } from './baseline.ts';
import { loadPlan, planInConfig } from './load-plan.ts';
import { judgedBy, loadSettings } from './load-settings.ts';
import { overridesOf } from './overrides.ts';
import { linkProgram, withText, type LinkedProgram } from './program.ts';

export interface AuditOptions {
  /** The folder to audit, absolute. */
  readonly root: string;
  /** A configuration file, absolute; without it the nearest one is used. */
  readonly config?: string;
  /** A plan file, absolute; it goes before the configuration's. */
  readonly plan?: string;
  /** The files as git's index or a commit holds them, in place of those on the disk. */
  readonly snapshot?: Snapshot;
  /** Without it the configuration's baseline is used, or the one in the root. */
  readonly baseline?: BaselineOptions;
  /** Report comments that switch nothing off. */
  readonly unusedDirectives?: boolean;
}

export interface AuditResult {
  /** Absolute. */
  readonly root: string;
  readonly plan: Plan;
  readonly program: LinkedProgram;
  /** Those that the baseline does not know; sorted by file, position and rule. */
  readonly findings: readonly Finding[];
  readonly baseline: Baseline | null;
  /** How many findings comments in the code switch off. */
  readonly disabled: number;
  /** Rules that are switched on and could not judge. */
  readonly notRun: readonly NotRun[];
  /** The rules that are switched on. */
  readonly rules: readonly RuleInfo[];
  readonly coverage: Coverage;
  /** The plan alone was judged, and the program is empty. */
  readonly planOnly?: boolean;
}

/** Audits a product. Throws `ToolError` for what the user can mend: configuration, plan, paths. */
export async function audit(options: AuditOptions): Promise<AuditResult> {
  const { root } = options;
  const loaded = await loadSettings(options);
  const { plan, text } = loadPlan(root, options.plan ?? planInConfig(loaded), options.snapshot);
  const program = withText(await linkProgram(root, loaded, options.snapshot), plan.file, text);
  const { rules: settings = {}, preset = 'recommended' } = loaded.config;
  const checked = runRules({
    calls: program.calls, plan, rules, ...judgedBy(loaded), settings, preset,
    overrides: overridesOf(root, loaded),
    read: (file) => program.text(file),
    ...(options.unusedDirectives ? { commented: [...program.filesWith(['tracklint-disable', 'tracklint/']), ...(plan.embedded ? [] : [plan.file])] } : {}),
  });
  const { disabled, notRun, rules: active } = checked;
  return { root, plan, program, ...withBaseline({ root, loaded, checked }, options.baseline ?? {}), disabled, notRun, rules: active, coverage: coverageOf(program.calls, plan) };
}

/** The program of a product, without a plan or rules. Throws `ToolError` like `audit`. */
export async function inventory(options: Omit<AuditOptions, 'plan'>): Promise<LinkedProgram> {
  return linkProgram(options.root, await loadSettings(options), options.snapshot);
}
