/** Remote procedures: tRPC, oRPC, safe actions. A client that is typed by the router alone calls what stands on the server. */
import type { TypeRef } from '../../extract/facts.ts';
import { bindingValue } from '../evaluate/bindings.ts';
import type { Argument } from '../evaluate/evaluate.ts';
import { callValue } from '../evaluate/invoke.ts';
import type { CallSite, Machine } from '../evaluate/machine.ts';
import { member } from '../evaluate/members.ts';
import { declarationOf } from '../program/subtypes.ts';
import { alternatives, object, OTHERS, unknown, type Closure, type External, type TypeIn, type Value } from '../values/value.ts';

const PROCEDURE = 'procedure:';
const CLIENT = 'client:';
const DEEPEST = 6;

/** Methods that give a procedure its function, and the key under which that gets what a client sends. */
const MAKERS: Readonly<Record<string, string>> = { mutation: 'input', query: 'input', handler: 'input', action: 'parsedInput' };

/** Functions that put procedures together. */
const ROUTER_MAKER = /^(create\w*|merge\w*)?router(s|Factory)?$/i;

/** Types that say of a client, by their first argument, which router it calls. */
const CLIENT_TYPES = new Set(['RouterClient', 'RouterUtils', 'TRPCClient', 'CreateTRPCClient', 'CreateTRPCReact', 'TRPCOptionsProxy']);

/** What runs a procedure with what it is given; and what gives an object whose members do, or that names it as a function. */
const RUNS = new Set(['', 'mutate', 'mutateAsync', 'query', 'call', 'fetch', 'execute', 'executeAsync']);
const GIVES: Readonly<Record<string, readonly string[]>> = {
  useMutation: ['mutate', 'mutateAsync'], useAction: ['execute', 'executeAsync'], mutationOptions: ['mutationFn'],
};

export interface Procedure {
  readonly closure: Closure;
  /** The key of its argument that holds the client's input. */
  readonly key: string;
}

/** `procedure.input(schema).mutation(fn)`, `router({ … })`; null where a call is neither. */
export function callProcedureMaker(m: Machine, receiver: Value | null, name: string, args: readonly Argument[]): Value | null {
  const given = args.at(-1)?.value;
  if (given?.k === 'object' && !given.isArray && ROUTER_MAKER.test(name) && holdsProcedures(given)) return given;
  const key = Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined;
  if (key === undefined || !receiver || given?.k !== 'closure' || !takes(given, key) || alternatives(receiver).some(({ k }) => k === 'object' || k === 'instance' || k === 'sdk')) return null;
  const from = `${PROCEDURE}${given.module.path}:${String(given.fn)}`;
  m.procedures.set(from, { closure: given, key });
  return { k: 'external', from, path: [] };
}

/** Whether a procedure's function reads the client's input. */
function takes({ module, fn }: Closure, key: string): boolean {
  const [param] = module.facts.functions[fn]?.params ?? [];
  return param !== undefined && (param.targets.some(({ path }) => path[0] === key) || (param.name !== '' && key === 'input'));
}

function holdsProcedures(value: Value, depth = 0): boolean {
  return depth < DEEPEST && alternatives(value).some((one) => (one.k === 'external' && one.from.startsWith(PROCEDURE)) || one.k === 'lazy' || (one.k === 'object' && [...one.store.values()].some((part) => holdsProcedures(part, depth + 1))));
}

/** The function behind a procedure; null for other values from outside. */
export function procedureOf(m: Machine, { from }: External): Procedure | null {
  return m.procedures.get(from) ?? null;
}

/** A call of a procedure, or of a method that a client has for it; null for other values from outside. */
export function callProcedure(m: Machine, callee: External, args: readonly Argument[], site: CallSite): Value | null {
  const found = procedureOf(m, callee);
  if (!found) return null;
  const name = callee.path.at(-1) ?? '';
  if (Object.hasOwn(GIVES, name)) return object([...(GIVES[name] ?? []).map((key) => [key, { ...callee, path: [] }] as const), [OTHERS, unknown('what a client gives')]]);
  if (!RUNS.has(name)) return unknown(`result of ${name}`);
  const given = object([[found.key, args[0]?.value ?? unknown('no input')], [OTHERS, unknown('what a procedure gets')]]);
  callValue(m, found.closure, [{ value: given, rest: false }], site);
  return unknown('result of a procedure');
}

/** A client of the router that a type names. */
export function clientOf(type: TypeIn | null | undefined): Value {
  return type ? { k: 'external', from: CLIENT, path: [], typeArg: type } : unknown('a client of an unknown router');
}

/** What a declared type says of a client; null for other types. */
export function clientOfType({ module, ref }: TypeIn): Value | null {
  const argument = ref.k === 'name' && CLIENT_TYPES.has(ref.name) ? ref.args[0] : undefined;
  return argument ? clientOf({ module, ref: argument }) : null;
}

/** A router or a procedure of a client's; null for other values from outside. */
export function memberOfClient(m: Machine, { from, path, typeArg }: External, key: string): Value | null {
  const router = from === CLIENT && path.length === 0 ? routerOf(m, typeArg ?? null) : null;
  return router ? member(m, router, key) : null;
}

/** The router that a type is of: `typeof appRouter`, an object of such types, or an alias. */
export function routerOf(m: Machine, type: TypeIn | null, depth = 0): Value | null {
  if (!type || depth > DEEPEST) return null;
  const { module, ref } = type;
  const follow = (home: TypeIn['module'], to: TypeRef): Value | null => routerOf(m, { module: home, ref: to }, depth + 1);
  if (ref.k === 'typeof') return ref.binding === null ? null : ref.path.reduce((whole: Value, key) => member(m, whole, key), bindingValue(m, ref.binding, module.frame));
  if (ref.k === 'object') {
    const parts = Object.entries(ref.members).flatMap(([key, { type: part }]) => (part?.k === 'typeof' || part?.k === 'object' ? [[key, follow(module, part)] as const] : []));
    const known = parts.flatMap(([key, part]) => (part ? [[key, part] as const] : []));
    return known.length > 0 ? object(known) : null;
  }
  if (ref.k !== 'name' || ref.binding === null) return null;
  if (CLIENT_TYPES.has(ref.name)) return ref.args[0] ? follow(module, ref.args[0]) : null;
  const binding = module.facts.bindings[ref.binding];
  if (binding?.k === 'type') return follow(module, binding.type);
  const file = binding?.k === 'import' ? m.modules.resolve(module.path, binding.specifier) : null;
  if (binding?.k !== 'import' || file === null || !(m.candidates.has(file) || m.names.has(binding.imported))) return null;
  const found = m.modules.findExport(file, binding.imported, module.path);
  const home = found?.k === 'module' ? declarationOf(found.module, found.name)?.binding : null;
  return found?.k === 'module' && home?.k === 'type' ? follow(found.module, home.type) : null;
}
