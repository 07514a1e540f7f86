/** The wrappers that the configuration declares, by how programs come by them. A declaration goes before inference. */
import type { Expr } from '../../extract/facts.ts';
import type { Sdk } from '../../sdk/types.ts';
import { isGlobalObject, sdkValue } from './catalogue.ts';
import type { Frame } from '../evaluate/frame.ts';
import type { Module, Modules } from '../program/modules.ts';
import { specifierNeedles } from '../program/needles.ts';
import { object, OTHERS, unknown, type SdkValue, type Value } from '../values/value.ts';
import { wrapperSdk, type Declaration } from './wrapper-sdk.ts';

export interface Declared {
  readonly isEmpty: boolean;
  /** Texts whose mention makes a file worth reading. */
  readonly needles: readonly string[];
  /** Names by which wrappers are called. */
  readonly names: readonly string[];
  of(sdk: Sdk): Declaration | null;
  /** What stands at a way into a package, or into a global. */
  outside(from: string, path: readonly string[]): SdkValue | null;
  /** Whether a way leads on to a wrapper: what a call or construction of it gives is followed. */
  leadsOn(from: string, path: readonly string[]): boolean;
  isPackage(specifier: string): boolean;
  /** What is called by a mere name of which nothing else is known. */
  named(name: string): SdkValue | null;
  /** What an expression, or a part of what it gives, is by the names in it. */
  written(expr: Expr, frame: Frame, path?: readonly string[]): SdkValue | null;
  /** A method of a class or type that goes by any of these names. */
  method(types: () => readonly string[], key: string): SdkValue | null;
  /** An object of a type that the program does not declare. */
  ofType(name: string): Value | null;
  /** A binding of a file of the program; `value` is what it is without declarations. */
  binding(module: Module, index: number, value: () => Value): Value;
  isBound(module: Module, index: number): boolean;
  /** Whether a function is the body of a wrapper, so that what it does is of no interest. */
  isReplaced(module: Module, fn: number): boolean;
}

const GLOBAL = 'global';

interface Entry {
  readonly path: readonly string[];
  readonly value: SdkValue;
}

export function createDeclared(declarations: readonly Declaration[], modules: Pick<Modules, 'resolve' | 'findExport'>): Declared {
  const known = new Map<Sdk, Declaration>();
  const ways = new Map<string, Entry[]>();
  const members: Entry[] = [];
  for (const declaration of declarations) {
    const sdk = wrapperSdk(declaration.wrapper);
    const { name = '', member, import: from } = declaration.wrapper;
    known.set(sdk, declaration);
    const value = sdkValue(sdk, 'client');
    if (member !== undefined) members.push({ path: member.split('.'), value });
    else add(ways, from?.from ?? GLOBAL, { path: pathOf(from?.name ?? name), value });
  }
  const exact = (entries: readonly Entry[] | undefined, path: readonly string[]): SdkValue | null => entries?.find((entry) => isSame(entry.path, path))?.value ?? null;
  const methods = [...members, ...[...ways].flatMap(([from, entries]) => (from === GLOBAL ? [] : entries))].filter(({ path }) => path.length === 2 && !path[0]?.endsWith('()'));
  const own = createOwn(ways, modules);
  const all = [...members, ...[...ways.values()].flat()];

  return {
    isEmpty: declarations.length === 0,
    needles: [...members.map(({ path }) => longest(path)), ...[...ways].flatMap(([from, entries]) => [...(from === GLOBAL ? [] : specifierNeedles(from)), ...entries.map(({ path }) => longest(path))])].filter((needle) => needle !== ''),
    names: all.flatMap(({ path }) => path.at(-1) ?? []),
    of: (sdk) => known.get(sdk) ?? null,
    outside: (from, path) => exact(ways.get(from), plainPath(from, path)),
    leadsOn: (from, path) => ways.get(from)?.some((entry) => entry.path.length > path.length && isSame(entry.path.slice(0, path.length), plainPath(from, path))) ?? false,
    isPackage: (specifier) => specifier !== GLOBAL && ways.has(specifier),
    named: (name) => exact(ways.get(GLOBAL), [name]),
    written: (expr, frame, path = []) => members.find((entry) => isWritten(expr, frame, path, entry.path))?.value ?? null,
    method(types, key) {
      const having = methods.filter(({ path }) => path[1] === key);
      const names = having.length > 0 ? types() : [];
      return having.find(({ path: [type = ''] }) => names.includes(type))?.value ?? null;
    },
    ofType(name) {
      const of = methods.filter(({ path }) => path[0] === name);
      return of.length === 0 ? null : object([...of.map(({ path, value }): [string, Value] => [path[1] ?? '', value]), [OTHERS, unknown(`another member of ${name}`)]]);
    },
    binding: (module, index, value) => own(module).get(index)?.reduce((whole: Value | null, entry) => overlaid(whole ?? (entry.path.length === 0 ? null : value()), entry), null) ?? value(),
    isBound: (module, index) => own(module).has(index),
    isReplaced: (module, fn) => own(module).size > 0 && replacedIn(module, own(module)).has(fn) || isReplacedMethod(module, fn, methods),
  };
}

