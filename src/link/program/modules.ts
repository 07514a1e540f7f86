/** The files of a program as modules: lowered on demand, their bindings and exports found by name. */
import { extract } from '../../extract/extract.ts';
import type { FileFacts, Stmt } from '../../extract/facts.ts';
import type { Frame } from '../evaluate/frame.ts';
import type { FileProblem } from '../call.ts';
import type { LinkInput } from '../types-io.ts';
import { createResolver, type WorkspacePackage } from './resolve.ts';
import { OTHERS, type ClassValue, type Instance, type Value } from '../values/value.ts';

export interface Module {
  readonly path: string;
  readonly facts: FileFacts;
  readonly frame: Frame;
  /** Values of module variables and other bindings, once known; `running` while they are computed. */
  readonly bindings: Map<number, Value | 'running'>;
  readonly exportValues: Map<string, Value | 'running'>;
  readonly classes: Map<number, ClassValue>;
  readonly generics: Map<number, Instance>;
  /** Top-level statements that declare a binding. */
  readonly declarations: ReadonlyMap<number, Extract<Stmt, { k: 'bind' }>>;
}

export interface Modules {
  /** The module of a file, or null where the file cannot be read. */
  load(file: string): Module | null;
  /** The file that a specifier means; the evaluation of the file that asks then hangs on it. */
  resolve(from: string, specifier: string): string | null;
  /** The same, for questions on whose answer no evaluation hangs. */
  locate(from: string, specifier: string): string | null;
  packageAround(file: string): WorkspacePackage;
  /** Where an export is defined, through re-exports. `from`: the file whose evaluation asks, which then hangs on all files in between. */
  findExport(file: string, name: string, from: string | null): ExportPlace | null;
  /** Keys of what a module's binding holds that other files assign, as far as they were read. */
  changedElsewhere(module: Module, binding: number): readonly string[];
  /** Whether any file read assigns a member of that name to something other than `this`. */
  isAssigned(name: string): boolean;
  /** All names that a module exports. */
  exportNames(module: Module): readonly string[];
  /** Forgets all values; facts stay. */
  reset(): void;
  /** Forgets the values of a file; gives the module that held them. */
  forget(file: string): Module | null;
  /** The facts of a file that something has asked for; they are those of the text that it had then. */
  lowered(file: string): FileFacts | null;
  /** Forgets the facts of a file whose text has changed. */
  reread(file: string): void;
  /** A file and all that were seen to import it, by way of others too. */
  importersOf(file: string): ReadonlySet<string>;
  /** How often files were read again. */
  revision(): number;
  /** Files lowered so far. */
  parsed(): number;
  /** Files that did not parse whole. */
  problems(): FileProblem[];
}

/** An export's home: its module and name there; a package outside the program for re-exports of one. */
export type ExportPlace =
  | { readonly k: 'module'; readonly module: Module; readonly name: string }
  | { readonly k: 'namespace'; readonly module: Module }
  /** `perhaps` where a package is only one of several that may have it. */
  | { readonly k: 'package'; readonly specifier: string; readonly name: string; readonly perhaps?: true };

type Sources = Pick<LinkInput, 'files' | 'read' | 'facts'>;

