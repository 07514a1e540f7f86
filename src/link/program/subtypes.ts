/** The program's classes that implement an interface or extend a class, among the files that are evaluated. */
import type { Binding } from '../../extract/facts.ts';
import { classValue } from '../evaluate/bindings.ts';
import type { Machine } from '../evaluate/machine.ts';
import type { Module } from './modules.ts';
import { supertypesOf, supertypesOfClass } from './units.ts';
import type { ClassValue } from '../values/value.ts';

interface Index {
  readonly files: Set<string>;
  /** By the name under which a subtype's file knows its supertype. */
  readonly subtypes: Map<string, { readonly file: string; readonly of: Subtype; readonly supertype: number }[]>;
}
/** A class, by its index, or the binding of an interface. */
type Subtype = number | Interface;
type Interface = Extract<Binding, { k: 'type' }>;

const INDEXES = new WeakMap<Machine['candidates'], Index>();
const MOST_ANCESTORS = 6;

/** Classes that name a declaration, or an interface that extends it, as what they implement or extend. */
export function subtypesOf(m: Machine, home: Module, binding: Binding, depth = 0): ClassValue[] {
  const { subtypes } = indexOf(m);
  return [...(subtypes.get(binding.name) ?? []), ...(subtypes.get('default') ?? [])].flatMap(({ file, of, supertype }) => {
    const module = depth > MOST_ANCESTORS ? null : m.modules.load(file);
    if (!module || !declares(m, module, supertype, home, binding)) return [];
    return typeof of === 'number' ? [classValue(module, of, module.frame)] : subtypesOf(m, module, of, depth + 1);
  });
}

/** Takes a file's declarations out of the index: it is read again when it is next asked for. */
export function forgetSubtypes(m: Machine, file: string): void {
  const index = INDEXES.get(m.candidates);
  if (!index?.files.delete(file)) return;
  for (const [name, subtypes] of index.subtypes) index.subtypes.set(name, subtypes.filter((one) => one.file !== file));
}

/** The names, declared in the program, by which a class's instances may be asked for: its supertypes and theirs. */
export function supertypeNames(m: Machine, { module, cls }: ClassValue): string[] {
  return namesIn(m, module, supertypesOfClass(module.facts, cls), 0);
}

function namesIn(m: Machine, module: Module, supertypes: readonly number[], depth: number): string[] {
  if (depth > MOST_ANCESTORS) return [];
  return supertypes.flatMap((index) => {
    const binding = module.facts.bindings[index];
    const home = binding && (binding.k === 'import' ? importedFrom(m, module, binding) : { module, binding });
    if (!binding || !home) return [];
    const further = home.binding ? namesIn(m, home.module, supertypesOf(home.module.facts, home.binding), depth + 1) : [];
    return [nameOf(binding) === 'default' ? binding.name : nameOf(binding), ...further];
  });
}

/** Where an import of the program's is declared; no binding where that cannot be told. */
function importedFrom(m: Machine, module: Module, { specifier, imported }: Extract<Binding, { k: 'import' }>): { readonly module: Module; readonly binding: Binding | null } | null {
  const file = m.catalogue.isSdk(specifier) ? null : m.modules.resolve(module.path, specifier);
  const found = file === null ? null : m.modules.findExport(file, imported, module.path);
  if (found?.k === 'module') return { module: found.module, binding: declarationOf(found.module, found.name)?.binding ?? null };
  return file === null ? null : { module, binding: null };
}

function indexOf(m: Machine): Index {
  const index: Index = INDEXES.get(m.candidates) ?? { files: new Set(), subtypes: new Map() };
  INDEXES.set(m.candidates, index);
  if (index.files.size === m.candidates.size) return index;
  for (const file of m.candidates) {
    if (index.files.has(file)) continue;
    index.files.add(file);
    const module = m.modules.load(file);
    module?.facts.classes.forEach(({ parent }, cls) => {
      if (parent === 0) note(index, module, cls, supertypesOfClass(module.facts, cls));
    });
    for (const binding of module?.facts.bindings ?? []) if (module && binding.k === 'type') note(index, module, binding, supertypesOf(module.facts, binding));
  }
  return index;
}

function note({ subtypes }: Index, { path, facts }: Module, of: Subtype, supertypes: readonly number[]): void {
  for (const supertype of supertypes) {
    const binding = facts.bindings[supertype];
    const name = binding && nameOf(binding);
    if (name === undefined) continue;
    const known = subtypes.get(name);
    if (known) known.push({ file: path, of, supertype });
    else subtypes.set(name, [{ file: path, of, supertype }]);
  }
}

function nameOf(binding: Binding): string {
  return binding.k === 'import' ? binding.imported : binding.name;
}

function declares(m: Machine, module: Module, index: number, home: Module, binding: Binding): boolean {
  const own = module.facts.bindings[index];
  if (own === binding) return true;
  if (own?.k !== 'import') return false;
  const file = m.modules.resolve(module.path, own.specifier);
  const found = file === null ? null : m.modules.findExport(file, own.imported, module.path);
  return found?.k === 'module' && found.module === home && declarationOf(home, found.name)?.binding === binding;
}

/** What a module declares under an exported name. */
export function declarationOf(module: Module, name: string): { readonly binding: Binding } | null {
  const exported = Object.hasOwn(module.facts.exports, name) ? module.facts.exports[name] : undefined;
  const index = exported?.k === 'binding' ? exported.binding : exported?.k === 'value' && exported.value.k === 'ref' ? exported.value.binding : null;
  const binding = index === null ? undefined : module.facts.bindings[index];
  return binding ? { binding } : null;
}
