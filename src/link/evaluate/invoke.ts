/** Calls: of functions, classes, SDKs, library functions, and of what only a caller knows. */
import type { CallExpr, ClassFacts, FunctionFacts, Stmt } from '../../extract/facts.ts';
import { carriesSdk, isWayToSdk } from '../program/effectful.ts';
import { mayBeEmitter } from '../frameworks/emitters.ts';
import { evaluate, evaluateArgs, keyPlaceOf, placeOf, type Argument } from './evaluate.ts';
import { execute } from './execute.ts';
import { Flow } from '../flow/flow.ts';
import type { Frame } from './frame.ts';
import { considerSink } from '../sdk-calls/http-sink.ts';
import { callLibrary, callLibraryMethod, provideContext } from '../library/library.ts';
import { constructCollection } from '../library/library-maps.ts';
import { DEPTH_LIMIT, functionKey, later, STEP_LIMIT, type CallSite, type Machine, type Summary } from './machine.ts';
import { isInertCall } from './inert.ts';
import { genericInstance, initialiseFields, member, memberOf, parentOf, wholeOf } from './members.ts';
import { callProcedureMaker } from '../frameworks/procedures.ts';
import { callProxy, makeProxy, memberAt } from '../frameworks/proxies.ts';
import { isGlobalNamed, resultOf } from '../library/results.ts';
import { callMethod, callShape } from '../sdk-calls/sdk-call.ts';
import { bindArguments, isFixed, newFrame, summarize } from './summarize.ts';
import { returnType, valueOfType } from '../values/types.ts';
import { considerUnfollowed } from '../claims/unfollowed.ts';
import { usesThis } from '../program/units.ts';
import { sdkValue } from '../sdk-calls/catalogue.ts';
import { alternatives, forced, inherit, join, knownAs, someOf, stamp, UNDEFINED, unknown, type ClassValue, type Closure, type Instance, type Value } from '../values/value.ts';

export function callExpression(m: Machine, expr: CallExpr, frame: Frame): Value {
  const site: CallSite = { frame, place: placeOf(frame, expr), typeArg: expr.typeArg };
  if (expr.callee.k === 'super') return callSuper(m, evaluateArgs(m, expr.args, frame), site);
  if (expr.callee.k === 'member' && !expr.isNew) {
    const { object, key } = expr.callee;
    const declared = m.declared.written(expr.callee, frame);
    if (declared) return stamp(callValue(m, declared, evaluateArgs(m, expr.args, frame), site), site.place);
    const receiver = object.k === 'super' ? memberOf.superOf(m, frame) : evaluate(m, object, frame);
    const name = typeof key === 'string' ? key : evaluate(m, key, frame);
    const args = evaluateArgs(m, expr.args, frame);
    noteHookCallbacks(m, calleeName(expr, frame), args);
    considerUnfollowed(m, expr, calleeName(expr, frame), () => member(m, receiver, name), args, frame);
    const made = typeof name === 'string' ? callProcedureMaker(m, receiver, name, args) : null;
    if (made) return stamp(made, site.place);
    const result = typeof name === 'string' ? callMember(m, receiver, name, args, { ...site, keyPlace: keyPlaceOf(expr.callee, name, frame) }) : callValue(m, memberAt(m, receiver, name, site, site.place), args, site);
    considerSink(m, calleeName(expr, frame), args, site);
    return stamp(typeof name === 'string' ? knownAs(result, { is: resultOf(receiver, name) }) : result, site.place);
  }
  const callee = evaluate(m, expr.callee, frame);
  const args = evaluateArgs(m, expr.args, frame);
  if (expr.isNew) return stamp(construct(m, callee, args, site), site.place);
  noteHookCallbacks(m, calleeName(expr, frame), args);
  considerUnfollowed(m, expr, calleeName(expr, frame), () => callee, args, frame);
  const made = callProcedureMaker(m, null, calleeName(expr, frame), args);
  const result = made ?? callValue(m, callee, args, site);
  considerSink(m, calleeName(expr, frame), args, site);
  return stamp(knownAs(result, { is: resultOf(callee, null) }), site.place);
}

