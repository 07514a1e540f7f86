import { PlanError } from '../../src/plan/plan-error.ts';
import { readPlan } from '../../src/plan/read-plan.ts';

export const FILE = '.telemetry/tracking-plan.yaml';

/** What reading the text complains of, as `line:column message suggestion`. */
export function problemsOf(text: string, file: string = FILE): string[] {
  try {
    readPlan(file, text);
  } catch (error) {
    if (error instanceof PlanError) return error.problems.map((p) => [`${p.line}:${p.column}`, p.message, p.suggestion].filter(Boolean).join(' '));
    throw error;
  }
  return [];
}
