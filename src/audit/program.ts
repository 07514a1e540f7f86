/** From a folder to the analytics calls of its program. */
import { relative, sep } from 'node:path';
import type { LoadedConfig } from '../config/load-config.ts';
import { discover } from '../discover/discover.ts';
import type { Snapshot } from '../discover/snapshot.ts';
import { openTextStore } from '../discover/text-store.ts';
import type { Program } from '../link/call.ts';
import { sdks } from '../sdk/index.ts';

export interface LinkedProgram extends Program {
  /** How the calls on a line (1-based) were resolved, in words; null for a file that is no part of the program. */
  trace(file: string, line: number): string[] | null;
  /** The text of a file below the root, or null. */
  text(file: string): string | null;
  /** A line (1-based) of a source file, or null. */
  lineText(file: string, line: number): string | null;
}

/** Reads and links the product below `root`, an absolute path; as a snapshot has it, where one is given. */
export async function linkProgram(root: string, { config, folder }: LoadedConfig, snapshot?: Snapshot): Promise<LinkedProgram> {
  // The compiler, which linking brings with it, loads while git lists the files.
  const [paths, { link }] = await Promise.all([
    discover(root, { ...config, prefix: relative(folder, root).split(sep).join('/') }, snapshot?.files),
    import('../link/link.ts'),
  ]);
  const store = openTextStore(root, paths, snapshot);
  const linked = link({
    files: store.files, sdks, globals: config.globals ?? {}, http: config.http ?? true,
    read: (file) => store.read(file),
    matching: (needles) => store.matching(needles),
  });
  const sources = new Set(store.files);
  const problems = [...store.problems, ...linked.problems].sort(byPlace);
  return {
    calls: linked.calls,
    files: {
      discovered: paths.length,
      candidates: linked.candidates,
      parsed: linked.parsed,
      failed: new Set(problems.map(({ file }) => file)).size,
    },
    problems,
    trace: (file, line) => (sources.has(file) ? linked.trace(file, line) : null),
    text: (file) => store.read(file),
    lineText: (file, line) => store.read(file)?.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1] ?? null,
  };
}

function byPlace(a: Program['problems'][number], b: Program['problems'][number]): number {
  return compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.message, b.message);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