/** The name by which a function is called, as it stands there. */
function calleeName({ callee }: CallExpr, frame: Frame): string {
  if (callee.k === 'ref') return frame.module.facts.bindings[callee.binding]?.name ?? '';
  if (callee.k === 'member') return typeof callee.key === 'string' ? callee.key : '';
  return callee.k === 'global' ? callee.name : '';
}

const HOOK = /^use[A-Z]/;
/** Hooks that give the function back, for a handler to call. */
const KEEPS_FUNCTION = /(Callback|Event|Fn|Handler|Memo|Mutation|Submit)$/;

/** Functions that a hook of the program or of a library is given: it may run them by itself. */
function noteHookCallbacks(m: Machine, name: string, args: readonly Argument[]): void {
  if (!HOOK.test(name) || KEEPS_FUNCTION.test(name)) return;
  for (const { value } of args) if (value.k === 'closure') m.hookCallbacks.add(functionKey(value.module, value.fn));
}

const PROMISE_METHODS = new Set(['then', 'catch', 'finally']);

/** `receiver.name(...args)`. */
function callMember(m: Machine, receiver: Value, name: string, args: readonly Argument[], site: CallSite): Value {
  return join(
    alternatives(receiver).map((one) => {
      if (one.k === 'lazy' && !PROMISE_METHODS.has(name)) {
        if (m.methods.has(name) || addsToList(name, args) || isOfInterest(m, name, args)) return callMember(m, inherit(one.force(), one), name, args, site);
        escapeArguments(m, args, site.frame);
        return later(m, () => callMember(m, one.force(), name, args, site), true);
      }
      const built = callLibraryMethod(m, one, name, args, site);
      if (built) return built;
      if (one.k === 'sym' && one.otherwise) rehearse(m, one.otherwise, (each) => callMember(m, each, name, args, site));
      const method = memberAt(m, one, name, site, site.keyPlace ?? site.place);
      return callValue(m, bindSelf(method, one), args, site);
    }),
  );
}

/** Whether something may come of a call of a method that is not known yet: a tracking function of the program may be handed over. */
function isOfInterest(m: Machine, name: string, args: readonly Argument[]): boolean {
  const values = args.map(({ value }) => value);
  return mayBeEmitter(m, name, values) || values.some((value) => value.k === 'closure' && value.env.fn === 0 && carriesSdk(m, value));
}

/** `list.push({ ... })` on a list from elsewhere: what is added counts. */
function addsToList(name: string, args: readonly Argument[]): boolean {
  return name === 'push' && args.some(({ value, rest }) => rest || value.k === 'object');
}

function bindSelf(method: Value, self: Value): Value {
  if (method.k === 'union') return { ...method, of: method.of.map((one) => bindSelf(one, self)) };
  return method.k === 'closure' && method.self === null && (self.k === 'object' || self.k === 'instance') ? { ...method, self } : method;
}

export function callValue(m: Machine, callee: Value, args: readonly Argument[], site: CallSite): Value {
  switch (callee.k) {
    case 'union':
      return join(alternatives(callee).map((one) => callValue(m, one, args, site)));
    case 'closure':
      return callClosure(m, callee, args, site);
    case 'method':
      return callMethod(m, callee, args, site);
    case 'sdk':
      return callShape(m, callee, args, site);
    case 'external':
      if (m.declared.leadsOn(callee.from, [...callee.path.slice(0, -1), `${callee.path.at(-1) ?? ''}()`])) return { ...callee, path: [...callee.path.slice(0, -1), `${callee.path.at(-1) ?? ''}()`] };
      return callLibrary(m, callee, args, site) ?? outside(m, callee.path.at(-1) ?? callee.from, args, site);
    case 'sym': {
      const summary = m.summaries.get(functionKey(callee.frame.module, callee.frame.fn));
      summary?.calls.add((callee.path[0] === '' ? callee.path[1] : callee.path[0]) ?? '');
      if (callee.otherwise) rehearse(m, callee.otherwise, (each) => callValue(m, each, args, site));
      escapeArguments(m, args, site.frame);
      const type = returnType(m, callee.type);
      return (type && valueOfType(m, type)) ?? { k: 'sym', frame: callee.frame, path: [...callee.path.slice(0, -1), `${callee.path.at(-1) ?? ''}()`], type };
    }
    case 'lazy':
      if (args.some(({ value }) => carriesSdk(m, value))) return callValue(m, inherit(callee.force(), callee), args, site);
      escapeArguments(m, args, site.frame);
      return later(m, () => callValue(m, inherit(callee.force(), callee), args, site), true);
    case 'proxy':
      return callProxy(m, callee, args, UNDEFINED, site);
    case 'module':
      return wholeOf(m, callee.module, (whole) => callValue(m, whole, args, site)) ?? outside(m, 'a module', args, site);
    default:
      return outside(m, 'an unknown function', args, site);
  }
}

