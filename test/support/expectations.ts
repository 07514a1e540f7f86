/** What a fixture's comments expect: the grammar that `fixtures/README.md` describes. */

import type { CallKind } from '../../src/link/call.ts';

/** The kinds of call, and `expect` for a finding of a rule. */
export type Subject = CallKind | 'expect';

export interface Expectation {
  readonly file: string;
  /** The line that it speaks of, 1-based. */
  readonly line: number;
  readonly subject: Subject;
  /** What is expected of it, in the comment's own words. */
  readonly text: string;
  /** True for an answer that is known to be wrong today. */
  readonly todo: boolean;
}

export interface FileExpectations {
  readonly file: string;
  readonly expectations: readonly Expectation[];
  /** Lines on which something is found today that is not there. */
  readonly wrong: readonly number[];
}

const MARK = /\{?(?:\/\/|\/\*|<!--|#)\s*(?:(todo-ok)\b|(todo-)?(track|page|screen|identify|group|alias|reset|expect):)/g;
const CLOSING = /\s*(?:\*\/\}?|-->)?\s*$/;

export function readExpectations(file: string, source: string): FileExpectations {
  const expectations: Expectation[] = [];
  const wrong: number[] = [];
  const waiting: Mark[] = [];
  source.split('\n').forEach((text, index) => {
    const marks = marksOf(text);
    const isComment = marks.length > 0 && text.slice(0, marks[0]?.start).trim() === '';
    waiting.push(...marks);
    if (isComment) return;
    for (const { subject, text: said, todo } of waiting.splice(0)) {
      if (subject === 'ok') wrong.push(index + 1);
      else expectations.push({ file, line: index + 1, subject, text: said, todo });
    }
  });
  if (waiting.length > 0) throw new Error(`${file}: the last comment speaks of no line.`);
  return { file, expectations, wrong };
}

interface Mark {
  readonly start: number;
  readonly subject: Subject | 'ok';
  readonly text: string;
  readonly todo: boolean;
}

function marksOf(line: string): Mark[] {
  const found = [...line.matchAll(MARK)];
  return found.map((match, index) => {
    const [whole, ok, todo, subject] = match;
    const rest = line.slice(match.index + whole.length, found[index + 1]?.index ?? line.length);
    return { start: match.index, subject: ok ? 'ok' : (subject as Subject), text: rest.replace(CLOSING, '').trim(), todo: todo !== undefined };
  });
}
