/** Declared types, where no value is known: SDK clients, classes of the program, and sets of strings. */
import type { Binding } from '../../extract/facts.ts';
import { bindingValue, classValue, isSdkFrom } from '../evaluate/bindings.ts';
import type { Machine } from '../evaluate/machine.ts';
import { functionKey } from '../evaluate/machine.ts';
import { genericInstance, member } from '../evaluate/members.ts';
import type { Module } from '../program/modules.ts';
import { callValue } from '../evaluate/invoke.ts';
import { sdkValue } from '../sdk-calls/catalogue.ts';
import { clientOfType } from '../frameworks/procedures.ts';
import { declarationOf, subtypesOf } from '../program/subtypes.ts';
import { alternatives, array, forced, join, OTHERS, type TypeIn, type Value } from './value.ts';

const DEEPEST = 6;

/** The client or instance that a type names; null for types that say nothing of either. */
export function valueOfType(m: Machine, type: TypeIn | null, depth = 0): Value | null {
  if (!type || depth > DEEPEST) return null;
  const { module, ref } = type;
  switch (ref.k) {
    case 'name':
      if (clientOfType(type)) return clientOfType(type);
      if (ref.name === 'ReturnType' || ref.name === 'InstanceType') return ref.args[0] ? returned(m, { module, ref: ref.args[0] }, depth) : null;
      return valueOfName(m, type, depth);
    case 'union':
    case 'intersection': {
      const known = ref.of.map((one) => valueOfType(m, { module, ref: one }, depth + 1)).filter((one) => one !== null);
      return known.length === 0 ? null : join(known);
    }
    case 'member':
      return ref.key === null ? null : valueOfType(m, memberType(m, { module, ref: ref.of }, ref.key), depth + 1);
    case 'typeof': {
      if (ref.binding === null) return null;
      const value = forced(ref.path.reduce((whole: Value, key) => member(m, whole, key), bindingValue(m, ref.binding, module.frame)));
      return value.length > 0 && value.every((one) => one.k === 'sdk' || one.k === 'instance') ? join(value) : null;
    }
    case 'array': {
      const of = valueOfType(m, ref.of ? { module, ref: ref.of } : null, depth + 1);
      if (!of) return null;
      const list = array([]);
      list.store.set(OTHERS, of);
      return list;
    }
    default:
      return null;
  }
}

/** What a type says of a value that only a caller knows. Of an intersection the type may know but a part. */
export function typedOr(m: Machine, type: TypeIn | null, symbol: Value): Value {
  const known = valueOfType(m, type);
  return known && type?.ref.k === 'intersection' ? join(alternatives(known).map((one) => (one.k === 'object' && !one.isArray ? { ...one, store: new Map(one.store).set(OTHERS, symbol) } : one))) : (known ?? symbol);
}

/** `ReturnType<typeof f>`. */
function returned(m: Machine, type: TypeIn, depth: number): Value | null {
  if (depth > DEEPEST || type.ref.k !== 'typeof' || type.ref.binding === null) return null;
  const callee = forced(bindingValue(m, type.ref.binding, type.module.frame)).filter((one) => one.k === 'sdk' || one.k === 'closure');
  if (callee.length === 0 || callee.some((one) => one.k === 'closure' && m.summaries.get(functionKey(one.module, one.fn))?.state === 'running')) return null;
  const results = callee.flatMap((one) => forced(callValue(m, one, [], { frame: type.module.frame, place: { file: type.module.path, at: [0, 0] } })));
  const known = results.filter((one) => one.k === 'sdk' || one.k === 'instance' || one.k === 'object');
  return known.length === 0 ? null : join(known);
}

function valueOfName(m: Machine, type: TypeIn, depth: number): Value | null {
  const known = valueOfKnownName(m, type, depth);
  if (known || m.declared.isEmpty || type.ref.k !== 'name') return known;
  const { name, binding, member: part } = type.ref;
  const from = binding === null ? undefined : type.module.facts.bindings[binding];
  return m.declared.ofType(part ?? (from?.k === 'import' && from.imported !== 'default' ? from.imported : name));
}

