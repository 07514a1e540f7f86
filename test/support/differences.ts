/** Where a fixture's comments and what is found of it differ. */
import type { Finding } from '../../src/check/rule.ts';
import type { Call } from '../../src/link/call.ts';
import { callText, expectedText } from './call-text.ts';
import type { Expectation, FileExpectations, Subject } from './expectations.ts';

export interface Found {
  readonly calls: readonly Call[];
  readonly findings: readonly Finding[];
}

/** Anything found, as the comments speak of it. */
interface Item {
  readonly file: string;
  readonly lines: readonly number[];
  readonly subject: Subject;
  text(like: string): string;
}

interface Difference {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** One line of text for each difference, sorted; none where all that is expected is found, and nothing else. */
export function differencesOf(files: readonly FileExpectations[], { calls, findings }: Found): string[] {
  const left = new Set<Item>([...calls.map(itemOfCall), ...findings.map(itemOfFinding)]);
  const expectations = files.flatMap((file) => file.expectations);
  const differences = [...judged(expectations, left), ...unexpected(files, left)];
  return differences.sort(byPlace).map(({ file, line, text }) => `${file}:${String(line)}  ${text}`);
}

/** Takes away from `left` what expectations speak of; those that are met choose first. */
function judged(expectations: readonly Expectation[], left: Set<Item>): Difference[] {
  const take = (expectation: Expectation, fits: (item: Item) => boolean): Item | null => {
    const item = [...left].find((one) => isAt(one, expectation) && fits(one));
    if (item) left.delete(item);
    return item ?? null;
  };
  const met = expectations.filter((expectation) => take(expectation, (item) => item.text(expectation.text) === expectedText(expectation)) !== null);
  const missed = expectations.filter((expectation) => !met.includes(expectation)).map((expectation) => ({ expectation, item: take(expectation, isCall) }));
  return [
    ...met.flatMap((one) => (one.todo ? [{ ...one, text: `${one.subject}: "${one.text}" is right now: take its todo away` }] : [])),
    ...missed.flatMap(({ expectation: { file, line, subject, text, todo }, item }) =>
      todo ? [] : [{ file, line, text: `${subject}: expected "${text}", got ${item ? `"${item.text(text)}"` : 'nothing'}` }]),
  ];
}

function unexpected(files: readonly FileExpectations[], left: ReadonlySet<Item>): Difference[] {
  const standing = files.flatMap(({ file, wrong }) => wrong.map((line) => ({ file, line })));
  const isHere = (item: Item, { file, line }: { readonly file: string; readonly line: number }): boolean => item.file === file && item.lines.includes(line);
  return [
    ...[...left].filter((item) => !standing.some((place) => isHere(item, place))).map((item) => ({ file: item.file, line: item.lines[0] ?? 1, text: `${item.subject}: expected nothing, got "${item.text('')}"` })),
    ...standing.filter((place) => ![...left].some((item) => isHere(item, place))).map((place) => ({ ...place, text: 'nothing wrong is found here now: take todo-ok away' })),
  ];
}

function isAt(item: Item, { file, line, subject }: Expectation): boolean {
  return item.file === file && item.subject === subject && item.lines.includes(line);
}

function isCall(item: Item): boolean {
  return item.subject !== 'expect';
}

/** A call stands where it begins; one of a list of events handled as data, also where its name stands. */
function itemOfCall(call: Call): Item {
  const { span, nameSpan } = call;
  const lines = nameSpan?.file === span.file ? [span.line, nameSpan.line] : [span.line];
  return { file: span.file, lines, subject: call.kind, text: (like) => callText(call, like) };
}

function itemOfFinding({ file, line, rule }: Finding): Item {
  return { file, lines: [line], subject: 'expect', text: () => rule };
}

function byPlace(a: Difference, b: Difference): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}
