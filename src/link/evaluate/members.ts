/** The members of values: keys of objects, fields and methods of instances, exports of modules, parts of symbols. */
import type { ClassFacts } from '../../extract/facts.ts';
import { evaluateOutermost, exportedValue, moduleValue } from './bindings.ts';
import { isGlobalObject, sdkMember, sdkValue } from '../sdk-calls/catalogue.ts';
import { decoratedMember } from '../frameworks/decorations.ts';
import { evaluate } from './evaluate.ts';
import type { Frame } from './frame.ts';
import { callValue } from './invoke.ts';
import { functionKey, later, type Machine } from './machine.ts';
import { memberOfClient } from '../frameworks/procedures.ts';
import { trapped } from '../frameworks/proxies.ts';
import { subtypesOf, supertypeNames } from '../program/subtypes.ts';
import { summarize } from './summarize.ts';
import { memberType, typedOr, valueOfType } from '../values/types.ts';
import {
  alternatives, changing, elements, forced, held, inherit, isNullish, join, OTHERS, replaceable, UNDEFINED, unknown, withChanges,
  type ClassValue, type Instance, type ObjectValue, type SdkValue, type Sym, type Value,
} from '../values/value.ts';

const NOTHING_KNOWN = unknown('member of an unknown value');

/** `value.key`, or `value[key]` for a key that is a value. */
export function member(m: Machine, value: Value, key: string | Value): Value {
  if (typeof key === 'string') return join(alternatives(value).map((one) => inherit(memberOfOne(m, one, key), one)));
  return join(forced(key).map((one) => (one.k === 'literal' ? chosenBy(one, member(m, value, String(one.value))) : anyMember(m, value, one))));
}

/** What a key looks up is decided where the key is. */
function chosenBy(key: Value, part: Value): Value {
  if (!key.through) return part;
  return join(alternatives(part).map((one) => (one.k === 'literal' && !one.through ? { ...inherit(one, key), at: key.at } : inherit(one, key))));
}

function memberOfOne(m: Machine, value: Value, key: string): Value {
  switch (value.k) {
    case 'object':
      return memberOfObject(m, value, key);
    case 'instance':
      return memberOfInstance(m, value, key);
    case 'class':
      return staticMember(m, value, key);
    case 'sdk':
      return sdkMember(value, key) ?? unknown(`${value.sdk.title} has no ${key}`);
    case 'module':
      return memberOfModule(m, value.module, key);
    case 'proxy':
      return trapped(m, value, key);
    case 'external': {
      const remote = memberOfClient(m, value, key);
      if (remote) return remote;
      const isGlobal = value.from === 'global' && value.path.length === 1 && isGlobalObject(value.path[0] ?? '');
      return (isGlobal ? (m.catalogue.global(key) ?? decoratedMember(m, key)) : null) ?? m.declared.outside(value.from, [...value.path, key]) ?? { ...value, path: [...value.path, key], is: undefined, type: undefined };
    }
    case 'sym': {
      const declared = m.declared.isEmpty ? null : m.declared.method(() => typeNames(value.type), key);
      if (declared) return declared;
      const type = memberType(m, value.type, key);
      const { otherwise: whole } = value;
      const otherwise = whole && within(m, () => member(m, whole, key));
      const part: Value = { k: 'sym', frame: value.frame, path: [...value.path, key], type, ...(otherwise && { otherwise }) };
      return type ? typedOr(m, type, part) : (decoratedMember(m, key) ?? part);
    }
    case 'lazy':
      return later(m, () => member(m, value.force(), key), value.calls);
    case 'union':
      return member(m, value, key);
    case 'unknown':
      return decoratedMember(m, key) ?? (value.at ? { ...NOTHING_KNOWN, partOf: value.at } : NOTHING_KNOWN);
    case 'literal':
      return isNullish(value) ? UNDEFINED : unknown(`${key} of a literal`);
    case 'text':
    case 'closure':
    case 'method':
      return unknown(`${key} of a ${value.k}`);
  }
}

