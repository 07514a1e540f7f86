import type { PlanFault, PlanPlace } from './model.ts';
import { PlanError } from './plan-error.ts';
import type { PlanProblem } from './plan-error.ts';

/** After so many a file is not a plan, and the rest of it is not judged. */
const MOST_PROBLEMS = 100;

/** The text of one plan file, and what has been found wrong with it so far. */
export class PlanSource {
  readonly file: string;
  readonly text: string;
  readonly problems: PlanProblem[] = [];
  readonly faults: PlanFault[] = [];
  #lineStarts: readonly number[] | null = null;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  placeAt(offset: number): PlanPlace {
    this.#lineStarts ??= lineStartsOf(this.text);
    const line = lineAt(this.#lineStarts, offset);
    return { file: this.file, line, column: offset - (this.#lineStarts[line - 1] ?? 0) + 1 };
  }

  /** Throws when it is one problem too many. */
  report(offset: number, message: string, suggestion: string | null = null): void {
    this.problems.push({ ...this.placeAt(offset), message: printable(message), suggestion: suggestion && printable(suggestion) });
    if (this.problems.length >= MOST_PROBLEMS) this.throwIfBroken();
  }

  /** Notes what is wrong with a plan that can be read all the same. */
  fault(code: PlanFault['code'], offset: number, data: PlanFault['data']): void {
    this.faults.push({ code, place: this.placeAt(offset), data });
  }

  /** Throws all that was reported, if anything was. */
  throwIfBroken(): void {
    if (this.problems.length > 0) throw new PlanError(this.problems);
  }
}

/** Messages quote the file, whose control and bidirectional characters must not reach a terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** 1-based number of the last line that starts at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
