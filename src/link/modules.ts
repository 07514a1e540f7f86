/** The files of a program as modules: lowered on demand, their bindings and exports found by name. */
import { extract } from '../extract/extract.ts';
import type { Binding, FileFacts, Stmt } from '../extract/facts.ts';
import type { Frame } from './frame.ts';
import type { FileProblem } from './call.ts';
import { createResolver } from './resolve.ts';
import type { ClassValue, Instance, Value } from './value.ts';

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
  resolve(from: string, specifier: string): string | null;
  /** Where an export is defined, through re-exports. */
  findExport(file: string, name: string): ExportPlace | null;
  /** All names that a module exports. */
  exportNames(module: Module): readonly string[];
  /** Forgets all values; facts stay. */
  reset(): void;
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

export function createModules(sources: { readonly files: readonly string[]; read(file: string): string | null }): Modules {
  const resolver = createResolver(sources);
  const facts = new Map<string, FileFacts | null>();
  const modules = new Map<string, Module>();

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
    const text = sources.read(file);
    const lowered = text === null ? null : extract(file, text);
    facts.set(file, lowered);
    return lowered;
  }

  function findExport(file: string, name: string, seen = new Set<string>()): ExportPlace | null {
    const key = `${file}\0${name}`;
    const module = seen.has(key) ? null : load(file);
    if (!module) return null;
    seen.add(key);
    if (name === '*') return { k: 'namespace', module };
    const own = Object.hasOwn(module.facts.exports, name) ? module.facts.exports[name] : undefined;
    if (own?.k === 'from') return follow(module, own.specifier, own.name, seen);
    if (own?.k === 'binding') {
      const binding = module.facts.bindings[own.binding];
      return binding?.k === 'import' ? follow(module, binding.specifier, binding.imported, seen) : { k: 'module', module, name };
    }
    if (own) return { k: 'module', module, name };
    let perhaps: ExportPlace | null = null;
    for (const specifier of name === 'default' ? [] : module.facts.stars) {
      const target = resolver.resolve(file, specifier);
      const found: ExportPlace | null = target === null ? { k: 'package', specifier, name, perhaps: true } : findExport(target, name, seen);
      if (found?.k !== 'package' || !found.perhaps) {
        if (found) return found;
      } else perhaps ??= found;
    }
    return perhaps;
  }

  function follow(module: Module, specifier: string, name: string, seen: Set<string>): ExportPlace | null {
    const target = resolver.resolve(module.path, specifier);
    return target === null ? { k: 'package', specifier, name } : findExport(target, name, seen);
  }

  return {
    load,
    resolve: (from, specifier) => resolver.resolve(from, specifier),
    findExport: (file, name) => findExport(file, name),
    exportNames: (module) => Object.keys(module.facts.exports),
    reset: () => modules.clear(),
    parsed: () => [...facts.values()].filter((one) => one !== null).length,
    problems: () =>
      [...facts.values()].flatMap((one) => (one?.problem ? [{ file: one.path, line: one.problem.line, message: `syntax error: ${one.problem.message}` }] : [])),
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
    module, fn: 0, vars: new Map(), parent: null, caller: null, call: null, self: null, home: true, isElement: false, depth: 0, returns: [], made: [], live: true,
  };
  return Object.assign(module, { frame });
}

export function bindingOf(module: Module, index: number): Binding | undefined {
  return module.facts.bindings[index];
}
