/** What a report is made from. */
import type { ChalkInstance } from 'chalk';
import type { BaselineEntry, Moved } from '../check/baseline.ts';
import type { Coverage } from '../check/coverage.ts';
import type { RuleInfo } from '../check/rule-settings.ts';
import type { Finding } from '../check/rule.ts';
import type { NotRun } from '../check/run-rules.ts';
import type { Program } from '../link/call.ts';
import type { Plan } from '../plan/model.ts';

export interface ReportInput {
  readonly program: Program;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
  readonly notRun: readonly NotRun[];
  /** How many findings comments in the code switch off. */
  readonly disabled: number;
  readonly baseline: KnownFindings | null;
  /** The rules that findings can be of. */
  readonly rules: readonly RuleInfo[];
  readonly coverage: Coverage;
  /** The plan alone was judged: of the code there is nothing to count. */
  readonly planOnly?: boolean;
}

/** What a baseline knows; files are told from the root. */
export interface KnownFindings {
  readonly file: string;
  readonly known: number;
  readonly stale: readonly Omit<BaselineEntry, 'ordinal'>[];
  readonly moved: readonly Moved[];
}

export interface ReportContext {
  readonly colors: ChalkInstance;
  /** The version of tracklint. */
  readonly version: string;
  /** The audited folder as seen from the top of its repository, POSIX; empty where they are the same. */
  readonly folder: string;
  /** A line (1-based) of a file of the project, or null. */
  lineText(file: string, line: number): string | null;
  /** The documentation of a rule, Markdown; null where there is none. */
  ruleHelp(id: string): string | null;
  /** Where a terminal opens a line of a file; null where it opens none. */
  fileUrl(file: string, line: number | null): string | null;
  /** Where a browser shows a line of a file; null outside of CI. */
  sourceUrl(file: string, line: number): string | null;
}

/** A report's text, or an error that is a bug: formatters read no file and know no process. */
export type Formatter = (input: ReportInput, context: ReportContext) => string;