/** Calls what a callee may be, where callers decide which: that it depends on them is noted, and nothing is claimed. */
function rehearse(m: Machine, callee: Value, call: (one: Value) => void): void {
  const outer = m.rehearsing;
  m.rehearsing = true;
  call(callee);
  m.rehearsing = outer;
}

/** A call of something that is not seen: functions passed to it may be called. */
function outside(m: Machine, name: string, args: readonly Argument[], site: CallSite): Value {
  escapeArguments(m, args, site.frame);
  return unknown(`result of ${name}`);
}

function escapeArguments(m: Machine, args: readonly Argument[], frame: Frame): void {
  for (const { value } of args) escape(m, value, frame);
}

/** Evaluates functions that leave for unseen code. Those made where a function is evaluated by itself are so, too. */
export function escape(m: Machine, value: Value, frame: Frame): void {
  for (const one of alternatives(value)) {
    if (one.k === 'closure' && one.env.caller) callSometime(m, one, frame);
    if (one.k === 'object' && one.literal) for (const part of one.store.values()) if (part.k === 'closure') escape(m, part, frame);
  }
}

/** A function that unseen code may call, nobody knows when: of a function evaluated for all callers, it is no part of the flow. */
function callSometime(m: Machine, closure: Closure, frame: Frame): void {
  const { module, fn, env } = closure;
  const flow = m.flow;
  if (env.home) m.flow = new Flow();
  callInline(m, closure, [], unknown('argument of a callback'), { frame, place: { file: module.path, at: module.facts.functions[fn]?.at ?? [0, 0] } });
  m.flow = flow;
}

function callClosure(m: Machine, closure: Closure, args: readonly Argument[], site: CallSite): Value {
  const facts = closure.module.facts.functions[closure.fn];
  if (!facts) return unknown('no such function');
  const rest = args.find((arg) => arg.rest)?.value ?? null;
  const values = [...closure.bound, ...args.filter((arg) => !arg.rest).map((arg) => arg.value)];
  if (isInertCall(m, closure, rest ? [...values, rest] : values)) return later(m, () => callInline(m, closure, values, rest, site), true);
  const specific = closure.self?.k === 'instance' && !closure.self.generic ? closure.self : null;
  if (closure.env.fn === 0 && (closure.self?.k !== 'object' || !usesThis(closure.module.facts, closure.fn))) {
    const summary = summarize(m, closure.module, closure.fn, specific ? null : closure.self, closure.env);
    const plain = !summary.open && !summary.changesParameter && !callsIntoSdk(m, summary, facts, values, rest) && !(summary.keeps && values.some((value) => isWayToSdk(m, value, 0)));
    if (summary.state === 'done' && plain && !(specific && isDecidedByMaker(m, specific))) {
      m.flow.within(functionKey(closure.module, closure.fn), site.place, () => summary.flow.nodes.forEach((node) => m.flow.add(node)));
      // What it returns for these arguments is worked out only if that matters.
      return !specific && isFixed(summary.returns, facts) ? inherit(summary.returns, closure) : isActive(summary.returns) ? callInline(m, closure, values, rest, site) : later(m, () => callInline(m, closure, values, rest, site), true);
    }
  }
  return callInline(m, closure, values, rest, site);
}