function typeNames(type: Sym['type']): readonly string[] {
  if (type?.ref.k !== 'name') return [];
  const { ref: { name, member: part, binding }, module } = type;
  const from = binding === null ? undefined : module.facts.bindings[binding];
  return [part ?? name, ...(from?.k === 'import' ? [from.imported] : [])];
}

function memberOfObject(m: Machine, value: ObjectValue, key: string): Value {
  const own = value.store.get(key);
  return own && key !== OTHERS ? held(value, key, own) : held(value, key, otherMember(m, value, key));
}

function otherMember(m: Machine, value: ObjectValue, key: string): Value {
  const others = value.store.get(OTHERS);
  if (value.isArray) return key === 'length' ? unknown('length') : (others ?? UNDEFINED);
  if (!others) return UNDEFINED;
  return join(alternatives(others).map((one) => (one.k === 'unknown' ? NOTHING_KNOWN : within(m, () => member(m, one, key)))));
}

/** Spreads within spreads are followed so far only: an object may end up in itself. */
const MOST_SPREADS = 6;

function within(m: Machine, look: () => Value): Value {
  if (m.spreads >= MOST_SPREADS) return NOTHING_KNOWN;
  m.spreads++;
  try {
    return look();
  } finally {
    m.spreads--;
  }
}

/** A member under a key that is not known: any of them. A symbol's caller may know which. */
function anyMember(m: Machine, value: Value, key: Value): Value {
  const all = forced(value).flatMap((one) => (one.k === 'object' ? elementValues(one) : one.k === 'instance' ? [...one.store.values()] : [NOTHING_KNOWN]));
  const any = all.length === 0 ? NOTHING_KNOWN : join(all);
  if (key.k === 'sym') return { k: 'sym', frame: key.frame, path: [...key.path, '[]'], type: null, otherwise: any };
  if (value.k === 'sym') return { ...value, path: [...value.path, '[]'], type: null };
  return any;
}

function elementValues(value: ObjectValue): Value[] {
  const { items, open } = elements(value);
  const named = items.filter((item) => !isNumbered(value, item));
  return open ? [...named, open] : named;
}

/** The number of an enum's member: what is looked up by a key that is not known is the member's name. */
function isNumbered({ store }: ObjectValue, item: Value): boolean {
  const name = item.k === 'literal' && typeof item.value === 'number' ? store.get(String(item.value)) : undefined;
  const number = name?.k === 'literal' ? store.get(String(name.value)) : undefined;
  return number?.k === 'literal' && item.k === 'literal' && number.value === item.value;
}

function memberOfModule(m: Machine, module: Instance['of']['module'], key: string): Value {
  const found = m.modules.findExport(module.path, key, m.owner);
  if (!found) return key === 'default' ? { k: 'module', module } : wholeOf(m, module, (value) => member(m, value, key)) ?? unknown(`no export ${key}`);
  if (found.k === 'module') return m.candidates.has(found.module.path) ? exportedValue(m, found.module, found.name) : later(m, () => exportedValue(m, found.module, found.name));
  return found.k === 'namespace' ? { k: 'module', module: found.module } : moduleValue(m, module, found.specifier, found.name);
}

/** What `require` gives of a CommonJS module that exports one value: `module.exports = value`. */
export function wholeOf(m: Machine, module: Instance['of']['module'], use: (value: Value) => Value): Value | null {
  return Object.hasOwn(module.facts.exports, 'default') ? use(exportedValue(m, module, 'default')) : null;
}

function factsOf(value: ClassValue): ClassFacts | undefined {
  return value.module.facts.classes[value.cls];
}

/** The class or SDK class that a class extends. */
export function parentOf(m: Machine, value: ClassValue): ClassValue | SdkValue | null {
  const extending = factsOf(value)?.extends;
  if (!extending) return null;
  return forced(evaluate(m, extending, value.env)).find((one) => one.k === 'class' || one.k === 'sdk') ?? null;
}

