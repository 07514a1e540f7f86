import { ToolError } from '../errors.ts';
import type { PlanPlace } from './model.ts';

/** One thing wrong with a plan file. Sentences end with a full stop; line and column are 1-based, in UTF-16 units. */
export interface PlanProblem extends PlanPlace {
  readonly message: string;
  /** What to write instead, as a sentence of its own, where that is known. */
  readonly suggestion: string | null;
}

/** A plan that cannot be read, with everything that is wrong with it, in the order of the file. */
export class PlanError extends ToolError {
  readonly problems: readonly PlanProblem[];

  constructor(problems: readonly PlanProblem[]) {
    const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
    super('plan-invalid', { reason: sorted.map(lineOf).join('\n') });
    this.name = 'PlanError';
    this.problems = sorted;
  }
}

function lineOf({ file, line, column, message, suggestion }: PlanProblem): string {
  return `${file}:${line}:${column}: ${message}${suggestion === null ? '' : ` ${suggestion}`}`;
}
