/** Functions of the language and of well-known libraries through which values pass: one table, by name. */
import { isGlobalObject } from '../sdk-calls/catalogue.ts';
import { noteDecoratorCall, noteProvidedMembers, providedValue, symbolMadeAt } from '../frameworks/decorations.ts';
import type { Argument } from '../evaluate/evaluate.ts';
import { callEmitter } from '../frameworks/emitters.ts';
import { spreadInto } from '../evaluate/evaluate.ts';
import { noteChange } from '../evaluate/execute.ts';
import { Flow } from '../flow/flow.ts';
import { callback } from '../evaluate/invoke.ts';
import { callFunctionMethod, callListMethod } from './library-methods.ts';
import { changeCase } from './library-case.ts';
import { callMapMethod } from './library-maps.ts';
import { later, type CallSite, type Machine } from '../evaluate/machine.ts';
import { exportedValue } from '../evaluate/bindings.ts';
import { genericInstance, member } from '../evaluate/members.ts';
import { callProcedure, clientOf } from '../frameworks/procedures.ts';
import { callTextMethod } from './library-text.ts';
import { concat } from '../values/strings.ts';
import { valueOfType } from '../values/types.ts';
import { alternatives, array, changing, forced, inherit, isNullish, join, literal, needsCall, object, OTHERS, UNDEFINED, unknown, type External, type Store, type Value } from '../values/value.ts';

interface Call {
  readonly m: Machine;
  readonly callee: External;
  readonly args: readonly Value[];
  readonly site: CallSite;
}
type LibraryFunction = (call: Call) => Value;

const first: LibraryFunction = ({ args }) => args[0] ?? UNDEFINED;
const runsFirst: LibraryFunction = ({ m, args, site }) => callback(m, args[0], [], site);
const runsForEffect: LibraryFunction = (call) => (runsFirst(call), UNDEFINED);
/** An effect gives the function that takes it back, which runs some other time. */
const runsWithCleanup: LibraryFunction = (call) => {
  const { m, site } = call;
  const cleanup = runsFirst(call);
  const { flow } = m;
  m.flow = new Flow();
  callback(m, cleanup, [], site);
  m.flow = flow;
  return UNDEFINED;
};
const mutation: LibraryFunction = ({ m, args }) => {
  const options = args[0] ?? UNDEFINED;
  const fn = join(alternatives(options).map((one) => (one.k === 'object' || (one.k === 'sdk' && one.shape !== 'client') ? member(m, one, 'mutationFn') : one)));
  const swr = args[1] ?? UNDEFINED;
  return object([['mutate', fn], ['mutateAsync', fn], ['trigger', swr], [OTHERS, unknown('what a mutation gives')]]);
};

/** A store of Svelte's, which holds its value where `$store` looks for it. */
const store: LibraryFunction = ({ args }) => changing(object([['$', args[0] ?? UNDEFINED]]));

/** A client of the router that the type argument names. */
const client: LibraryFunction = ({ site }) => clientOf(declaredBy(site).typeArg);

function declaredBy({ frame, typeArg }: CallSite): Pick<External, 'typeArg'> {
  return typeArg ? { typeArg: { module: frame.module, ref: typeArg } } : {};
}

/** What a function makes of a value is worked out at once only if no call must be followed for it. */
function whenNeeded(fn: LibraryFunction): LibraryFunction {
  return (call) => (call.args.some(needsCall) ? later(call.m, () => fn(call), true) : fn(call));
}

