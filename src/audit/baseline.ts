/** The baseline of an audit: which file it is, and what it knows. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { baselineText, compareWithBaseline, parseBaseline, type BaselineEntry, type Compared } from '../check/baseline.ts';
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

/** The findings that are not known, and the baseline, or null where there is none. Throws `ToolError`. */
export function withBaseline({ root, loaded, checked }: Audited, options: BaselineOptions): { readonly findings: CheckResult['findings']; readonly baseline: Baseline | null } {
  const path = pathOf(root, loaded, options);
  if (path === null) return { findings: checked.findings, baseline: null };
  const shown = relative(root, path).split(sep).join('/');
  const folder = dirname(path);
  const prefix = relative(folder, root).split(sep).join('/');
  const pathFrom = (file: string): string => relative(folder, join(root, file)).split(sep).join('/');
  const inRoot = (file: string): string => relative(root, join(folder, file)).split(sep).join('/');
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

/** The file that somebody named; else the one that stands in the root, or is to. */
function pathOf(root: string, { config, folder }: LoadedConfig, { file, isNew }: BaselineOptions): string | null {
  if (file !== undefined) return file;
  if (config.baseline !== undefined) return resolve(folder, config.baseline);
  const usual = join(root, BASELINE_FILE);
  return isNew || existsSync(usual) ? usual : null;
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
