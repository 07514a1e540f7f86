/** The top level of a file cut into units, and what the code of each mentions. */
import type { Binding, FileFacts, TypeRef } from '../../extract/facts.ts';

/** A declaration at the top level of a file: a function, a class with all its methods, a variable, or a type. */
export interface Unit {
  readonly mentions: Mentions;
  readonly functions: readonly number[];
  readonly declares: readonly number[];
  /** Bindings of the types of which it is one. */
  readonly supertypes: readonly number[];
  /** The names of exports that it gives a value without a name. */
  readonly exports: readonly string[];
}

/** What the code of a unit mentions, functions within it included. */
export interface Mentions {
  readonly functions: readonly number[];
  readonly bindings: ReadonlySet<number>;
  /** Members, globals and texts. */
  readonly words: ReadonlySet<string>;
  /** Of modules that are imported where they are used. */
  readonly specifiers: ReadonlySet<string>;
}

const UNITS = new WeakMap<FileFacts, readonly Unit[]>();

export function unitsOf(facts: FileFacts): readonly Unit[] {
  let units = UNITS.get(facts);
  if (!units) UNITS.set(facts, (units = findUnits(facts)));
  return units;
}

/** The function of a module's top level, or the method of a class, that holds a function. */
export function outermostOf({ functions }: FileFacts, fn: number): number {
  let at = fn;
  for (let parent = functions[at]?.parent ?? 0; parent !== 0; parent = functions[at]?.parent ?? 0) at = parent;
  return at;
}

/** Variables whose lists one function may fill and another empty. */
export function listsOf({ functions }: FileFacts): ReadonlySet<number> {
  const lists = (functions[0]?.body ?? []).filter((statement) => statement.k === 'bind' && (statement.value?.k === 'array' || (statement.value?.k === 'call' && statement.value.isNew && statement.value.callee.k === 'global')));
  return new Set(lists.flatMap((statement) => (statement.k === 'bind' ? statement.targets : []).flatMap(({ to }) => (typeof to === 'number' ? [to] : []))));
}

/** Bindings that stand for the types that a class implements and the class that it extends. */
export function supertypesOfClass({ classes }: FileFacts, cls: number): number[] {
  const { implements: interfaces = [], extends: parent = null } = classes[cls] ?? {};
  return parent?.k === 'ref' ? [...named(interfaces), parent.binding] : named(interfaces);
}

/** The same of a declared type. */
export function supertypesOf(facts: FileFacts, binding: Binding): number[] {
  if (binding.k === 'class') return supertypesOfClass(facts, binding.cls);
  return binding.k === 'type' ? named(binding.extends) : [];
}

function named(types: readonly TypeRef[]): number[] {
  return types.flatMap((type) => (type.k === 'name' && type.binding !== null ? [type.binding] : []));
}

function findUnits(facts: FileFacts): Unit[] {
  const within = new Map<number, number[]>();
  facts.functions.forEach((_, fn) => {
    const outermost = outermostOf(facts, fn);
    const known = within.get(outermost);
    if (known) known.push(fn);
    else within.set(outermost, [fn]);
  });
  const bodies = (fn: number): unknown[] => (within.get(fn) ?? [fn]).map((one) => facts.functions[one]);
  const unit = (roots: readonly unknown[], rest: Partial<Omit<Unit, 'mentions'>>): Unit => ({
    mentions: mentionsOf(facts, bodies, roots), functions: [], declares: [], supertypes: [], exports: [], ...rest,
  });
  const declaring = (test: (binding: Binding) => boolean): number[] => facts.bindings.flatMap((binding, index) => (test(binding) ? [index] : []));

  const units: Unit[] = [];
  facts.functions.forEach(({ parent, ofClass }, fn) => {
    if (parent === 0 && ofClass === null) units.push(unit(bodies(fn), { functions: [fn], declares: declaring((binding) => binding.k === 'function' && binding.fn === fn) }));
  });
  facts.classes.forEach((cls, index) => {
    const functions = facts.functions.flatMap(({ ofClass }, fn) => (ofClass === index ? [fn] : []));
    if (cls.parent === 0) units.push(unit([cls, ...functions.flatMap(bodies)], { functions, declares: declaring((binding) => binding.k === 'class' && binding.cls === index), supertypes: supertypesOfClass(facts, index) }));
  });
  for (const statement of facts.functions[0]?.body ?? [])
    if (statement.k === 'bind') units.push(unit([statement], { declares: statement.targets.flatMap(({ to }) => (typeof to === 'number' ? [to] : [])) }));
  facts.bindings.forEach((binding, index) => {
    if (binding.k === 'type') units.push(unit([binding], { declares: [index], supertypes: supertypesOf(facts, binding) }));
  });
  for (const [name, exported] of Object.entries(facts.exports)) if (exported.k === 'value') units.push(unit([exported.value], { exports: [name] }));
  return units;
}

/** Walks facts of any kind, through the functions and classes in them. */
function mentionsOf(facts: FileFacts, within: (fn: number) => readonly unknown[], roots: readonly unknown[]): Mentions {
  const bindings = new Set<number>();
  const words = new Set<string>();
  const specifiers = new Set<string>();
  const functions: number[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    else if (node !== null && typeof node === 'object') {
      const { k, binding, id, key, name, value, specifier, members } = node as Readonly<Record<string, unknown>>;
      if (typeof binding === 'number') bindings.add(binding);
      if (k === 'member' && typeof key === 'string') words.add(key);
      if (k === 'global' && typeof name === 'string') words.add(name);
      if (k === 'literal' && typeof value === 'string') words.add(value);
      if (k === 'module' && typeof specifier === 'string') specifiers.add(specifier);
      if (k === 'object' && typeof members === 'object' && members !== null) for (const member of Object.keys(members)) words.add(member);
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
  return { functions, bindings, words, specifiers };
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
