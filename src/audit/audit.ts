/** One whole run: the program linked, the plan read, the rules run. */
import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { rules } from '../../rules/index.ts';
import { coverageOf, type Coverage } from '../check/coverage.ts';
import type { Finding } from '../check/rule.ts';
import type { RuleInfo } from '../check/rule-settings.ts';
import { runRules, type NotRun } from '../check/run-rules.ts';
import { readText } from '../config/read-text.ts';
import { loadConfig, type LoadedConfig } from '../config/load-config.ts';
import { ToolError } from '../errors.ts';
import { corePlan } from '../plan/core-plan.ts';
import type { Plan } from '../plan/model.ts';
import { readPlan } from '../plan/read-plan.ts';
import { sinkSdks } from '../link/wrapper-sdk.ts';
import type { Snapshot } from '../discover/snapshot.ts';
import { sdks } from '../sdk/index.ts';
import { findPlan } from './find-plan.ts';
import { linkProgram, type LinkedProgram } from './program.ts';

export interface AuditOptions {
  /** The folder to audit, absolute. */
  readonly root: string;
  /** A configuration file, absolute; without it the nearest one is used. */
  readonly config?: string;
  /** A plan file, absolute; it goes before the configuration's. */
  readonly plan?: string;
  /** The files as git's index or a commit holds them, in place of those on the disk. */
  readonly snapshot?: Snapshot;
}

export interface AuditResult {
  /** Absolute. */
  readonly root: string;
  readonly plan: Plan;
  readonly program: LinkedProgram;
  /** Sorted by file, position and rule. */
  readonly findings: readonly Finding[];
  /** Rules that are switched on and could not judge. */
  readonly notRun: readonly NotRun[];
  /** The rules that are switched on. */
  readonly rules: readonly RuleInfo[];
  readonly coverage: Coverage;
}

/** Audits a product. Throws `ToolError` for what the user can mend: configuration, plan, paths. */
export async function audit(options: AuditOptions): Promise<AuditResult> {
  const { root } = options;
  const loaded = await loadSettings(options);
  const plan = loadPlan(root, options.plan ?? planOf(loaded), options.snapshot);
  const program = await linkProgram(root, loaded, options.snapshot);
  const { destinations = {}, rules: settings = {}, preset = 'recommended', sdks: own = [], wrappers = [] } = loaded.config;
  const checked = runRules({ calls: program.calls, plan, sdks: [...sdks, ...own, ...sinkSdks(wrappers)], rules, destinations, settings, preset, read: (file) => program.text(file) });
  return { root, plan, program, coverage: coverageOf(program.calls, plan), ...checked };
}

/** The program of a product, without a plan or rules. Throws `ToolError` like `audit`. */
export async function inventory(options: Omit<AuditOptions, 'plan'>): Promise<LinkedProgram> {
  return linkProgram(options.root, await loadSettings(options), options.snapshot);
}

function loadSettings({ root, config }: AuditOptions): Promise<LoadedConfig> {
  return loadConfig(root, config ?? null, { rules: rules.map(({ id }) => id), sdks: sdks.map(({ id }) => id) });
}

function planOf({ config, folder }: LoadedConfig): string | null {
  return config.plan === undefined ? null : resolve(folder, config.plan);
}

/** `wanted` is a file that somebody named; else the product's own is looked for. */
function loadPlan(root: string, wanted: string | null, snapshot?: Snapshot): Plan {
  const shownOf = (file: string): string => relative(root, file).split(sep).join('/');
  const exists = (file: string): boolean => {
    const held = snapshot?.read(shownOf(file));
    return held === undefined ? existsSync(file) : held !== null;
  };
  const file = wanted ?? findPlan(root, exists);
  if (file === null) return corePlan();
  const shown = shownOf(file);
  if (!exists(file)) throw new ToolError('plan-missing', { path: shown });
  return readPlan(shown, snapshot?.read(shown)?.toString('utf8') ?? readText(file, shown));
}