/** By the last segment of the function's name; a qualified name goes first. */
const FUNCTIONS: Readonly<Record<string, LibraryFunction>> = {
  useCallback: first, useEvent: first, useEffectEvent: first, useMemoizedFn: first, useDebouncedCallback: first, useThrottledCallback: first,
  memo: first, forwardRef: first, observer: first, debounce: first, throttle: first, once: first, memoize: first, cache: first, nullthrows: first,
  useMemo: runsFirst, useState: ({ m, args, site }) => array([stateOf(m, args[0], site), unknown('state setter')]),
  useRef: ({ m, args, site }) => changing(object([['current', orDeclared(m, args[0] ?? UNDEFINED, site)]])),
  useEffect: runsWithCleanup, useLayoutEffect: runsWithCleanup, useInsertionEffect: runsWithCleanup, useMount: runsForEffect, useEffectOnce: runsWithCleanup, useUpdateEffect: runsWithCleanup,
  onMounted: runsForEffect, watchEffect: runsForEffect, nextTick: runsForEffect,
  setTimeout: runsForEffect, setInterval: runsForEffect, setImmediate: runsForEffect, queueMicrotask: runsForEffect, requestIdleCallback: runsForEffect, requestAnimationFrame: runsForEffect,
  startTransition: runsForEffect, after: runsFirst, waitUntil: first, unstable_after: runsFirst,
  createContext: ({ args, site }) => createContext(args[0] ?? UNDEFINED, site), useContext: ({ m, args }) => contextValue(m, args[0]), use: ({ m, args }) => contextValue(m, args[0]),
  inject: ({ m, args, site }) => injected(m, args[0] ?? UNDEFINED, site), Symbol: ({ site }) => symbolMadeAt(site.place), 'Symbol.for': first,
  defineNuxtPlugin: ({ m, args, site }) => (noteProvidedMembers(m, callback(m, pluginOf(m, args[0]), [unknown('the Nuxt app')], site)), unknown('plugin')),
  provide: ({ m, callee, args }) => (noteDecoratorCall(m, callee, 'provide', args), UNDEFINED), setContext: ({ m, callee, args }) => (noteDecoratorCall(m, callee, 'provide', args), args[1] ?? UNDEFINED),
  getContext: ({ m, args, site }) => injected(m, args[0] ?? UNDEFINED, site),
  ref: ({ m, args, site }) => changing(object([['value', orDeclared(m, args[0] ?? UNDEFINED, site)]])), shallowRef: ({ m, args, site }) => changing(object([['value', orDeclared(m, args[0] ?? UNDEFINED, site)]])),
  computed: (call) => object([['value', runsFirst(call)]]), markRaw: first, toRaw: first, defineAsyncComponent: (call) => component(call.m, runsFirst(call)),
  $state: first, '$state.raw': first, $derived: first, '$derived.by': runsFirst, $effect: runsForEffect, '$effect.pre': runsForEffect, onMount: runsForEffect,
  writable: store, readable: store, derived: ({ m, args, site }) => object([['$', callback(m, args[1], [join(forced(args[0] ?? UNDEFINED).map((one) => member(m, one, '$')))], site)]]),
  defineStore: ({ args }) => args.find(({ k }) => k === 'closure') ?? unknown('a store'),
  useMutation: mutation, useSWRMutation: mutation,
  createTRPCReact: client, createTRPCNext: client, createTRPCClient: client, createTRPCProxyClient: client, createTRPCOptionsProxy: client, createORPCClient: client,
  createTRPCContext: ({ callee, site }) => object([['useTRPC', { ...callee, path: ['useTRPC'], ...declaredBy(site) }], [OTHERS, unknown('a part of a context')]]), useTRPC: ({ callee }) => clientOf(callee.typeArg),
  createTanstackQueryUtils: first, createORPCReactQueryUtils: first,
  lazy: (call) => component(call.m, runsFirst(call)), dynamic: (call) => component(call.m, runsFirst(call)),
  'Object.freeze': first, 'Object.seal': first, structuredClone: first, 'Promise.resolve': first, 'Promise.all': first, 'Promise.race': first, 'Array.from': first, readonly: first,
  'JSON.stringify': ({ args }) => encoded(args[0] ?? UNDEFINED, true), 'JSON.parse': ({ args }) => encoded(args[0] ?? UNDEFINED, false),
  'Reflect.get': ({ m, args }) => join(forced(args[1] ?? UNDEFINED).map((key) => member(m, args[0] ?? UNDEFINED, key))),
  'Object.assign': assign, 'Object.keys': whenNeeded(keys), 'Object.values': whenNeeded(({ args }) => join(forced(args[0] ?? UNDEFINED).map(valuesOf))),
  'Object.entries': whenNeeded(({ args }) => join(forced(args[0] ?? UNDEFINED).map(entriesOf))), 'Object.fromEntries': whenNeeded(({ args, m }) => fromEntries(m, args[0] ?? UNDEFINED)),
  __assign: assign, __awaiter: ({ m, args, site }) => callback(m, args[3], [], site),
  String: ({ args }) => concat([args[0] ?? literal('')]),
  'Array.isArray': ({ args }) => listTest(args[0]),
};