/** Whether a function calls what it is given, and that leads to an SDK. */
function callsIntoSdk(m: Machine, { calls }: Summary, { params }: FunctionFacts, args: readonly Value[], rest: Value | null): boolean {
  return [...calls].some((name) => {
    const index = params.findIndex((param) => param.name === name || (param.name === '' && param.targets.some(({ path }) => path[0] === name)));
    const given = params[index]?.rest ? [...args.slice(index), ...(rest ? [rest] : [])] : [args[index] ?? rest ?? UNDEFINED];
    return given.some((value) => carriesSdk(m, params[index]?.name === '' ? member(m, value, name) : value));
  });
}

/** Whether what an instance's methods send depends on what its constructor was given. */
function isDecidedByMaker(m: Machine, { of, given }: Instance): boolean {
  for (let found = constructorOf(m, of); found; ) {
    const summary = m.summaries.get(functionKey(found.cls.module, found.fn));
    if (!summary || summary.open || summary.state === 'running') return true;
    const facts = found.cls.module.facts.functions[found.fn];
    if (facts && callsIntoSdk(m, summary, facts, given, null)) return true;
    const parent = parentOf(m, found.cls);
    found = parent?.k === 'class' ? constructorOf(m, parent) : null;
  }
  return false;
}

/** Values through which a callee may reach an SDK. */
function isActive(value: Value, depth = 0): boolean {
  if (depth > 3) return false;
  if (value.k === 'union') return value.of.some((one) => isActive(one, depth));
  if (value.k === 'object') return [...value.store.values()].some((one) => isActive(one, depth + 1));
  return value.k === 'closure' || value.k === 'proxy' || value.k === 'sdk' || value.k === 'method' || value.k === 'instance';
}

function callInline(m: Machine, closure: Closure, args: readonly Value[], rest: Value | null, site: CallSite): Value {
  const { module, fn, env, self } = closure;
  const facts = module.facts.functions[fn];
  if (!facts || site.frame.depth >= DEPTH_LIMIT || m.steps > STEP_LIMIT || isRunning(site.frame, module.path, fn) || isWithinCycle(m, site.frame, functionKey(module, fn))) return unknown('recursion');
  const frame = newFrame(module, fn, { parent: env, self, home: env.home && env.fn !== 0, byFramework: site.byFramework ?? false, caller: site.frame, call: site.place });
  m.flow.within(functionKey(module, fn), site.place, () => {
    bindArguments(m, facts, args, rest, frame);
    const releases = m.summaries.get(functionKey(module, fn))?.releases ?? [];
    if (releases.length === 0) execute(m, facts.body, frame);
    else m.journal.rehearse(() => executeAndRelease(m, facts.body, frame, releases));
  });
  frame.live = false;
  return join(frame.returns.length === 0 ? [UNDEFINED] : frame.returns);
}

/** What a call puts into a queue is sent at once; then the queue is as before. */
function executeAndRelease(m: Machine, body: readonly Stmt[], frame: Frame, releases: readonly Closure[]): void {
  execute(m, body, frame);
  for (const one of releases) callInline(m, one, [], null, { frame, place: frame.call ?? { file: frame.module.path, at: [0, 0] } });
}

function isRunning(frame: Frame, path: string, fn: number): boolean {
  let times = 0;
  for (let at: Frame | null = frame; at; at = at.caller) if (at.fn === fn && at.module.path === path) times++;
  return times >= 2;
}

/** Functions under evaluation that call one another do so along more ways than can be followed: they are followed once. */
function isWithinCycle(m: Machine, frame: Frame, key: string): boolean {
  const isUnderWay = (one: string): boolean => m.summaries.get(one)?.state === 'running';
  if (!isUnderWay(key)) return false;
  for (let at = frame; at.caller; at = at.caller) if (isUnderWay(functionKey(at.module, at.fn))) return true;
  return false;
}