/** The method of a class or the nearest ancestor that has it, as a closure bound to an instance. */
function methodOf(m: Machine, value: ClassValue, name: string, self: Value, isStatic: boolean): { readonly closure: Value; readonly kind: string } | null {
  const own = factsOf(value)?.methods.find((method) => method.name === name && method.isStatic === isStatic && method.kind !== 'set');
  if (own) return { closure: { k: 'closure', module: value.module, fn: own.fn, env: value.env, self, bound: [] }, kind: own.kind };
  const parent = parentOf(m, value);
  return parent?.k === 'class' && parent !== value ? methodOf(m, parent, name, self, isStatic) : null;
}

function declaredMethod(m: Machine, of: ClassValue, key: string): Value | null {
  return m.declared.isEmpty ? null : m.declared.method(() => [factsOf(of)?.name ?? '', ...supertypeNames(m, of)], key);
}

function memberOfInstance(m: Machine, value: Instance, key: string): Value {
  const declared = declaredMethod(m, value.of, key);
  if (declared) return declared;
  const field = fieldOf(m, value, key);
  if (key === 'state' && isForeign(m, value.of)) return changing(field);
  return alternatives(field).some((one) => one.k === 'object') ? withChanges(field, partsAssigned(m, value.of, key)) : field;
}

function fieldOf(m: Machine, value: Instance, key: string): Value {
  const known = value.store.get(key);
  if (known?.k === 'literal' && typeof known.value !== 'string' && m.modules.isAssigned(key)) return changing(known);
  const method = known ? null : methodOf(m, value.of, key, value, false);
  if (method) return method.kind === 'get' ? memberOf.get(m, method.closure, value.of.env) : method.closure;
  const sites = assigners(m, value.of, key);
  if (known && !alternatives(known).some((one) => isNullish(one) || one.k === 'unknown') && sites.length === 0) return known;
  // A field that other methods assign: what they leave there counts as well.
  const running = sites.filter(({ module, fn }) => m.summaries.get(functionKey(module, fn))?.state === 'running');
  for (const { module, fn } of value.generic ? sites : []) if (m.summaries.get(functionKey(module, fn))?.state !== 'running') summarize(m, module, fn);
  const left = value.store.get(key) ?? known;
  const now = left && sites.length > 0 && (running.length > 0 || !value.generic) && !alternatives(left).every(isNullish) ? replaceable(left) : left;
  if (now && alternatives(now).some((one) => !isNullish(one) && one.k !== 'unknown' && one.k !== 'sym')) return now;
  const declared = fieldType(m, value.of, key);
  if (declared) return declared;
  if (now && !alternatives(now).every(isNullish)) return now;
  if (!value.generic && sites.length > 0) return memberOfInstance(m, genericInstance(m, value.of), key);
  const parent = rootParent(m, value.of);
  const inherited = parent ? sdkMember(sdkValue(parent.sdk, instanceShape(parent), []), key) : null;
  return inherited ?? now ?? memberOfSubclasses(m, value, key) ?? unknown(`no field ${key}`);
}

/** What an abstract class leaves to its subclasses. */
function memberOfSubclasses(m: Machine, { of, generic }: Instance, key: string): Value | null {
  const facts = factsOf(of);
  const binding = of.module.facts.bindings.find((one) => one.k === 'class' && one.cls === of.cls);
  if (!generic || !facts || !binding) return null;
  const all = subtypesOf(m, of.module, binding).map((cls) => genericInstance(m, cls));
  const having = all.filter((one) => methodOf(m, one.of, key, one, false) !== null || one.store.has(key));
  return having.length > 0 ? join(having.map((one) => member(m, one, key))) : null;
}

function instanceShape(parent: SdkValue): SdkValue['shape'] {
  return typeof parent.shape === 'object' && parent.shape.new ? parent.shape.new : parent.shape;
}