/** The file that declares wrappers, as one that imports them. */
export const DECLARING = 'tracklint.config.ts';

type Own = ReadonlyMap<number, readonly Entry[]>;

/** The bindings of a module that are declared, or parts of which are. */
function createOwn(ways: ReadonlyMap<string, readonly Entry[]>, { resolve, findExport }: Pick<Modules, 'resolve' | 'findExport'>): (module: Module) => Own {
  const none: Own = new Map();
  let byFile: Map<string, Map<number, Entry[]>> | null = null;
  return ({ path: file }) => {
    if (!byFile) {
      byFile = new Map();
      for (const [from, entries] of ways)
        for (const { path: [first = 'default', ...rest], value } of entries) {
          const target = from === GLOBAL ? null : resolve(DECLARING, from);
          const found = target === null ? null : findExport(target, first, DECLARING);
          const exported = found?.k === 'module' ? found.module.facts.exports[found.name] : undefined;
          const index = exported?.k === 'binding' ? exported.binding : exported?.k === 'value' && exported.value.k === 'ref' ? exported.value.binding : null;
          if (found?.k !== 'module' || index === null) continue;
          const of = byFile.get(found.module.path) ?? new Map<number, Entry[]>();
          byFile.set(found.module.path, of);
          of.set(index, [...(of.get(index) ?? []), { path: rest, value }]);
        }
    }
    return byFile.get(file) ?? none;
  };
}

/** A value with a wrapper put at a way into it. */
function overlaid(whole: Value | null, { path: [key, ...rest], value }: Entry): Value {
  if (key === undefined) return value;
  if (whole?.k !== 'object') return whole ?? value;
  return { ...whole, store: new Map(whole.store).set(key, overlaid(whole.store.get(key) ?? null, { path: rest, value })) };
}

/** The functions of a module whose bodies wrappers stand for. */
function replacedIn({ facts, declarations }: Module, own: Own): ReadonlySet<number> {
  const replaced = new Set<number>();
  for (const [index, entries] of own)
    for (const { path } of entries) {
      const binding = facts.bindings[index];
      if (binding?.k === 'function') replaced.add(binding.fn);
      let value = declarations.get(index)?.value ?? null;
      for (const key of path) value = value?.k === 'object' ? entryOf(value, key) : null;
      if (value?.k === 'function') replaced.add(value.id);
      const [name = ''] = path;
      if (binding?.k === 'class') for (const method of facts.classes[binding.cls]?.methods ?? []) if (method.name === name) replaced.add(method.fn);
    }
  return replaced;
}

function entryOf(value: Extract<Expr, { k: 'object' }>, key: string): Expr | null {
  for (const entry of value.entries) if ('key' in entry && entry.key === key) return entry.value;
  return null;
}

function isReplacedMethod({ facts }: Module, fn: number, methods: readonly Entry[]): boolean {
  if (methods.length === 0) return false;
  const cls = facts.classes[facts.functions[fn]?.ofClass ?? -1];
  const name = cls?.methods.find((method) => method.fn === fn)?.name;
  if (!cls || name === undefined) return false;
  const parent = cls.extends?.k === 'ref' ? facts.bindings[cls.extends.binding]?.name : undefined;
  const types = [cls.name, parent, ...cls.implements.map((type) => (type.k === 'name' ? type.name : undefined))];
  return methods.some(({ path }) => types.includes(path[0]) && path[1] === name);
}

function add(ways: Map<string, Entry[]>, from: string, entry: Entry): void {
  const of = ways.get(from);
  if (of) of.push(entry);
  else ways.set(from, [entry]);
}

/** The default export of a package is the package itself, as `require` gives it. */
function pathOf(name: string): string[] {
  const path = name.split('.');
  return path[0] === 'default' ? path.slice(1) : path;
}

function plainPath(from: string, path: readonly string[]): readonly string[] {
  return from === GLOBAL && isGlobalObject(path[0] ?? '') ? path.slice(1) : path;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

/** Of the names on the way to a wrapper, one that few other files have. */
function longest(path: readonly string[]): string {
  const names = path.map((part) => part.replace('()', ''));
  return names.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** Whether an expression, and the way from it into what it gives, end in these names. */
function isWritten(expr: Expr, { module }: Frame, path: readonly string[], names: readonly string[]): boolean {
  const own = [...names];
  for (const part of [...path].reverse()) if (own.pop() !== part) return false;
  let at: Expr | null = expr;
  for (const name of own.reverse()) {
    if (!at || nameOf(at, module) !== name) return false;
    at = at.k === 'call' ? at.callee : at;
    at = at.k === 'member' ? at.object : null;
  }
  return true;
}

function nameOf(expr: Expr, module: Module): string {
  if (expr.k === 'ref') return module.facts.bindings[expr.binding]?.name ?? '';
  if (expr.k === 'global') return expr.name;
  if (expr.k === 'member') return typeof expr.key === 'string' ? expr.key : '';
  if (expr.k === 'call') return `${nameOf(expr.callee, module)}()`;
  return expr.k === 'this' ? 'this' : '';
}
