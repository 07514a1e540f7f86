/** The baseline of an audit: which file it is, and what it knows. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { baselineText, compareWithBaseline, parseBaseline, type BaselineEntry, type Compared } from '../check/baseline.ts';
import type { Finding } from '../check/rule.ts';
import type { CheckResult } from '../check/run-rules.ts';
import { readText } from '../config/read-text.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { ToolError } from '../errors.ts';

const BASELINE_FILE = 'tracklint-baseline.jsonl';

/** A file, absolute, or none at all; `isNew` where it will be written and need not be there or be right. */
export interface BaselineOptions {
  readonly file?: string | null;
  readonly isNew?: boolean;
}

/** What a baseline knows. Files are told from the root. */
export interface Baseline extends Pick<Compared, 'known' | 'stale' | 'moved'> {
  /** Absolute. */
  readonly path: string;
  /** The path for people, from the root. */
  readonly file: string;
  /** The file's text without its stale entries, the moved ones with their new file. */
  readonly pruned: string;
  /** The file's text that would make all findings known. */
  readonly updated: string;
}

interface Audited {
  /** Absolute. */
  readonly root: string;
  readonly loaded: LoadedConfig;
  readonly checked: CheckResult;
}

/** The entries of a product's baseline, with its file; null where it has none. Throws `ToolError`. */
export function openBaseline(root: string, loaded: LoadedConfig): KnownFindings | null {
  const path = baselinePath(root, loaded);
  return path === null ? null : { path, entries: entriesOf(path, shownPath(root, path), {}) };
}

export interface KnownFindings {
  /** Absolute. */
  readonly path: string;
  readonly entries: readonly BaselineEntry[];
}

/** Of one rule's findings, all of them, those that a baseline does not know. */
export function withoutKnown(root: string, { path, entries }: KnownFindings, rule: string, findings: readonly Finding[]): readonly Finding[] {
  const folder = dirname(path);
  return compareWithBaseline(findings, entries.filter((entry) => entry.rule === rule), {
    pathOf: (file) => shownPath(folder, join(root, file)),
    exists: (file) => existsSync(join(folder, file)),
    judges: () => true,
  }).findings;
}

/** The findings that are not known, and the baseline, or null where there is none. Throws `ToolError`. */
export function withBaseline({ root, loaded, checked }: Audited, options: BaselineOptions): { readonly findings: CheckResult['findings']; readonly baseline: Baseline | null } {
  const path = baselinePath(root, loaded, options);
  if (path === null) return { findings: checked.findings, baseline: null };
  const shown = shownPath(root, path);
  const folder = dirname(path);
  const prefix = shownPath(folder, root);
  const pathFrom = (file: string): string => shownPath(folder, join(root, file));
  const inRoot = (file: string): string => shownPath(root, join(folder, file));
  const isInside = ({ file }: BaselineEntry): boolean => prefix === '' || prefix.startsWith('..') || file.startsWith(`${prefix}/`);
  const { findings, known, ...compared } = compareWithBaseline(checked.findings, entriesOf(path, shown, options), {
    pathOf: pathFrom,
    exists: (file) => existsSync(join(folder, file)),
    judges: (entry) => isInside(entry) && checked.judges(entry.rule, inRoot(entry.file)),
  });
  const stale = compared.stale.map((entry) => ({ ...entry, file: inRoot(entry.file) }));
  const moved = compared.moved.map(({ from, to, count }) => ({ from: inRoot(from), to: inRoot(to), count }));
  return { findings, baseline: { path, file: shown, known, stale, moved, pruned: baselineText(compared.pruned), updated: baselineText(compared.updated) } };
}

/** The file that somebody named; else the one that stands in the root, or is to. Absolute. */
export function baselinePath(root: string, { config, folder }: LoadedConfig, { file, isNew }: BaselineOptions = {}): string | null {
  if (file !== undefined) return file;
  if (config.baseline !== undefined) return resolve(folder, config.baseline);
  const usual = join(root, BASELINE_FILE);
  return isNew || existsSync(usual) ? usual : null;
}

function shownPath(from: string, to: string): string {
  return relative(from, to).split(sep).join('/');
}

function entriesOf(path: string, shown: string, { isNew }: BaselineOptions): BaselineEntry[] {
  if (!existsSync(path)) {
    if (isNew) return [];
    throw new ToolError('baseline-missing', { path: shown });
  }
  try {
    return parseBaseline(readText(path, shown), shown);
  } catch (error) {
    if (isNew && error instanceof ToolError && error.code.startsWith('baseline-')) return [];
    throw error;
  }
}