/** The SDK class at the top of a class's ancestors, if there is one. */
function rootParent(m: Machine, value: ClassValue): SdkValue | null {
  const parent = parentOf(m, value);
  return parent?.k === 'class' ? rootParent(m, parent) : parent;
}

/** Methods other than the constructor that assign a field. */
function assigners(m: Machine, value: ClassValue, field: string): { readonly module: ClassValue['module']; readonly fn: number }[] {
  const facts = factsOf(value);
  if (!facts) return [];
  const own = Object.hasOwn(facts.assigned, field) ? (facts.assigned[field] ?? []) : [];
  const parent = parentOf(m, value);
  const inherited = parent?.k === 'class' ? assigners(m, parent, field) : [];
  return [...own.filter((fn) => fn !== facts.constructorFn).map((fn) => ({ module: value.module, fn })), ...inherited];
}

const PARTS = new WeakMap<ClassFacts, Map<string, readonly string[]>>();

/** The keys of what a field holds that methods other than the constructor assign: `this.field.key = …`. */
function partsAssigned(m: Machine, value: ClassValue, field: string): readonly string[] {
  const facts = factsOf(value);
  if (!facts) return [];
  let known = PARTS.get(facts);
  if (!known) PARTS.set(facts, (known = new Map<string, readonly string[]>()));
  let own = known.get(field);
  if (!own) {
    const within = Object.entries(facts.assigned).filter(([way, fns]) => way.startsWith(`${field}.`) && fns.some((fn) => fn !== facts.constructorFn));
    known.set(field, (own = within.map(([way]) => way.slice(field.length + 1))));
  }
  const parent = parentOf(m, value);
  return parent?.k === 'class' ? [...own, ...partsAssigned(m, parent, field)] : own;
}

/** Whether the class at the top of a class's ancestors comes from outside the program. */
function isForeign(m: Machine, value: ClassValue): boolean {
  const parent = parentOf(m, value);
  return parent ? parent.k === 'class' && isForeign(m, parent) : factsOf(value)?.extends !== null;
}

function fieldType(m: Machine, value: ClassValue, field: string): Value | null {
  const type = factsOf(value)?.fields.find(({ name, isStatic }) => name === field && !isStatic)?.type;
  const own = type ? valueOfType(m, { module: value.module, ref: type }) : null;
  if (own) return own;
  const parent = parentOf(m, value);
  return parent?.k === 'class' ? fieldType(m, parent, field) : null;
}

function staticMember(m: Machine, value: ClassValue, key: string): Value {
  const declared = declaredMethod(m, value, key);
  if (declared) return declared;
  const method = methodOf(m, value, key, value, true);
  if (method) return method.kind === 'get' ? memberOf.get(m, method.closure, value.env) : method.closure;
  const field = factsOf(value)?.fields.find(({ name, isStatic }) => name === key && isStatic);
  const writers = staticWriters(value, key);
  if (field) {
    const initial = field.value ? staticField(m, value, key, field.value) : UNDEFINED;
    const declared = isNullish(initial) && field.type ? valueOfType(m, { module: value.module, ref: field.type }) : null;
    return declared ?? (writers.length === 0 ? initial : changing(join([initial, ...assignedStatics(m, value, key, writers)])));
  }
  const assigned = assignedStatics(m, value, key, writers);
  if (assigned.length > 0) return changing(join(assigned));
  const parent = parentOf(m, value);
  return parent ? member(m, parent, key) : unknown(`no static ${key}`);
}

const STATICS = new WeakMap<ClassValue['module'], Map<string, Value>>();

/** Notes what is assigned to a static member of a class. */
export function assignStatic({ module, cls }: ClassValue, key: string, value: Value): void {
  let of = STATICS.get(module);
  if (!of) STATICS.set(module, (of = new Map<string, Value>()));
  const name = `${String(cls)}.${key}`;
  const before = of.get(name);
  of.set(name, before ? join([before, value]) : value);
}

