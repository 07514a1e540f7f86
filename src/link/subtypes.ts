/** The program's classes that implement an interface or extend a class, among the files that are evaluated. */
import type { Binding } from '../extract/facts.ts';
import { classValue } from './bindings.ts';
import type { Machine } from './machine.ts';
import type { Module } from './modules.ts';
import type { ClassValue } from './value.ts';

interface Index {
  readonly files: Set<string>;
  /** By the name under which a class's file knows its supertype. */
  readonly classes: Map<string, { readonly file: string; readonly cls: number; readonly supertype: number }[]>;
}

const INDEXES = new WeakMap<Machine['candidates'], Index>();

/** Classes that name a declaration as what they implement or extend. */
export function subtypesOf(m: Machine, home: Module, binding: Binding): ClassValue[] {
  const { classes } = indexOf(m);
  return [...(classes.get(binding.name) ?? []), ...(classes.get('default') ?? [])].flatMap(({ file, cls, supertype }) => {
    const module = m.modules.load(file);
    return module && declares(m, module, supertype, home, binding) ? [classValue(module, cls, module.frame)] : [];
  });
}

/** The names, declared in the program, by which a class's instances may be asked for: its supertypes and theirs. */
export function supertypeNames(m: Machine, { module, cls }: ClassValue, depth = 0): string[] {
  if (depth > MOST_ANCESTORS) return [];
  return supertypesIn(module, cls).flatMap((index) => {
    const binding = module.facts.bindings[index];
    if (binding?.k === 'class') return [binding.name, ...supertypeNames(m, classValue(module, binding.cls, module.frame), depth + 1)];
    if (binding?.k === 'type') return [binding.name];
    const file = binding?.k === 'import' && !m.catalogue.isSdk(binding.specifier) ? m.modules.resolve(module.path, binding.specifier) : null;
    if (binding?.k !== 'import' || file === null) return [];
    const found = m.modules.findExport(file, binding.imported);
    const home = found?.k === 'module' ? declarationOf(found.module, found.name) : null;
    const further = found?.k === 'module' && home?.binding.k === 'class' ? supertypeNames(m, classValue(found.module, home.binding.cls, found.module.frame), depth + 1) : [];
    return [binding.imported === 'default' ? binding.name : binding.imported, ...further];
  });
}

const MOST_ANCESTORS = 6;

function indexOf(m: Machine): Index {
  const index: Index = INDEXES.get(m.candidates) ?? { files: new Set(), classes: new Map() };
  INDEXES.set(m.candidates, index);
  if (index.files.size === m.candidates.size) return index;
  for (const file of m.candidates) {
    if (index.files.has(file)) continue;
    index.files.add(file);
    const module = m.modules.load(file);
    module?.facts.classes.forEach(({ parent }, cls) => {
      if (parent !== 0) return;
      for (const supertype of supertypesIn(module, cls)) {
        const binding = module.facts.bindings[supertype];
        const name = binding && nameOf(binding);
        if (name === undefined) continue;
        const of = index.classes.get(name);
        if (of) of.push({ file, cls, supertype });
        else index.classes.set(name, [{ file, cls, supertype }]);
      }
    });
  }
  return index;
}

function supertypesIn({ facts }: Module, cls: number): number[] {
  const { implements: interfaces = [], extends: parent = null } = facts.classes[cls] ?? {};
  const named = interfaces.flatMap((type) => (type.k === 'name' && type.binding !== null ? [type.binding] : []));
  return parent?.k === 'ref' ? [...named, parent.binding] : named;
}

function nameOf(binding: Binding): string {
  return binding.k === 'import' ? binding.imported : binding.name;
}

function declares(m: Machine, module: Module, index: number, home: Module, binding: Binding): boolean {
  const own = module.facts.bindings[index];
  if (own === binding) return true;
  if (own?.k !== 'import') return false;
  const file = m.modules.resolve(module.path, own.specifier);
  const found = file === null ? null : m.modules.findExport(file, own.imported);
  return found?.k === 'module' && found.module === home && declarationOf(home, found.name)?.binding === binding;
}

/** What a module declares under an exported name. */
export function declarationOf(module: Module, name: string): { readonly binding: Binding } | null {
  const exported = Object.hasOwn(module.facts.exports, name) ? module.facts.exports[name] : undefined;
  const index = exported?.k === 'binding' ? exported.binding : exported?.k === 'value' && exported.value.k === 'ref' ? exported.value.binding : null;
  const binding = index === null ? undefined : module.facts.bindings[index];
  return binding ? { binding } : null;
}
