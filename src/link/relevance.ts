/** Which functions of a file can reach an SDK at all, as far as their text says: the others are evaluated on demand. */
import type { Binding, FileFacts } from '../extract/facts.ts';
import { ENDPOINT } from './http-sink.ts';
import { contextFile } from './library.ts';
import type { Machine } from './machine.ts';
import type { Module } from './modules.ts';

/** What the code of a function mentions, functions within it included. */
interface Mentions {
  readonly functions: readonly number[];
  readonly bindings: ReadonlySet<number>;
  /** Members, globals and texts. */
  readonly words: ReadonlySet<string>;
}

/** Whether a function of a module, or the one around it at the top level, is worth evaluating by itself. */
export function isRelevant(m: Machine, module: Module, fn: number): boolean {
  const outermost = outermostOf(module.facts, fn);
  return outermost === 0 || relevantIn(m, module).has(outermost);
}

/** The function of a module's top level, or the method of a class, that holds a function. */
export function outermostOf({ functions }: FileFacts, fn: number): number {
  let at = fn;
  for (let parent = functions[at]?.parent ?? 0; parent !== 0; parent = functions[at]?.parent ?? 0) at = parent;
  return at;
}

const THIS = new WeakMap<FileFacts, Map<number, boolean>>();

/** Whether a function, or an arrow function in it, mentions `this` or `super`. */
export function usesThis(facts: FileFacts, fn: number): boolean {
  const known = THIS.get(facts) ?? new Map<number, boolean>();
  THIS.set(facts, known);
  const before = known.get(fn);
  if (before !== undefined) return before;
  const visit = (node: unknown): boolean => {
    if (node === null || typeof node !== 'object') return false;
    const { k, id } = node as Readonly<Record<string, unknown>>;
    if (k === 'this' || k === 'super') return true;
    if (k === 'function' && typeof id === 'number') return facts.functions[id]?.arrow === true && usesThis(facts, id);
    return Object.values(node).some(visit);
  };
  const found = visit(facts.functions[fn]?.body) || visit(facts.functions[fn]?.params);
  known.set(fn, found);
  return found;
}

interface Known {
  readonly facts: FileFacts;
  readonly version: number;
  readonly relevant: ReadonlySet<number>;
}
const KNOWN = new WeakMap<Machine, Map<string, Known>>();

/** Answers stand until new ways to an SDK are found. */
function relevantIn(m: Machine, module: Module): ReadonlySet<number> {
  const known = KNOWN.get(m) ?? new Map<string, Known>();
  KNOWN.set(m, known);
  const version = m.candidates.size + m.methods.size + m.names.size + m.contexts.size;
  const before = known.get(module.path);
  if (before?.version === version && before.facts === module.facts) return before.relevant;
  const relevant = findRelevant(m, module);
  known.set(module.path, { facts: module.facts, version, relevant });
  return relevant;
}

function findRelevant(m: Machine, module: Module): Set<number> {
  const { facts } = module;
  const units = unitsOf(facts);
  const bindings = new Set<number>();
  const lists = listsOf(facts);
  facts.bindings.forEach((binding, index) => {
    if (m.declared.named(binding.name) || m.declared.isBound(module, index) || (m.unfollowed && m.names.has(binding.name)) || (binding.k === 'import' && leadsToSdk(m, module, binding))) bindings.add(index);
  });
  const isSeed = ({ words }: Mentions): boolean => [...words].some((word) => m.methods.has(word) || m.catalogue.global(word) !== null || ENDPOINT.test(word));
  const found = new Set(units.filter(({ mentions }) => isSeed(mentions)));
  for (let before = -1; before !== found.size + bindings.size; ) {
    before = found.size + bindings.size;
    for (const unit of units) if (unit.mentions.bindings.size > 0 && intersects(unit.mentions.bindings, bindings)) found.add(unit);
    for (const unit of found) for (const binding of [...unit.declares, ...[...unit.mentions.bindings].filter((one) => lists.has(one))]) bindings.add(binding);
  }
  return new Set([...found].flatMap(({ functions, mentions }) => [...functions, ...mentions.functions]));
}