function construct(m: Machine, callee: Value, args: readonly Argument[], site: CallSite): Value {
  return join(
    alternatives(callee).map((one): Value => {
      if (one.k === 'class') return instantiate(m, one, args, site);
      if (one.k === 'sdk') return typeof one.shape === 'object' && one.shape.new ? sdkValue(one.sdk, one.shape.new, args.map((arg) => arg.value)) : unknown('no class');
      if (one.k === 'lazy') return later(m, () => construct(m, one.force(), args, site), true);
      if (one.k === 'module') return wholeOf(m, one.module, (whole) => construct(m, whole, args, site)) ?? unknown('no class');
      if (one.k === 'external' && m.declared.leadsOn(one.from, one.path)) return one;
      if (isGlobalNamed(one, 'Proxy') && args[0]) return makeProxy(m, args[0].value, args[1]?.value ?? UNDEFINED, site);
      const collection = one.k === 'external' && one.from === 'global' ? constructCollection(one.path.at(-1) ?? '', args.map(({ value }) => value)) : null;
      if (collection) return collection;
      escapeArguments(m, args, site.frame);
      return isGlobalNamed(one, 'Date') ? someOf('date') : unknown('instance of an unknown class');
    }),
  );
}

function constructorOf(m: Machine, cls: ClassValue): { readonly cls: ClassValue; readonly fn: number } | null {
  const facts: ClassFacts | undefined = cls.module.facts.classes[cls.cls];
  if (facts && facts.constructorFn !== null) return { cls, fn: facts.constructorFn };
  const parent = parentOf(m, cls);
  return parent?.k === 'class' ? constructorOf(m, parent) : null;
}

function instantiate(m: Machine, cls: ClassValue, args: readonly Argument[], site: CallSite): Value {
  const found = constructorOf(m, cls);
  const takesArguments = found && (found.cls.module.facts.functions[found.fn]?.params.length ?? 0) > 0;
  if (!takesArguments && cls.env.fn === 0) return genericInstance(m, cls);
  const instance: Instance = { k: 'instance', of: cls, store: new Map(), generic: false, given: args.map(({ value }) => value) };
  initialiseFields(m, instance, cls);
  if (found) runConstructor(m, found, instance, args, site);
  return instance;
}

function runConstructor(m: Machine, { cls, fn }: { readonly cls: ClassValue; readonly fn: number }, self: Instance, args: readonly Argument[], site: CallSite): void {
  const closure: Closure = { k: 'closure', module: cls.module, fn, env: cls.env, self, bound: [] };
  callInline(m, closure, args.filter((arg) => !arg.rest).map((arg) => arg.value), args.find((arg) => arg.rest)?.value ?? null, site);
}

function callSuper(m: Machine, args: readonly Argument[], site: CallSite): Value {
  const { frame } = site;
  const cls = frame.module.facts.functions[frame.fn]?.ofClass ?? null;
  const own = cls === null ? null : parentOf(m, { k: 'class', module: frame.module, cls, env: frame.module.frame });
  const found = own?.k === 'class' ? constructorOf(m, own) : null;
  if (found && frame.self?.k === 'instance') runConstructor(m, found, frame.self, args, site);
  return UNDEFINED;
}

/** A JSX element: its component is called with its props, if it does anything with them. */
export function renderElement(m: Machine, tag: Value, props: Value, place: CallSite): void {
  const site: CallSite = { ...place, byFramework: true };
  // A provider tells its context, and a component its props, wherever either is made.
  const tags = props.k === 'object' && (props.store.has('value') || carriesSdk(m, props)) ? forced(tag) : alternatives(tag);
  for (const one of tags) {
    if (one.k === 'external') provideContext(m, one, member(m, props, 'value'));
    if (one.k === 'sym') callValue(m, one, [{ value: props, rest: false }], site);
    if (one.k === 'closure' && one.env.fn === 0) {
      const summary = summarize(m, one.module, one.fn, one.self, one.env);
      const facts = one.module.facts.functions[one.fn];
      if (facts && (summary.open || callsIntoSdk(m, summary, facts, [props], null))) callInline(m, one, [props], null, site);
    } else if (one.k === 'closure') callInline(m, one, [props], null, site);
    else if (one.k === 'sdk') callShape(m, one, [{ value: props, rest: false }], site);
  }
  escape(m, props, site.frame);
}

/** Calls whatever functions a value may be, and gives what they return. */
export function callback(m: Machine, fn: Value | undefined, args: readonly Value[], site: CallSite): Value {
  const functions = fn ? forced(fn).filter((one) => one.k !== 'literal') : [];
  if (functions.length === 0) return UNDEFINED;
  return join(functions.map((one) => callValue(m, one, args.map((value) => ({ value, rest: false })), { ...site, byFramework: true })));
}

