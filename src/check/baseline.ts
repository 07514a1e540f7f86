/** Findings that a project knows and lives with for now: one JSON object a line, without line numbers, sorted. */
import { posix } from 'node:path';
import { ToolError } from '../errors.ts';
import type { Finding } from './rule.ts';

export interface BaselineEntry {
  /** POSIX path, relative to the folder of the baseline. */
  readonly file: string;
  readonly rule: string;
  readonly subject: string;
  /** Which of those with the same file, rule and subject it is, from 0. */
  readonly ordinal: number;
}

/** Entries of a file that is gone, which hold for another one. */
export interface Moved {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

export interface Compared {
  /** Findings that the baseline does not know. */
  readonly findings: readonly Finding[];
  readonly known: number;
  /** Entries that nothing is found for any more. */
  readonly stale: readonly BaselineEntry[];
  readonly moved: readonly Moved[];
  /** The entries without the stale ones, the moved ones with their new file. */
  readonly pruned: readonly BaselineEntry[];
  /** The entries that would make all findings known. */
  readonly updated: readonly BaselineEntry[];
}

/** What of the world around a baseline decides about its entries. Files are as the entries have them. */
export interface BaselineWorld {
  /** The file of an entry, for a file of a finding. */
  pathOf(file: string): string;
  exists(file: string): boolean;
  /** Whether what an entry is about was looked for. */
  judges(entry: BaselineEntry): boolean;
}

/** `shown` is the file's path for people. Throws `ToolError`. */
export function parseBaseline(text: string, shown: string): BaselineEntry[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [parseEntry(line, { file: shown, line: index + 1 })]));
}

/** The text of a baseline's file. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = new Set([...entries].sort(inOrder).map(({ file, rule, subject, ordinal }) => JSON.stringify({ file, rule, subject, ...(ordinal === 0 ? {} : { ordinal }) })));
  return [...lines].map((line) => `${line}\n`).join('');
}

/** Compares all findings of an audit with a baseline. The order of its entries, and doubles that a merge left, do not matter. */
export function compareWithBaseline(findings: readonly Finding[], entries: readonly BaselineEntry[], world: BaselineWorld): Compared {
  const entryOf = ({ file, rule, subject, ordinal }: Finding): BaselineEntry => ({ file: world.pathOf(file), rule, subject, ordinal });
  const left = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const others = entries.filter((entry) => !world.judges(entry));
  const unknown = findings.filter((finding) => !left.delete(keyOf(entryOf(finding))));
  const unmet = [...left.values()].filter((entry) => world.judges(entry));
  const moves = movesOf(unmet.filter(({ file }) => !world.exists(file)), unknown.map(entryOf));
  const movedTo = new Set(moves.map(({ to }) => keyOf(to)));
  const movedFrom = new Set(moves.map(({ from }) => keyOf(from)));
  const fresh = unknown.filter((finding) => !movedTo.has(keyOf(entryOf(finding))));
  const stale = unmet.filter((entry) => !movedFrom.has(keyOf(entry))).sort(inOrder);
  const current = findings.map(entryOf);
  const freshKeys = new Set(fresh.map((finding) => keyOf(entryOf(finding))));
  return {
    findings: fresh,
    known: findings.length - fresh.length,
    stale,
    moved: countsOf(moves),
    pruned: [...others, ...current.filter((entry) => !freshKeys.has(keyOf(entry)))],
    updated: [...others, ...current],
  };
}

interface Move {
  readonly from: BaselineEntry;
  readonly to: BaselineEntry;
}

/**
 * A file that is gone was perhaps renamed: to the one file whose new findings resemble its entries most. Where two
 * resemble them equally, the one with the same name; else nobody knows.
 */
function movesOf(gone: readonly BaselineEntry[], fresh: readonly BaselineEntry[]): Move[] {
  const free = new Map(fresh.map((entry) => [keyOf(entry), entry]));
  return [...new Set(gone.map(({ file }) => file))].sort().flatMap((file) => {
    const own = gone.filter((entry) => entry.file === file);
    const candidates = [...new Set([...free.values()].map((entry) => entry.file))].map((to) => ({
      to,
      moves: own.flatMap((from): Move[] => {
        const found = free.get(keyOf({ ...from, file: to }));
        return found ? [{ from, to: found }] : [];
      }),
    }));
    const most = Math.max(1, ...candidates.map(({ moves }) => moves.length));
    const best = candidates.filter(({ moves }) => moves.length === most);
    const [only] = best.length === 1 ? best : best.filter(({ to }) => posix.basename(to) === posix.basename(file));
    for (const { to } of only?.moves ?? []) free.delete(keyOf(to));
    return only?.moves ?? [];
  });
}

function countsOf(moves: readonly Move[]): Moved[] {
  const counts = new Map<string, Moved>();
  for (const { from, to } of moves) {
    const key = JSON.stringify([from.file, to.file]);
    counts.set(key, { from: from.file, to: to.file, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

function parseEntry(line: string, place: { readonly file: string; readonly line: number }): BaselineEntry {
  if (/^(<{7}|={7}|>{7}|\|{7})/.test(line)) throw new ToolError('baseline-conflict', {}, place);
  let value: unknown = null;
  try {
    value = JSON.parse(line);
  } catch {
    // It is told below.
  }
  if (!isEntry(value)) throw new ToolError('baseline-invalid', {}, place);
  return { file: value.file, rule: value.rule, subject: value.subject, ordinal: value.ordinal ?? 0 };
}

function isEntry(value: unknown): value is Omit<BaselineEntry, 'ordinal'> & { readonly ordinal?: number } {
  if (value === null || typeof value !== 'object') return false;
  const { file, rule, subject, ordinal = 0, ...others } = value as Record<string, unknown>;
  return typeof file === 'string' && typeof rule === 'string' && typeof subject === 'string' && Number.isInteger(ordinal) && Object.keys(others).length === 0;
}

function keyOf({ file, rule, subject, ordinal }: BaselineEntry): string {
  return JSON.stringify([file, rule, subject, ordinal]);
}

function inOrder(a: BaselineEntry, b: BaselineEntry): number {
  return byText(a.file, b.file) || byText(a.rule, b.rule) || byText(a.subject, b.subject) || a.ordinal - b.ordinal;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