/** Variables whose lists one function may fill and another empty. */
function listsOf({ functions }: FileFacts): ReadonlySet<number> {
  const lists = (functions[0]?.body ?? []).filter((statement) => statement.k === 'bind' && (statement.value?.k === 'array' || (statement.value?.k === 'call' && statement.value.isNew && statement.value.callee.k === 'global')));
  return new Set(lists.flatMap((statement) => (statement.k === 'bind' ? statement.targets : []).flatMap(({ to }) => (typeof to === 'number' ? [to] : []))));
}

/** A declaration at the top level of a file: a function, a class with all its methods, or a variable. */
interface Unit {
  readonly mentions: Mentions;
  readonly functions: readonly number[];
  readonly declares: readonly number[];
}

const UNITS = new WeakMap<FileFacts, readonly Unit[]>();

function unitsOf(facts: FileFacts): readonly Unit[] {
  const known = UNITS.get(facts);
  if (known) return known;
  const units: Unit[] = [];
  const within = new Map<number, number[]>();
  facts.functions.forEach((_, fn) => {
    const outermost = outermostOf(facts, fn);
    within.set(outermost, [...(within.get(outermost) ?? []), fn]);
  });
  const bodies = (fn: number): unknown[] => (within.get(fn) ?? [fn]).map((one) => facts.functions[one]);
  facts.functions.forEach(({ parent, ofClass }, fn) => {
    if (parent === 0 && ofClass === null) units.push({ mentions: mentionsOf(facts, bodies, bodies(fn)), functions: [fn], declares: declaring(facts, (binding) => binding.k === 'function' && binding.fn === fn) });
  });
  facts.classes.forEach((cls, index) => {
    const functions = facts.functions.flatMap(({ ofClass }, fn) => (ofClass === index ? [fn] : []));
    if (cls.parent === 0) units.push({ mentions: mentionsOf(facts, bodies, [cls, ...functions.flatMap(bodies)]), functions, declares: declaring(facts, (binding) => binding.k === 'class' && binding.cls === index) });
  });
  for (const statement of facts.functions[0]?.body ?? []) {
    if (statement.k !== 'bind') continue;
    const declares = statement.targets.flatMap(({ to }) => (typeof to === 'number' ? [to] : []));
    units.push({ mentions: mentionsOf(facts, bodies, [statement]), functions: [], declares });
  }
  UNITS.set(facts, units);
  return units;
}

function declaring({ bindings }: FileFacts, test: (binding: Binding) => boolean): number[] {
  return bindings.flatMap((binding, index) => (test(binding) ? [index] : []));
}

/** Walks facts of any kind, through the functions and classes in them. */
function mentionsOf(facts: FileFacts, within: (fn: number) => readonly unknown[], roots: readonly unknown[]): Mentions {
  const bindings = new Set<number>();
  const words = new Set<string>();
  const functions: number[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    else if (node !== null && typeof node === 'object') {
      const { k, binding, id, key, name, value } = node as Readonly<Record<string, unknown>>;
      if (typeof binding === 'number') bindings.add(binding);
      if (k === 'member' && typeof key === 'string') words.add(key);
      if (k === 'global' && typeof name === 'string') words.add(name);
      if (k === 'literal' && typeof value === 'string') words.add(value);
      if (k === 'function' && typeof id === 'number' && facts.functions[id]?.parent === 0) {
        functions.push(id);
        for (const one of within(id)) visit(one);
      }
      if (k === 'class' && typeof id === 'number') visit(facts.classes[id]);
      for (const part of Object.values(node)) if (typeof part === 'object') visit(part);
      else if (k === 'template' && typeof part === 'string') words.add(part);
    } else if (typeof node === 'string') words.add(node);
  };
  for (const root of roots) visit(root);
  return { functions, bindings, words };
}

function leadsToSdk(m: Machine, module: Module, { specifier, imported }: Extract<Binding, { k: 'import' }>): boolean {
  if (m.catalogue.isSdk(specifier) || m.declared.isPackage(specifier) || m.names.has(imported)) return true;
  if (imported === 'createContext') return [...m.contexts.keys()].some((id) => contextFile(id) === module.path);
  const file = m.modules.locate(module.path, specifier);
  return file !== null && m.candidates.has(file);
}

function intersects(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}
