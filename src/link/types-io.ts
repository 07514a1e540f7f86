/** What linking takes and gives. */
import type { FileFacts } from '../extract/facts.ts';
import type { Sdk } from '../sdk/types.ts';
import type { Call, FileProblem } from './call.ts';
import type { Proposal } from './claims/proposals.ts';
import type { Declaration } from './sdk-calls/wrapper-sdk.ts';

export interface LinkInput {
  /** All source files of the project, POSIX paths relative to its root. */
  readonly files: readonly string[];
  /** A file's text, also of `package.json` and `tsconfig.json`; null where there is none. */
  read(file: string): string | null;
  /** A file's facts, where they are kept from before; else its text is lowered. */
  facts?(file: string): FileFacts | null;
  /** The source files whose text contains any of the needles; names (`track`, `analytics.track`, `gtag(`) begin and end where words do. */
  matching(needles: readonly string[]): readonly string[];
  readonly sdks: readonly Sdk[];
  /** The user's own globals that hold a client: name → SDK id. */
  readonly globals: Readonly<Record<string, string>>;
  /** False: requests to the product's own telemetry endpoints are no calls. */
  readonly http?: boolean;
  /** The wrappers that the user declares. Files in them are told from the root. */
  readonly declarations?: readonly Declaration[];
}

export interface LinkResult {
  readonly calls: readonly Call[];
  /** Files that were evaluated whole. */
  readonly candidates: number;
  /** Files that were read for their syntax. */
  readonly parsed: number;
  readonly problems: readonly FileProblem[];
  /** Declarations of which no call was found. */
  readonly unmatched: readonly Declaration[];
  /** Declarations for calls that look like tracking and cannot be followed; worked out when asked for, and last. */
  proposals(): Proposal[];
  /** How the calls on a line (1-based) were resolved, in words. */
  trace(file: string, line: number): string[];
}
