/** The rules over the plan, without the program. */
import { rules } from '../../rules/index.ts';
import { coverageOf } from '../check/coverage.ts';
import { runRules } from '../check/run-rules.ts';
import { ToolError } from '../errors.ts';
import { PLAN_FILES } from '../plan/plan-files.ts';
import type { AuditOptions, AuditResult } from './audit.ts';
import { withBaseline } from './baseline.ts';
import { loadPlan, planInConfig } from './load-plan.ts';
import { loadSettings } from './load-settings.ts';
import { overridesOf } from './overrides.ts';
import { lineOf, type LinkedProgram } from './program.ts';

/** Judges a product's plan alone: its program is empty. Throws `ToolError` like `audit`, and where the product has no plan. */
export async function lintPlan(options: Omit<AuditOptions, 'snapshot'>): Promise<AuditResult> {
  const { root } = options;
  const loaded = await loadSettings(options);
  const { plan, text } = loadPlan(root, options.plan ?? planInConfig(loaded));
  if (text === null) throw new ToolError('plan-none', { path: PLAN_FILES[0] });
  const program = programWithout(plan.file, text);
  const { identity, rules: settings = {}, preset } = loaded.config;
  const checked = runRules({
    calls: [], plan, sdks: [], rules, destinations: {}, identity, settings, scope: 'plan', overrides: overridesOf(root, loaded), read: (file) => program.text(file), ...(preset && { preset }),
  });
  const { disabled, notRun, rules: active } = checked;
  return { root, plan, program, ...withBaseline({ root, loaded, checked }, options.baseline ?? {}), disabled, notRun, rules: active, coverage: coverageOf([], plan), planOnly: true };
}

/** No program at all; of files, the plan's text is known. */
function programWithout(plan: string, planText: string): LinkedProgram {
  const text = (file: string): string | null => (file === plan ? planText : null);
  return {
    calls: [],
    files: { discovered: 0, candidates: 0, parsed: 0, failed: 0 },
    problems: [],
    trace: () => null,
    proposals: () => [],
    text,
    filesWith: () => [],
    lineText: (file, line) => lineOf(text(file), line),
  };
}
