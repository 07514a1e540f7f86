/** What a name stands for: variables, imports, exports, module variables and who assigns them. */
import type { Binding, Change, FileFacts } from '../../extract/facts.ts';
import { evaluate, placeOf } from './evaluate.ts';
import { declaredPart, isUnseen, pick } from './execute.ts';
import type { Frame } from './frame.ts';
import { injectedValue, noteKept } from '../frameworks/injected.ts';
import { CYCLE, functionKey, later, type Machine } from './machine.ts';
import type { ExportPlace, Module } from '../program/modules.ts';
import { outermostOf } from '../program/units.ts';
import { summarize } from './summarize.ts';
import { valueOfType } from '../values/types.ts';
import { changing, isNullish, join, OTHERS, replaceable, stamp, UNDEFINED, unknown, alternatives, withChanges, type ClassValue, type Value } from '../values/value.ts';

/** The frame that holds a local variable, outwards from a frame. */
export function findVariable(index: number, frame: Frame): Frame | null {
  const binding = frame.module.facts.bindings[index];
  if (binding?.k !== 'variable' || binding.owner === 0) return null;
  for (let at: Frame | null = frame; at; at = at.parent) if (at.fn === binding.owner) return at;
  return null;
}

export function bindingValue(m: Machine, index: number, frame: Frame): Value {
  return m.declared.isEmpty ? ownValue(m, index, frame) : m.declared.binding(frame.module, index, () => ownValue(m, index, frame));
}

function ownValue(m: Machine, index: number, frame: Frame): Value {
  const { module } = frame;
  const binding = module.facts.bindings[index];
  if (!binding) return unknown('unresolved name');
  switch (binding.k) {
    case 'import':
      return memoised(module, index, () => moduleValue(m, module, binding.specifier, binding.imported));
    case 'function':
      return functionValue(module, binding.fn, frame);
    case 'class':
      return classValue(module, binding.cls, frame);
    case 'enum':
      return memoised(module, index, () => evaluate(m, binding.value, module.frame));
    case 'type':
      return unknown('type');
    case 'variable':
      return binding.owner === 0 ? moduleVariable(m, module, index, binding) : localVariable(index, binding, frame);
  }
}

function localVariable(index: number, binding: Extract<Binding, { k: 'variable' }>, frame: Frame): Value {
  const value = findVariable(index, frame)?.vars.get(index) ?? UNDEFINED;
  return binding.assignedIn.some((fn) => fn !== binding.owner) ? changing(value) : withChanges(value, changedKeys(frame.module.facts, index, binding.owner));
}

function memoised(module: Module, index: number, compute: () => Value): Value {
  const cached = module.bindings.get(index);
  if (cached) return cached === 'running' ? CYCLE : cached;
  module.bindings.set(index, 'running');
  const value = compute();
  module.bindings.set(index, value);
  return value;
}

function functionValue(module: Module, fn: number, frame: Frame): Value {
  const parent = module.facts.functions[fn]?.parent ?? 0;
  let env: Frame = module.frame;
  for (let at: Frame | null = frame; at; at = at.parent) if (at.fn === parent && at.module === module) env = at;
  return { k: 'closure', module, fn, env, self: null, bound: [] };
}

export function classValue(module: Module, cls: number, frame: Frame): ClassValue {
  if (module.facts.classes[cls]?.parent !== 0) return { k: 'class', module, cls, env: frame };
  const known = module.classes.get(cls);
  if (known) return known;
  const value: ClassValue = { k: 'class', module, cls, env: module.frame };
  module.classes.set(cls, value);
  return value;
}

/** What TypeScript writes into files that it compiles for older engines, as `tslib` has it. */
const COMPILER_HELPERS = new Set(['__assign', '__awaiter']);

/** A module variable: what its declaration gives, and all that any function assigns. */
function moduleVariable(m: Machine, module: Module, index: number, binding: Extract<Binding, { k: 'variable' }>): Value {
  if (COMPILER_HELPERS.has(binding.name)) return { k: 'external', from: 'tslib', path: [binding.name] };
  const declaration = module.declarations.get(index);
  const initial = declaration ? memoised(module, index, () => initialValue(m, module, index)) : (module.frame.vars.get(index) ?? UNDEFINED);
  if (binding.assignedIn.length === 0) return withChanges(withChanges(initial, changedKeys(module.facts, index, 0)), m.modules.changedElsewhere(module, index));
  for (const fn of binding.assignedIn) evaluateOutermost(m, module, fn);
  const assigned = m.assigned.get(module)?.get(index);
  const injected = injectedValue(m, module, index);
  const value = assigned || injected ? join([initial, ...(assigned ? [assigned] : []), ...(injected ? [injected] : [])]) : initial;
  const declared = alternatives(value).every((one) => isNullish(one) || one.k === 'unknown') && declaration?.type ? valueOfType(m, { module, ref: declaration.type }) : null;
  return declared ?? (binding.assignedIn.some((fn) => fn !== 0) ? replaceable(value) : value);
}

const CHANGED = new WeakMap<readonly Change[], readonly string[]>();
const NONE: readonly string[] = [];

