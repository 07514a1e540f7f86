/** What a report is made from. */
import type { ChalkInstance } from 'chalk';
import type { Finding } from '../check/rule.ts';
import type { NotRun } from '../check/run-rules.ts';
import type { Program } from '../link/call.ts';
import type { Plan } from '../plan/model.ts';

export interface ReportInput {
  readonly program: Program;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
  readonly notRun: readonly NotRun[];
}

export interface ReportContext {
  readonly colors: ChalkInstance;
  /** A line (1-based) of a file of the project, or null. */
  lineText(file: string, line: number): string | null;
}