export function callLibrary(m: Machine, callee: External, args: readonly Argument[], site: CallSite): Value | null {
  const remote = callProcedure(m, callee, args, site);
  if (remote) return remote;
  const path = callee.from === 'global' && isGlobalObject(callee.path[0] ?? '') ? callee.path.slice(1) : callee.path;
  const name = path.at(-1) ?? '';
  const qualified = path.slice(-2).join('.');
  const fn = Object.hasOwn(FUNCTIONS, qualified) ? FUNCTIONS[qualified] : Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  const values = args.filter(({ rest }) => !rest).map(({ value }) => value);
  return fn ? fn({ m, callee, args: values, site }) : values[0] ? changeCase(callee, values[0]) : null;
}

/** A method that the language gives to any value of a kind; null where the value's own methods are to be looked at. */
export function callLibraryMethod(m: Machine, receiver: Value, name: string, args: readonly Argument[], site: CallSite): Value | null {
  const values = args.filter(({ rest }) => !rest).map(({ value }) => value);
  noteDecoratorCall(m, receiver, name, values);
  callEmitter(m, receiver, name, values, site);
  if (receiver.k !== 'external' && name === 'then') return callback(m, values[0], [receiver], site);
  if (receiver.k !== 'external' && name === 'catch') return join([receiver, callback(m, values[0], [unknown('error')], site)]);
  if (receiver.k !== 'external' && name === 'finally') return (callback(m, values[0], [], site), receiver);
  return callFunctionMethod(m, receiver, name, values, args, site) ?? callMapMethod(m, receiver, name, values, site) ?? callListMethod(m, receiver, name, args, site) ?? callTextMethod(receiver, name, values);
}

/** What is provided under a key; an instance of a class that serves as one. */
function injected(m: Machine, key: Value, site: CallSite): Value {
  const [one] = forced(key);
  if (one?.k === 'class') return genericInstance(m, one);
  return providedValue(m, key) ?? orDeclared(m, UNDEFINED, site, unknown('an injected value'));
}

/** `defineNuxtPlugin(setup)` or `defineNuxtPlugin({ setup })`. */
function pluginOf(m: Machine, plugin: Value | undefined): Value {
  return join(alternatives(plugin ?? UNDEFINED).map((one) => (one.k === 'object' ? member(m, one, 'setup') : one)));
}

/** JSON is followed like what it holds. */
function encoded(value: Value, isJson: boolean): Value {
  return join(alternatives(value).map((one) => (one.k === 'object' ? { ...one, encoded: isJson } : one.k === 'sym' || one.k === 'unknown' || one.k === 'external' ? { ...one, is: isJson ? 'string' : undefined } : one)));
}

function stateOf(m: Machine, initial: Value | undefined, site: CallSite): Value {
  const value = initial ?? UNDEFINED;
  const computed = join(alternatives(value).map((one) => (one.k === 'closure' ? callback(m, one, [], site) : one)));
  return changing(orDeclared(m, computed, site));
}

/** A value, or where it is nothing yet, what its type argument says it becomes. */
function orDeclared(m: Machine, value: Value, site: CallSite, otherwise = value): Value {
  const type = site.typeArg ? { module: site.frame.module, ref: site.typeArg } : null;
  return (isNullish(value) ? valueOfType(m, type) : null) ?? otherwise;
}

function component(m: Machine, loaded: Value): Value {
  return join(forced(loaded).map((one) => (one.k === 'module' ? exportedValue(m, one.module, 'default') : one)));
}

const CONTEXT = 'context:';