function valueOfKnownName(m: Machine, type: TypeIn, depth: number): Value | null {
  const { module, ref } = type;
  if (ref.k !== 'name') return null;
  if (ref.binding === null) return m.catalogue.ambientType(ref.name);
  const binding = module.facts.bindings[ref.binding];
  if (binding?.k === 'class') return genericInstance(m, classValue(module, binding.cls, module.frame));
  if (binding?.k === 'type') return valueOfDeclared(m, module, binding, depth);
  if (binding?.k !== 'import') return null;
  if (isSdkFrom(m, module, binding.specifier)) return instanceOfSdk(m, binding.specifier, ref.member ?? binding.imported);
  const file = m.modules.resolve(module.path, binding.specifier);
  const name = ref.member ?? binding.imported;
  const matters = file !== null && (m.candidates.has(file) || m.names.has(name) || name === 'default');
  const found = matters ? m.modules.findExport(file, name, module.path) : null;
  if (found?.k === 'package') return instanceOfSdk(m, found.specifier, found.name);
  if (found?.k !== 'module') return null;
  const home = m.candidates.has(found.module.path) ? declarationOf(found.module, found.name) : null;
  if (home?.binding.k === 'type') return valueOfDeclared(m, found.module, home.binding, depth);
  if (home?.binding.k === 'class') return genericInstance(m, classValue(found.module, home.binding.cls, found.module.frame));
  return null;
}

function valueOfDeclared(m: Machine, module: Module, binding: Extract<Binding, { k: 'type' }>, depth: number): Value | null {
  if (binding.type.k !== 'object') return valueOfType(m, { module, ref: binding.type }, depth + 1);
  const own = subtypesOf(m, module, binding).map((cls) => genericInstance(m, cls));
  if (own.length > 0) return join(own);
  const parents = binding.extends.map((parent) => valueOfType(m, { module, ref: parent }, depth + 1)).filter((one) => one !== null);
  return parents.length > 0 ? join(parents) : null;
}

function instanceOfSdk(m: Machine, specifier: string, name: string): Value | null {
  const exported = m.catalogue.exported(specifier, name);
  if (exported?.k !== 'sdk') return null;
  const { sdk, shape } = exported;
  return typeof shape === 'object' && shape.new ? sdkValue(sdk, shape.new) : shape === 'client' ? exported : null;
}

/** A type's declaration, through aliases and imports; null where it is not in the program's candidates. */
export function expand(m: Machine, type: TypeIn, depth = 0): TypeIn | null {
  const { module, ref } = type;
  if (ref.k !== 'name' || ref.binding === null || depth > DEEPEST) return type;
  const binding = module.facts.bindings[ref.binding];
  if (binding?.k === 'type') return binding.type.k === 'name' ? expand(m, { module, ref: binding.type }, depth + 1) : { module, ref: binding.type };
  if (binding?.k !== 'import') return null;
  const file = m.modules.resolve(module.path, binding.specifier);
  const found = file === null ? null : m.modules.findExport(file, binding.imported, module.path);
  const home = found?.k === 'module' ? declarationOf(found.module, found.name) : null;
  if (home?.binding.k === 'enum') return type;
  return found?.k === 'module' && home?.binding.k === 'type' ? expand(m, { module: found.module, ref: home.binding.type }, depth + 1) : null;
}

/** The type of a member of a type. */
export function memberType(m: Machine, type: TypeIn | null, key: string): TypeIn | null {
  return type && isWorthExpanding(m, type) ? memberTypeAnywhere(m, type, key, memberType) : null;
}

/** The same, also where the type's file has to be read for it. */
export function memberTypeAnywhere(m: Machine, type: TypeIn | null, key: string, next: typeof memberType = memberTypeAnywhere): TypeIn | null {
  const whole = type && expand(m, type);
  if (!whole) return null;
  const { module, ref } = whole;
  if (ref.k === 'object') {
    const found = Object.hasOwn(ref.members, key) ? ref.members[key]?.type : undefined;
    return found ? { module, ref: found } : null;
  }
  if (ref.k === 'array') return ref.of ? { module, ref: ref.of } : null;
  if (ref.k !== 'union' && ref.k !== 'intersection') return null;
  const found = ref.of.map((one) => next(m, { module, ref: one }, key)).filter((one) => one !== null);
  const [first] = found;
  const isHere = ref.k === 'union' && found.length > 1 && found.every((one) => one.module === first?.module);
  return first && isHere ? { module: first.module, ref: { k: 'union', of: found.map((one) => one.ref) } } : (first ?? null);
}

/** Types of files that nothing else reads are not worth reading them for. */
function isWorthExpanding(m: Machine, type: TypeIn): boolean {
  if (type.ref.k !== 'name' || type.ref.binding === null) return true;
  const binding = type.module.facts.bindings[type.ref.binding];
  const file = binding?.k === 'import' ? m.modules.resolve(type.module.path, binding.specifier) : null;
  return file === null || m.candidates.has(file);
}

/** What calling a value of a function type gives. */
export function returnType(m: Machine, type: TypeIn | null): TypeIn | null {
  const whole = type && isWorthExpanding(m, type) ? expand(m, type) : null;
  return whole?.ref.k === 'function' && whole.ref.returns ? { module: whole.module, ref: whole.ref.returns } : null;
}
