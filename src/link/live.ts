/** Whether anything in the program reaches a site. Where files that may were not read, it counts as reached. */
import type { Binding, FileFacts } from '../extract/facts.ts';
import type { Machine } from './machine.ts';
import type { Module } from './modules.ts';
import type { Place } from './value.ts';

export type Liveness = (site: Place) => boolean;

/** Looks at the files that were evaluated: they are all that mention a way to an SDK by its name. */
export function createLiveness(m: Machine): Liveness {
  let words: ReadonlySet<string> | null = null;
  return (site) => {
    const module = m.modules.load(site.file);
    if (!module) return true;
    words ??= new Set([...m.candidates].flatMap((file) => [...wordsOf(m.modules.load(file)?.facts)]));
    return holders(module.facts, site).every((fn) => isReached(m, module, fn, words ?? new Set()));
  };
}

/** Functions around a site, innermost first. */
function holders({ functions }: FileFacts, { at: [start, end] }: Place): number[] {
  return functions.flatMap(({ at }, fn) => (fn > 0 && at[0] <= start && at[1] >= end ? [fn] : [])).reverse();
}

/** A member of what others get under a name is reached where its own name stands; a function of a file alone, there. */
function isReached(m: Machine, { facts }: Module, fn: number, words: ReadonlySet<string>): boolean {
  const { name = '', ofClass = null, parent = null } = facts.functions[fn] ?? {};
  if (name === '' || name === 'constructor' || parent !== 0) return true;
  const own = facts.bindings.findIndex((binding) => isNamed(binding, name, fn));
  if (ofClass === null && own >= 0) return isExported(facts, own) || wordsOf(facts).has(name);
  const cls = ofClass === null ? undefined : facts.classes[ofClass];
  if (cls && (cls.isDecorated || cls.extends !== null || cls.implements.length > 0 || cls.methods.some((method) => method.fn === fn && method.isDecorated))) return true;
  return words.has(name) || !isFoundByName(m, facts, cls?.name ?? holderName(facts, fn));
}

function isNamed(binding: Binding, name: string, fn: number): boolean {
  return binding.name === name && (binding.k === 'function' ? binding.fn === fn : binding.k === 'variable' && binding.owner === 0);
}

function isExported({ exports }: FileFacts, binding: number): boolean {
  return Object.values(exports).some((one) => (one.k === 'binding' && one.binding === binding) || (one.k === 'value' && one.value.k === 'ref' && one.value.binding === binding));
}

/** The class or variable of the top level that holds a member. */
function holderName(facts: FileFacts, fn: number): string {
  const [start, end] = facts.functions[fn]?.at ?? [0, 0];
  const cls = facts.classes.find(({ parent, at }) => parent === 0 && at[0] <= start && at[1] >= end);
  if (cls) return cls.name;
  for (const statement of facts.functions[0]?.body ?? []) {
    if (statement.k !== 'bind' || !statement.value || statement.value.at[0] > start || statement.value.at[1] < end) continue;
    const to = statement.targets[0]?.to;
    return typeof to === 'number' ? (facts.bindings[to]?.name ?? '') : '';
  }
  return '';
}

/** Whether files were searched for the holder, or for what the file exports in its place, such as its only instance. */
function isFoundByName(m: Machine, facts: FileFacts, holder: string): boolean {
  const names = Object.keys(facts.exports);
  return holder !== '' && names.length > 0 && names.every((name) => name !== 'default') && names.some((name) => m.names.has(name)) && (m.names.has(holder) || !names.includes(holder));
}

const WORDS = new WeakMap<FileFacts, ReadonlySet<string>>();

/** Names by which a file's code asks for something: references, members, keys that are taken out, texts. */
function wordsOf(facts: FileFacts | undefined): ReadonlySet<string> {
  const known = facts && WORDS.get(facts);
  if (known) return known;
  const words = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    else if (node !== null && typeof node === 'object') {
      const { k, binding, key, name, value, path } = node as Readonly<Record<string, unknown>>;
      if (k === 'ref' && typeof binding === 'number') words.add(facts?.bindings[binding]?.name ?? '');
      if (k === 'member' && typeof key === 'string') words.add(key);
      if (k === 'global' && typeof name === 'string') words.add(name);
      if (k === 'literal' && typeof value === 'string') words.add(value);
      if (Array.isArray(path)) for (const step of path) if (typeof step === 'string') words.add(step);
      for (const part of Object.values(node)) if (typeof part === 'object') visit(part);
    }
  };
  if (facts) {
    visit([facts.functions, facts.classes, Object.values(facts.exports)]);
    for (const binding of facts.bindings) if (binding.k === 'import') words.add(binding.imported);
    WORDS.set(facts, words);
  }
  return words;
}