export function createModules(sources: Sources): Modules {
  const resolver = createResolver(sources);
  const facts = new Map<string, FileFacts | null>();
  const modules = new Map<string, Module>();
  const importers = new Map<string, Set<string>>();
  const noChanges = (): Changes => createChanges({ resolve, findExport: (file, name, from) => findExport(file, name, from) });
  let changes = noChanges();
  let revision = 0;

  function resolve(from: string, specifier: string): string | null {
    const target = resolver.resolve(from, specifier);
    if (target !== null) noteImport(from, target);
    return target;
  }

  function noteImport(from: string, target: string): void {
    importers.set(target, (importers.get(target) ?? new Set()).add(from));
  }

  function load(file: string): Module | null {
    const known = modules.get(file);
    if (known) return known;
    const lowered = lowerFile(file);
    if (!lowered) return null;
    const module = createModule(lowered);
    modules.set(file, module);
    return module;
  }

  function lowerFile(file: string): FileFacts | null {
    const cached = facts.get(file);
    if (cached !== undefined) return cached;
    const lowered = sources.facts ? sources.facts(file) : factsOf(file, sources.read(file));
    facts.set(file, lowered);
    if (lowered) changes.add(lowered);
    return lowered;
  }

  function findExport(file: string, name: string, from: string | null, seen = new Set<string>()): ExportPlace | null {
    const found = searchExport(file, name, from, seen);
    if (found && from !== null) noteImport(from, file);
    return found;
  }

  function searchExport(file: string, name: string, from: string | null, seen: Set<string>): ExportPlace | null {
    const key = `${file}\0${name}`;
    const module = seen.has(key) ? null : load(file);
    if (!module) return null;
    seen.add(key);
    if (name === '*') return { k: 'namespace', module };
    const own = Object.hasOwn(module.facts.exports, name) ? module.facts.exports[name] : undefined;
    if (own?.k === 'from') return follow(module, own.specifier, own.name, from, seen);
    if (own?.k === 'binding') {
      const binding = module.facts.bindings[own.binding];
      return binding?.k === 'import' ? follow(module, binding.specifier, binding.imported, from, seen) : { k: 'module', module, name };
    }
    if (own) return { k: 'module', module, name };
    let perhaps: ExportPlace | null = null;
    for (const specifier of name === 'default' ? [] : module.facts.stars) {
      const target = resolver.resolve(file, specifier);
      const found: ExportPlace | null = target === null ? { k: 'package', specifier, name, perhaps: true } : findExport(target, name, from, seen);
      if (found?.k !== 'package' || !found.perhaps) {
        if (found) return found;
      } else perhaps ??= found;
    }
    return perhaps;
  }

  function follow(module: Module, specifier: string, name: string, from: string | null, seen: Set<string>): ExportPlace | null {
    const target = resolver.resolve(module.path, specifier);
    return target === null ? { k: 'package', specifier, name } : findExport(target, name, from, seen);
  }

  return {
    load,
    resolve,
    locate: (from, specifier) => resolver.resolve(from, specifier),
    packageAround: (file) => resolver.packageAround(file),
    findExport: (file, name, from) => findExport(file, name, from),
    changedElsewhere: ({ path }, binding) => changes.keysOf(path, binding),
    isAssigned: (name) => changes.names.has(name),
    exportNames: (module) => Object.keys(module.facts.exports),
    reset: () => modules.clear(),
    forget(file) {
      const module = modules.get(file) ?? null;
      modules.delete(file);
      return module;
    },
    lowered: (file) => facts.get(file) ?? null,
    reread(file) {
      revision++;
      modules.delete(file);
      const before = facts.get(file);
      facts.delete(file);
      if (!before || Object.keys(before.changes).length === 0) return;
      // What it assigned to members of what it imports is no longer so.
      changes = noChanges();
      for (const one of facts.values()) if (one) changes.add(one);
    },
    importersOf(file) {
      const found = new Set([file]);
      for (const one of found) for (const importer of importers.get(one) ?? []) found.add(importer);
      return found;
    },
    revision: () => revision,
    parsed: () => [...facts.values()].filter((one) => one !== null).length,
    problems: () =>
      [...facts.values()].flatMap((one) => (one?.problem ? [{ file: one.path, line: one.problem.line, message: `syntax error: ${one.problem.message}` }] : [])),
  };
}

const NONE: readonly string[] = [];

function factsOf(file: string, text: string | null): FileFacts | null {
  return text === null ? null : extract(file, text);
}

interface Changes {
  add(facts: FileFacts): void;
  keysOf(file: string, binding: number): readonly string[];
  readonly names: ReadonlySet<string>;
}

/** The assignments that files make to members of what they import: looked up only when a file's variable is read. */
function createChanges({ resolve, findExport }: Pick<Modules, 'resolve' | 'findExport'>): Changes {
  const pending: FileFacts[] = [];
  const known = new Map<string, string[]>();
  const names = new Set<string>();
  const note = (file: string, specifier: string, name: string, key: string): void => {
    const target = resolve(file, specifier);
    const found = target === null ? null : findExport(target, name, file);
    const exported = found?.k === 'module' ? found.module.facts.exports[found.name] : undefined;
    if (found?.k !== 'module' || exported?.k !== 'binding') return;
    const of = `${found.module.path}\0${String(exported.binding)}`;
    known.set(of, [...new Set([...(known.get(of) ?? []), key])]);
  };
  return {
    names,
    add: (facts) => {
      const all = Object.values(facts.changes).flat();
      if (all.length > 0) pending.push(facts);
      for (const { path } of all) for (const name of path) names.add(name);
    },
    keysOf: (file, binding) => {
      for (let facts = pending.pop(); facts; facts = pending.pop())
        for (const [index, all] of Object.entries(facts.changes)) {
          const from = facts.bindings[Number(index)];
          if (from?.k !== 'import') continue;
          for (const { path: [first = OTHERS, second = OTHERS] } of all)
            if (from.imported !== '*') note(facts.path, from.specifier, from.imported, first);
            else note(facts.path, from.specifier, first, second);
        }
      return known.size > 0 ? (known.get(`${file}\0${String(binding)}`) ?? NONE) : NONE;
    },
  };
}

function createModule(facts: FileFacts): Module {
  const declarations = new Map<number, Extract<Stmt, { k: 'bind' }>>();
  for (const statement of facts.functions[0]?.body ?? []) {
    if (statement.k !== 'bind') continue;
    for (const { to } of statement.targets) if (typeof to === 'number') declarations.set(to, statement);
  }
  const module: Module = {
    path: facts.path,
    facts,
    bindings: new Map(),
    exportValues: new Map(),
    classes: new Map(),
    generics: new Map(),
    declarations,
    frame: undefined as unknown as Frame,
  };
  const frame: Frame = {
    module, fn: 0, vars: new Map(), parent: null, caller: null, call: null, self: null, home: true, byFramework: false, depth: 0, returns: [], made: [], live: true,
  };
  return Object.assign(module, { frame });
}
