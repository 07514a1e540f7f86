/** Which functions can reach an SDK at all, as far as the text of all candidates says: the others are evaluated on demand. */
import type { Binding, FileFacts } from '../../extract/facts.ts';
import { mayNameEndpoint } from '../sdk-calls/http-sink.ts';
import { contextFile } from '../library/library.ts';
import { EMITS } from '../frameworks/emitters.ts';
import { injectedBindings } from '../frameworks/injected.ts';
import type { Machine } from '../evaluate/machine.ts';
import type { Module } from './modules.ts';
import { listsOf, outermostOf, unitsOf, type Mentions, type Unit } from './units.ts';

/** Whether a function of a module, or the one around it at the top level, is worth evaluating by itself. */
export function isRelevant(m: Machine, module: Module, fn: number): boolean {
  const outermost = outermostOf(module.facts, fn);
  return outermost === 0 || relevanceOf(m).of(module).functions.has(outermost);
}

/** What leads to an SDK in a file: its functions, what its names stand for, and exports without a name. */
interface Relevant {
  readonly facts: FileFacts;
  /** Variables that hold lists. */
  readonly lists: ReadonlySet<number>;
  readonly units: Set<Unit>;
  readonly functions: Set<number>;
  readonly bindings: Set<number>;
  readonly exports: Set<string>;
}

interface Relevance {
  readonly version: string;
  of(module: Module): Relevant;
}

const KNOWN = new WeakMap<Machine, Relevance>();

/** Answers stand until new ways to an SDK are found, or a file changes. */
function relevanceOf(m: Machine): Relevance {
  const version = [m.candidates.size, m.methods.size, m.names.size, m.contexts.size, m.injected.size, m.modules.revision()].join();
  const known = KNOWN.get(m);
  if (known?.version === version) return known;
  const relevance = findRelevance(m, version);
  KNOWN.set(m, relevance);
  return relevance;
}

/** A unit leads to an SDK by a word that it mentions, or by a name that stands for what does, in its file or another candidate. */
function findRelevance(m: Machine, version: string): Relevance {
  const known = new Map<string, Relevant>();
  const homes = new Map<Module, Map<number, readonly Home[]>>();
  let hasGrown = true;

  function start(module: Module): Relevant {
    const { facts, path } = module;
    const relevant: Relevant = { facts, lists: listsOf(facts), units: new Set(), functions: new Set(), bindings: new Set(), exports: new Set() };
    known.set(path, relevant);
    hasGrown = true;
    for (const index of injectedBindings(m, module)) relevant.bindings.add(index);
    facts.bindings.forEach((binding, index) => {
      if (m.declared.named(binding.name) || m.declared.isBound(module, index) || (m.unfollowed && m.names.has(binding.name)) || (binding.k === 'import' && isWay(m, module, binding))) relevant.bindings.add(index);
    });
    for (const unit of unitsOf(facts)) if (isSeed(m, module, unit.mentions)) add(module, relevant, unit);
    return relevant;
  }

  /** Takes a unit in, and all that then leads to an SDK by way of it. */
  function add(module: Module, relevant: Relevant, unit: Unit): void {
    if (relevant.units.has(unit)) return;
    relevant.units.add(unit);
    hasGrown = true;
    const { functions, mentions, declares, supertypes, exports } = unit;
    for (const fn of [...functions, ...mentions.functions]) relevant.functions.add(fn);
    for (const name of exports) relevant.exports.add(name);
    for (const binding of [...declares, ...[...mentions.bindings].filter((one) => relevant.lists.has(one))]) relevant.bindings.add(binding);
    // Who asks for what it is one of may get it.
    for (const supertype of supertypes) {
      relevant.bindings.add(supertype);
      for (const home of homesOf(module, supertype)) if (home !== 'sdk' && typeof home.binding === 'number') relevantIn(home.module).bindings.add(home.binding);
    }
  }

  function grow(module: Module): void {
    const relevant = relevantIn(module);
    module.facts.bindings.forEach((binding, index) => {
      if (binding.k === 'import' && !relevant.bindings.has(index) && homesOf(module, index).some(leads)) relevant.bindings.add(index);
    });
    const units = unitsOf(module.facts);
    for (let before = -1; before !== relevant.units.size + relevant.bindings.size; ) {
      before = relevant.units.size + relevant.bindings.size;
      for (const unit of units) if (unit.mentions.bindings.size > 0 && intersects(unit.mentions.bindings, relevant.bindings)) add(module, relevant, unit);
    }
  }

  function relevantIn(module: Module): Relevant {
    return known.get(module.path) ?? start(module);
  }

  function leads(home: Home): boolean {
    if (home === 'sdk') return true;
    const { binding } = home;
    const relevant = relevantIn(home.module);
    if (binding === null) return relevant.bindings.size + relevant.exports.size > 0;
    return typeof binding === 'number' ? relevant.bindings.has(binding) : relevant.exports.has(binding);
  }

  function homesOf(module: Module, index: number): readonly Home[] {
    const of = homes.get(module) ?? new Map<number, readonly Home[]>();
    homes.set(module, of);
    let found = of.get(index);
    const binding = module.facts.bindings[index];
    if (!found) of.set(index, (found = binding?.k === 'import' ? homesOfImport(m, module, binding) : [{ module, binding: index }]));
    return found;
  }

  const modules = [...m.candidates].flatMap((file) => m.modules.load(file) ?? []);
  while (hasGrown) {
    hasGrown = false;
    for (const module of modules) grow(module);
  }
  return {
    version,
    of(module) {
      const before = known.get(module.path);
      if (before?.facts === module.facts) return before;
      grow(module);
      return relevantIn(module);
    },
  };
}