/** The functions of a class's module that assign a static member, by the class's name or as `this.key`. */
function staticWriters(value: ClassValue, key: string): readonly number[] {
  const { bindings, changes, classes } = value.module.facts;
  const index = bindings.findIndex((binding) => binding.k === 'class' && binding.cls === value.cls);
  const assigned = classes[value.cls]?.assigned ?? {};
  return [...(changes[index] ?? []).filter(({ path }) => path.length === 1 && path[0] === key).map(({ fn }) => fn), ...(Object.hasOwn(assigned, key) ? (assigned[key] ?? []) : [])];
}

function assignedStatics(m: Machine, value: ClassValue, key: string, writers: readonly number[]): Value[] {
  for (const fn of writers) evaluateOutermost(m, value.module, fn);
  const assigned = STATICS.get(value.module)?.get(`${String(value.cls)}.${key}`);
  return assigned ? [assigned] : [];
}

function staticField(m: Machine, value: ClassValue, key: string, expr: import('../../extract/facts.ts').Expr): Value {
  const memo = `${String(value.cls)}.${key}`;
  const cached = value.module.exportValues.get(memo);
  if (cached) return cached === 'running' ? unknown('cyclic definition') : cached;
  value.module.exportValues.set(memo, 'running');
  const result = evaluate(m, expr, { ...value.env, self: value });
  value.module.exportValues.set(memo, result);
  return result;
}

/** The instance that stands for every instance of a class. */
export function genericInstance(m: Machine, of: ClassValue): Instance {
  const known = of.env === of.module.frame ? of.module.generics.get(of.cls) : undefined;
  if (known) return known;
  const instance: Instance = { k: 'instance', of, store: new Map(), generic: true, given: [] };
  if (of.env === of.module.frame) of.module.generics.set(of.cls, instance);
  summarizeClass(m, instance);
  return instance;
}

function summarizeClass(m: Machine, instance: Instance): void {
  initialiseFields(m, instance, instance.of);
  for (let cls: ClassValue | SdkValue | null = instance.of; cls?.k === 'class'; cls = parentOf(m, cls)) {
    const { constructorFn } = factsOf(cls) ?? {};
    if (constructorFn === null || constructorFn === undefined) continue;
    // A constructor is evaluated by itself once, for its own class: what it leaves there is inherited.
    if (cls !== instance.of && cls.env === cls.module.frame) inheritFields(instance, genericInstance(m, cls));
    else summarize(m, cls.module, constructorFn, instance, cls.env);
    return;
  }
}

function inheritFields(instance: Instance, parent: Instance): void {
  for (const [key, value] of parent.store) if (!instance.store.has(key)) instance.store.set(key, value);
}

/** Sets the fields that a class and its ancestors initialise where they declare them. */
export function initialiseFields(m: Machine, instance: Instance, cls: ClassValue): void {
  const parent = parentOf(m, cls);
  if (parent?.k === 'class') initialiseFields(m, instance, parent);
  const frame: Frame = { ...cls.env, self: instance, fn: cls.env.fn };
  for (const field of factsOf(cls)?.fields ?? []) if (!field.isStatic && field.value) instance.store.set(field.name, evaluate(m, field.value, frame));
}

export const memberOf = {
  /** Calls a getter. */
  get(m: Machine, getter: Value, frame: Frame): Value {
    return callValue(m, getter, [], { frame, place: { file: frame.module.path, at: [0, 0] } });
  },
  /** `super.x`: the parent's methods, bound to this instance. */
  superOf(m: Machine, frame: Frame): Value {
    const self = frame.self;
    const fn = frame.module.facts.functions[frame.fn];
    const cls = fn?.ofClass ?? null;
    if (self?.k !== 'instance' || cls === null) return unknown('super');
    const parent = parentOf(m, { k: 'class', module: frame.module, cls, env: frame.module.frame });
    if (parent?.k === 'class') return { ...self, of: parent };
    return parent ? sdkValue(parent.sdk, instanceShape(parent), []) : unknown('super');
  },
};