/** The keys of a variable's value that other functions than its own assign. */
function changedKeys({ changes }: FileFacts, index: number, owner: number): readonly string[] {
  const of = changes[index];
  if (!of) return NONE;
  let keys = CHANGED.get(of);
  if (!keys) CHANGED.set(of, (keys = [...new Set(of.filter(({ fn }) => fn !== owner).map(({ path }) => path[0] ?? OTHERS))]));
  return keys;
}

function initialValue(m: Machine, module: Module, index: number): Value {
  const declaration = module.declarations.get(index);
  if (!declaration) return UNDEFINED;
  const target = declaration.targets.find(({ to }) => to === index);
  const whole = declaration.value ? wholeValue(m, module, declaration) : UNDEFINED;
  return target ? (declaredPart(m, declaration.value, target, module.frame) ?? pick(m, whole, target, module.frame)) : UNDEFINED;
}

/** The right side of a module's declaration, evaluated once however many names it binds. */
function wholeValue(m: Machine, module: Module, declaration: { readonly value: import('../../extract/facts.ts').Expr | null; readonly type: import('../../extract/facts.ts').TypeRef | null }): Value {
  const expr = declaration.value;
  if (!expr) return UNDEFINED;
  const key = `=${String(expr.at[0])}`;
  const cached = module.exportValues.get(key);
  if (cached) return cached === 'running' ? CYCLE : cached;
  module.exportValues.set(key, 'running');
  const value = stamp(evaluate(m, expr, module.frame), placeOf(module.frame, expr));
  const declared = isUnseen(value) && declaration.type ? valueOfType(m, { module, ref: declaration.type }) : null;
  module.exportValues.set(key, declared ?? value);
  return declared ?? value;
}

/** Evaluates the top-level function around a function, so that its assignments are seen. */
export function evaluateOutermost(m: Machine, module: Module, fn: number): void {
  const at = outermostOf(module.facts, fn);
  if (at !== 0 && m.summaries.get(functionKey(module, at))?.state !== 'running') summarize(m, module, at);
}

/** What an import of `name` from a specifier gives; `*` is the module itself. */
export function moduleValue(m: Machine, from: Module, specifier: string, name: string): Value {
  const path = name === '*' || name === 'default' ? [] : [name];
  const declared = m.declared.outside(specifier, path);
  if (declared) return declared;
  if (isSdkFrom(m, from, specifier)) return m.catalogue.exported(specifier, name) ?? unknown(`${specifier} has no ${name}`);
  const file = m.modules.resolve(from.path, specifier);
  if (file === null) return { k: 'external', from: specifier, path };
  return mayLeadToSdk(m, file, name) ? exportOf(m, file, name, from.path) : later(m, () => exportOf(m, file, name, from.path));
}

/** Whether an import is an SDK's. A program may call a module of its own by the one word that is a package's name, too. */
export function isSdkFrom(m: Machine, from: Module, specifier: string): boolean {
  return m.catalogue.isSdk(specifier) && (!/^\w+$/.test(specifier) || m.modules.resolve(from.path, specifier) === null);
}

/** Other files are read only if a value from them matters. */
function mayLeadToSdk(m: Machine, file: string, name: string): boolean {
  return m.candidates.has(file) || m.names.has(name) || name === '*';
}

function exportOf(m: Machine, file: string, name: string, from: string): Value {
  const found = m.modules.findExport(file, name, from);
  return found ? placeValue(m, found) : unknown(`${file} has no export ${name}`);
}

export function placeValue(m: Machine, found: ExportPlace): Value {
  if (found.k === 'namespace') return { k: 'module', module: found.module };
  if (found.k === 'package') return m.declared.outside(found.specifier, found.name === '*' ? [] : [found.name]) ?? m.catalogue.exported(found.specifier, found.name) ?? { k: 'external', from: found.specifier, path: found.name === '*' ? [] : [found.name] };
  if (m.candidates.has(found.module.path)) return exportedValue(m, found.module, found.name);
  return later(m, () => exportedValue(m, found.module, found.name));
}

export function exportedValue(m: Machine, module: Module, name: string): Value {
  const exported = Object.hasOwn(module.facts.exports, name) ? module.facts.exports[name] : undefined;
  if (!exported) return unknown(`no export ${name}`);
  if (exported.k === 'from') return moduleValue(m, module, exported.specifier, exported.name);
  if (exported.k === 'binding') return bindingValue(m, exported.binding, module.frame);
  const cached = module.exportValues.get(name);
  if (cached) return cached === 'running' ? CYCLE : cached;
  module.exportValues.set(name, 'running');
  const value = evaluate(m, exported.value, module.frame);
  module.exportValues.set(name, value);
  return value;
}

export function assignModuleVariable(m: Machine, frame: Frame, index: number, value: Value): void {
  const { module } = frame;
  noteKept(m, frame, index, value);
  const of = m.assigned.get(module) ?? new Map<number, Value>();
  const before = of.get(index);
  of.set(index, before ? join([before, value]) : value);
  m.assigned.set(module, of);
}
