/** The words with which the code of a package, and of those that have to do with it, asks for something. */
import type { FileFacts } from '../../extract/facts.ts';
import type { Machine } from '../evaluate/machine.ts';

/** Whether code other than a function's own names it: a function of a file, by its index there. */
export type IsNamed = (file: string, fn: number, name: string) => boolean;

/**
 * Of an application or a command only packages that import it, and what those import, can ask for a member. What a
 * published package exports any code may ask for, so that a name anywhere counts.
 */
export function createIsNamed(m: Machine): IsNamed {
  const imports = packageImports(m);
  const near = new Map<string, readonly string[]>();
  const filesNear = (folder: string): readonly string[] => {
    const folders = foldersNear(imports, folder);
    const files = near.get(folder) ?? [...m.candidates].filter((file) => folders.has(m.modules.packageAround(file).folder));
    near.set(folder, files);
    return files;
  };
  return (file, fn, name) => {
    const { folder, isPublished } = m.modules.packageAround(file);
    const facts = m.modules.load(file)?.facts;
    const files = isPublished ? [...m.candidates] : filesNear(folder);
    return (facts !== undefined && wordsOutside(facts, fn).has(name)) || files.some((one) => one !== file && wordsOf(m.modules.load(one)?.facts).has(name));
  };
}

type Imports = ReadonlyMap<string, ReadonlySet<string>>;

function packageImports(m: Machine): Imports {
  const imports = new Map<string, Set<string>>();
  for (const file of m.candidates) {
    const { folder } = m.modules.packageAround(file);
    const to = imports.get(folder) ?? new Set<string>();
    imports.set(folder, to);
    const facts = m.modules.load(file)?.facts;
    for (const specifier of facts ? specifiersOf(facts) : []) {
      const target = m.modules.locate(file, specifier);
      if (target !== null) to.add(m.modules.packageAround(target).folder);
    }
  }
  return imports;
}

const SPECIFIERS = new WeakMap<FileFacts, readonly string[]>();

/** What a file imports, in whatever way. */
function specifiersOf(facts: FileFacts): readonly string[] {
  const known = SPECIFIERS.get(facts);
  if (known) return known;
  const { bindings, exports, stars, functions, classes } = facts;
  const found = new Set<string>(stars);
  for (const binding of bindings) if (binding.k === 'import') found.add(binding.specifier);
  for (const one of Object.values(exports)) if (one.k === 'from') found.add(one.specifier);
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    if ('k' in node && node.k === 'module' && 'specifier' in node && typeof node.specifier === 'string') found.add(node.specifier);
    for (const part of Object.values(node)) visit(part);
  };
  visit([functions, classes]);
  SPECIFIERS.set(facts, [...found]);
  return [...found];
}

/** The packages that import one, directly or not, and all that they import. */
function foldersNear(imports: Imports, folder: string): ReadonlySet<string> {
  const importing = closure(folder, (at) => [...imports].flatMap(([from, to]) => (to.has(at) ? [from] : [])));
  return new Set([...importing].flatMap((one) => [...closure(one, (at) => [...(imports.get(at) ?? [])])]));
}

function closure(start: string, next: (at: string) => readonly string[]): Set<string> {
  const found = new Set([start]);
  for (const at of found) for (const one of next(at)) found.add(one);
  return found;
}

const WORDS = new WeakMap<FileFacts, ReadonlySet<string>>();

/** Names by which a file's code asks for something: references, members, keys that are taken out, texts. */
export function wordsOf(facts: FileFacts | undefined): ReadonlySet<string> {
  const known = facts && WORDS.get(facts);
  if (known) return known;
  const words = facts ? wordsIn(facts, facts.functions) : new Set<string>();
  if (facts) WORDS.set(facts, words);
  return words;
}

/** What a function calls by its own name, such as the SDK's method that it wraps, does not call it. */
function wordsOutside(facts: FileFacts, fn: number): ReadonlySet<string> {
  const [start, end] = facts.functions[fn]?.at ?? [0, 0];
  return wordsIn(facts, facts.functions.filter(({ at }) => at[0] < start || at[1] > end));
}

function wordsIn(facts: FileFacts, functions: FileFacts['functions']): Set<string> {
  const words = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    else if (node !== null && typeof node === 'object') {
      const { k, binding, key, name, value, path } = node as Readonly<Record<string, unknown>>;
      if (k === 'ref' && typeof binding === 'number') words.add(facts.bindings[binding]?.name ?? '');
      if (k === 'member' && typeof key === 'string') words.add(key);
      if (k === 'global' && typeof name === 'string') words.add(name);
      if (k === 'literal' && typeof value === 'string') words.add(value);
      if (Array.isArray(path)) for (const step of path) if (typeof step === 'string') words.add(step);
      for (const part of Object.values(node)) if (typeof part === 'object') visit(part);
    }
  };
  visit([functions, facts.classes, Object.values(facts.exports)]);
  for (const binding of facts.bindings) if (binding.k === 'import') words.add(binding.imported);
  return words;
}