/** Methods of SDKs that are methods of much else: a receiver that can be told to be an SDK's makes its callers relevant by itself. */
const COMMON_METHODS = new Set([
  'alias', 'clear', 'group', 'groups', 'import', 'init', 'initialize', 'page', 'register', 'reset', 'screen', 'updateOptions', 'updateUser',
]);

function isSeed(m: Machine, module: Module, { words, specifiers }: Mentions): boolean {
  for (const word of words)
    if ((m.methods.has(word) && !COMMON_METHODS.has(word)) || word === EMITS || m.catalogue.global(word) !== null || (m.http && mayNameEndpoint(word, words))) return true;
  return [...specifiers].some((specifier) => isWay(m, module, { specifier, imported: '*' }) || homesOfImport(m, module, { specifier, imported: '*' }).length > 0);
}

type Imported = Pick<Extract<Binding, { k: 'import' }>, 'specifier' | 'imported'>;

/** Whether an import is a way to an SDK, whatever the file that it comes from holds. */
function isWay(m: Machine, module: Module, { specifier, imported }: Imported): boolean {
  if (m.catalogue.isSdk(specifier) || m.declared.isPackage(specifier) || m.names.has(imported)) return true;
  return imported === 'createContext' && [...m.contexts.keys()].some((id) => contextFile(id) === module.path);
}

/** Where what is imported is declared, in a candidate: a binding, an export without a name, or null for all of a module; or that it is an SDK's. */
type Home = 'sdk' | { readonly module: Module; readonly binding: number | string | null };

function homesOfImport(m: Machine, module: Module, { specifier, imported }: Imported): Home[] {
  const file = m.modules.locate(module.path, specifier);
  return file === null ? [] : homesOfExport(m, file, imported, new Set());
}

function homesOfExport(m: Machine, file: string, name: string, seen: Set<string>): Home[] {
  const module = seen.has(file) || !m.candidates.has(file) ? null : m.modules.load(file);
  if (!module) return [];
  seen.add(file);
  if (name === '*') return [{ module, binding: null }];
  const own = Object.hasOwn(module.facts.exports, name) ? module.facts.exports[name] : undefined;
  if (own?.k === 'binding') return [{ module, binding: own.binding }];
  if (own?.k === 'value') return [{ module, binding: name }];
  const further = own ? [own] : module.facts.stars.map((specifier) => ({ specifier, name }));
  return further.flatMap((one) => {
    const target = m.catalogue.isSdk(one.specifier) ? 'sdk' : m.modules.locate(file, one.specifier);
    if (target === 'sdk') return ['sdk'];
    return target === null ? [] : homesOfExport(m, target, one.name, seen);
  });
}

function intersects(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}
