/** From a folder to the analytics calls of its program. */
import { relative, resolve, sep } from 'node:path';
import type { LoadedConfig } from '../config/load-config.ts';
import { discover, type Selection } from '../discover/discover.ts';
import type { Snapshot } from '../discover/snapshot.ts';
import { openTextStore } from '../discover/text-store.ts';
import type { FileProblem, Program } from '../link/call.ts';
import type { Proposal } from '../link/claims/proposals.ts';
import { wrapperText, type Declaration } from '../link/sdk-calls/wrapper-sdk.ts';
import { sdks } from '../sdk/index.ts';

export interface LinkedProgram extends Program {
  /** How the calls on a line (1-based) were resolved, in words; null for a file that is no part of the program. */
  trace(file: string, line: number): string[] | null;
  /** Declarations for calls that look like tracking and cannot be followed; worked out when asked for, after any trace. */
  proposals(): Proposal[];
  /** The text of a file below the root, or null. */
  text(file: string): string | null;
  /** The source files whose text contains any of some texts. */
  filesWith(texts: readonly string[]): readonly string[];
  /** A line (1-based) of a source file, or null. */
  lineText(file: string, line: number): string | null;
}

/** Reads and links the product below `root`, an absolute path; as a snapshot has it, where one is given. */
export async function linkProgram(root: string, loaded: LoadedConfig, snapshot?: Snapshot): Promise<LinkedProgram> {
  // The compiler, which linking brings with it, loads while git lists the files.
  const [paths, { link }] = await Promise.all([
    discover(root, selectionOf(root, loaded), snapshot?.files),
    import('../link/link.ts'),
  ]);
  const store = openTextStore(root, paths, snapshot);
  const settings = linkSettings(root, loaded);
  const linked = link({
    ...settings,
    files: store.files,
    read: (file) => store.read(file),
    matching: (needles) => store.matching(needles),
  });
  const sources = new Set(store.files);
  const problems = [...store.problems, ...linked.problems].sort(byPlace);
  const idle = [
    ...linked.unmatched.map((one) => idleProblem(loaded, ['wrappers', settings.declarations.indexOf(one)], `no call of the declared wrapper ${wrapperText(one.wrapper)} was found`)),
    ...(loaded.config.sdks ?? []).flatMap(({ id }, index) => (linked.calls.some(({ sdks: ids }) => ids.includes(id)) ? [] : [idleProblem(loaded, ['sdks', index], `no call of the declared SDK ${id} was found`)])),
  ];
  return {
    calls: linked.calls,
    files: {
      discovered: paths.length,
      candidates: linked.candidates,
      parsed: linked.parsed,
      failed: new Set(problems.map(({ file }) => file)).size,
    },
    problems: [...problems, ...idle],
    trace: (file, line) => (sources.has(file) ? linked.trace(file, line) : null),
    proposals: () => linked.proposals(),
    text: (file) => store.read(file),
    filesWith: (texts) => store.matching(texts),
    lineText: (file, line) => lineOf(store.read(file), line),
  };
}

/** The program with the text of one more file, such as a plan that lies above its root; a null text adds nothing. */
export function withText(program: LinkedProgram, added: string, content: string | null): LinkedProgram {
  if (content === null) return program;
  const text = (file: string): string | null => (file === added ? content : program.text(file));
  return { ...program, text, lineText: (file, line) => lineOf(text(file), line) };
}

/** A line (1-based) of a text, or null. */
export function lineOf(text: string | null, line: number): string | null {
  return text?.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1] ?? null;
}

/** What a configuration says of how a program is linked. */
export function linkSettings(root: string, loaded: LoadedConfig) {
  const { sdks: own = [], globals = {}, http = true } = loaded.config;
  return { sdks: [...sdks, ...own], declarations: declarationsOf(loaded, root), globals, http };
}

/** The declared wrappers, their files told from the root. */
function declarationsOf({ config, folder, locate }: LoadedConfig, root: string): Declaration[] {
  return (config.wrappers ?? []).map((wrapper, index) => {
    const { file, line } = locate(['wrappers', index]);
    const from = wrapper.import?.from;
    const isFile = from !== undefined && /^\.{1,2}(\/|$)/.test(from);
    const moved = isFile && wrapper.import ? { ...wrapper, import: { ...wrapper.import, from: `./${posixPath(root, resolve(folder, from))}` } } : wrapper;
    return { wrapper: moved, declaredAt: line === undefined ? file : `${file}:${String(line)}` };
  });
}

function posixPath(from: string, to: string): string {
  return relative(from, to).split(sep).join('/');
}

function idleProblem({ locate }: LoadedConfig, path: readonly PropertyKey[], message: string): FileProblem {
  const { file, line = null } = locate(path);
  return { file, line, message };
}

/** The files that a configuration asks for. */
export function selectionOf(root: string, { config, folder }: LoadedConfig): Selection {
  return { ...config, prefix: posixPath(folder, root) };
}

function byPlace(a: Program['problems'][number], b: Program['problems'][number]): number {
  return compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.message, b.message);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