function createContext(initial: Value, site: CallSite): Value {
  const id = `${CONTEXT}${site.place.file}:${String(site.place.at[0])}`;
  const part = (name: string): External => ({ k: 'external', from: id, path: [name], ...(site.typeArg && { typeArg: { module: site.frame.module, ref: site.typeArg } }) });
  return object([['Provider', part('Provider')], ['Consumer', part('Consumer')], ['', initial]]);
}

/** The file that makes a context. */
export function contextFile(id: string): string {
  return id.slice(CONTEXT.length, id.lastIndexOf(':'));
}

function contextValue(m: Machine, context: Value | undefined): Value {
  const all = context ? forced(context) : [];
  return join(
    all.map((one) => {
      const provider = one.k === 'object' ? one.store.get('Provider') : undefined;
      if (one.k !== 'object' || provider?.k !== 'external' || !provider.from.startsWith(CONTEXT)) return one.k === 'sym' || one.k === 'unknown' ? unknown('context') : one;
      const provided = m.contexts.get(provider.from);
      const initial = one.store.get('') ?? UNDEFINED;
      // A provider may stand in a file that nothing has led to.
      const known = join([...(isNullish(initial) ? [] : [initial]), provided ?? unknown('context')]);
      const declared = alternatives(known).some((each) => !isNullish(each) && each.k !== 'unknown' && each.k !== 'sym') ? null : valueOfType(m, provider.typeArg ?? null);
      return declared ?? known;
    }),
  );
}

/** Notes what a provider element gives to its context. */
export function provideContext(m: Machine, tag: External, value: Value): void {
  if (!tag.from.startsWith(CONTEXT) || tag.path[0] !== 'Provider') return;
  const before = m.contexts.get(tag.from);
  m.contexts.set(tag.from, before ? join([before, value]) : value);
}

function assign({ m, args }: Call): Value {
  const [target, ...sources] = args;
  for (const one of target ? alternatives(target) : []) if (one.k === 'sym') noteChange(m, one);
  for (const one of target ? alternatives(target) : []) if (one.k === 'object') for (const source of sources) spreadInto(m, one.store, source);
  return target ?? UNDEFINED;
}

function keys({ args }: Call): Value {
  return join(
    forced(args[0] ?? UNDEFINED).map((one): Value => {
      if (one.k !== 'object') return unknown('keys');
      const list = array([...one.store.keys()].filter((key) => key !== OTHERS).map((key) => inherit(literal(key), one)));
      const certain = [...one.store].every(([key, value]) => key !== OTHERS && alternatives(value).every((each) => each.k !== 'literal' || each.value !== undefined));
      if (!certain) list.store.set(OTHERS, unknown('key'));
      else list.store.set('length', literal(one.store.size));
      return list;
    }),
  );
}

function valuesOf(value: Value): Value {
  if (value.k !== 'object') return unknown('values');
  const store: Store = new Map();
  let index = 0;
  for (const [key, part] of value.store) store.set(key === OTHERS ? OTHERS : String(index++), inherit(part, value));
  return { k: 'object', store, isArray: true, literal: null };
}

function entriesOf(value: Value): Value {
  if (value.k !== 'object') return unknown('entries');
  const store: Store = new Map();
  let index = 0;
  for (const [key, part] of value.store) {
    const name = key === OTHERS ? unknown('key') : literal(key);
    store.set(key === OTHERS ? OTHERS : String(index++), array([name, inherit(part, value)]));
  }
  return { k: 'object', store, isArray: true, literal: null };
}

function fromEntries(m: Machine, value: Value): Value {
  const store: Store = new Map();
  for (const one of forced(value)) {
    if (one.k !== 'object') return unknown('entries');
    for (const entry of one.store.values()) {
      const [key] = forced(member(m, entry, '0'));
      store.set(key?.k === 'literal' ? String(key.value) : OTHERS, member(m, entry, '1'));
    }
  }
  return { k: 'object', store, isArray: false, literal: null };
}

function listTest(value: Value | undefined): Value {
  const all = value ? alternatives(value) : [];
  const known = all.every((one) => one.k === 'object' || one.k === 'literal');
  const outcomes = new Set(all.map((one) => one.k === 'object' && one.isArray));
  return known && outcomes.size === 1 ? literal(outcomes.has(true)) : unknown('condition');
}
