/** Functions evaluated by themselves: parameters stand for what any caller may pass. */
import type { FunctionFacts } from '../../extract/facts.ts';
import { classValue } from './bindings.ts';
import { evaluate } from './evaluate.ts';
import { declare, execute, pick } from './execute.ts';
import { Flow } from '../flow/flow.ts';
import type { Frame } from './frame.ts';
import { apart, functionKey, NESTED_LIMIT, type Machine, type Summary } from './machine.ts';
import { genericInstance } from './members.ts';
import type { Module } from '../program/modules.ts';
import { isRelevant } from '../program/relevance.ts';
import { typedOr } from '../values/types.ts';
import { alternatives, array, inherit, isNullish, join, OTHERS, symbolsIn, UNDEFINED, type Closure, type Sym, type Value } from '../values/value.ts';

/** What a function shows by itself; computed once. While it is under way, what is known so far. */
export function summarize(m: Machine, module: Module, fn: number, self: Value | null = null, env: Frame = module.frame): Summary {
  const key = functionKey(module, fn);
  const known = m.summaries.get(key);
  if (known) return known;
  if (m.nested >= NESTED_LIMIT) return newSummary();
  const facts = module.facts.functions[fn];
  const summary = newSummary();
  m.summaries.set(key, summary);
  if (!m.declared.isEmpty && m.declared.isReplaced(module, fn)) summary.open = true;
  else if (facts) apart(m, module.path, summary.flow, () => (summary.returns = evaluateHome(m, module, fn, facts, self ?? ownSelf(m, module, facts), env)));
  summary.state = 'done';
  return summary;
}

function newSummary(): Summary {
  return { state: 'running', open: false, calls: new Set(), changesParameter: false, returns: UNDEFINED, releases: [], flow: new Flow() };
}

/** The `this` of a class's member that is evaluated by itself. */
function ownSelf(m: Machine, module: Module, facts: FunctionFacts): Value | null {
  if (facts.ofClass === null) return facts.arrow ? holderOf(m, module, facts) : null;
  const cls = classValue(module, facts.ofClass, module.frame);
  const isStatic = module.facts.classes[facts.ofClass]?.methods.some((method) => method.isStatic && module.facts.functions[method.fn] === facts);
  return isStatic ? cls : genericInstance(m, cls);
}

/** The `this` of an arrow function that a class's field holds. */
function holderOf(m: Machine, module: Module, { parent, at }: FunctionFacts): Value | null {
  const index = parent === 0 ? module.facts.classes.findLastIndex((cls) => cls.parent === 0 && at[0] >= cls.at[0] && at[1] <= cls.at[1]) : -1;
  return index < 0 ? null : genericInstance(m, classValue(module, index, module.frame));
}

function evaluateHome(m: Machine, module: Module, fn: number, facts: FunctionFacts, self: Value | null, env: Frame): Value {
  const frame = newFrame(module, fn, { parent: env, self, home: true });
  bindSymbols(m, facts, frame);
  execute(m, facts.body, frame);
  frame.live = false;
  evaluateMade(m, frame);
  return join(frame.returns);
}

/** Evaluates the closures that a frame made by themselves: handlers, effects, callbacks. Assigning ones first. */
export function evaluateMade(m: Machine, frame: Frame): void {
  for (const fn of declaredIn(frame)) summarize(m, frame.module, fn, null, frame);
  const assigning = (closure: Closure): boolean => closure.module.facts.bindings.some((binding) => binding.k === 'variable' && binding.owner === frame.fn && binding.assignedIn.includes(closure.fn));
  const closures = frame.made.splice(0).filter(({ module, fn }) => frame.fn !== 0 || isRelevant(m, module, fn));
  for (const closure of [...closures.filter(assigning), ...closures.filter((one) => !assigning(one))]) summarize(m, closure.module, closure.fn, closure.self, closure.env);
}

/** Functions declared in the body of a frame's function. */
function declaredIn({ module, fn }: Frame): number[] {
  if (fn === 0) return [];
  return module.facts.bindings.flatMap((binding) => (binding.k === 'function' && module.facts.functions[binding.fn]?.parent === fn ? [binding.fn] : []));
}

interface FrameOptions {
  readonly parent: Frame | null;
  readonly self: Value | null;
  readonly home: boolean;
  readonly byFramework?: boolean;
  readonly caller?: Frame;
  readonly call?: Frame['call'];
}

export function newFrame(module: Module, fn: number, { parent, self, home, byFramework, caller, call }: FrameOptions): Frame {
  return {
    module, fn, parent, self, home, byFramework: byFramework ?? false, vars: new Map(), caller: caller ?? null, call: call ?? null,
    depth: caller ? caller.depth + 1 : 0, returns: [], made: [], live: true,
  };
}

function bindSymbols(m: Machine, facts: FunctionFacts, frame: Frame): void {
  for (const param of facts.params) {
    const type = param.type ? { module: frame.module, ref: param.type } : null;
    const symbol: Sym = { k: 'sym', frame, path: [param.name], type };
    const value = param.rest ? restSymbol(symbol) : typedOr(m, type, symbol);
    for (const target of param.targets) if (typeof target.to === 'number') declare(m, target.to, pick(m, value, target, frame), frame);
    if (param.field !== null) setField(frame, param.field, value);
  }
}

function restSymbol(symbol: Sym): Value {
  const list = array([]);
  list.store.set(OTHERS, { ...symbol, path: [...symbol.path, '[]'] });
  return list;
}

/** Binds a function's parameters to a call's arguments, which from then on are known to have come this way. */
export function bindArguments(m: Machine, facts: FunctionFacts, args: readonly Value[], rest: Value | null, frame: Frame): void {
  facts.params.forEach((param, index) => {
    const given = param.rest ? restArguments(args.slice(index), rest) : (args[index] ?? rest ?? UNDEFINED);
    const value = withDefault(m, given, param.fallback, frame);
    for (const target of param.targets) if (typeof target.to === 'number') declare(m, target.to, pick(m, value, target, frame), frame);
    if (param.field !== null) setField(frame, param.field, value);
  });
}

function restArguments(args: readonly Value[], rest: Value | null): Value {
  const list = array(args);
  if (rest) list.store.set(OTHERS, rest);
  return list;
}

function withDefault(m: Machine, given: Value, fallback: FunctionFacts['params'][number]['fallback'], frame: Frame): Value {
  const through = (value: Value): Value => inherit(value, { k: 'unknown', reason: '', through: [frame] });
  const all = alternatives(given);
  const passed = all.filter((one) => !(fallback && one.k === 'literal' && one.value === undefined));
  if (passed.length === all.length || !fallback) return through(given);
  return join([...passed.map(through), evaluate(m, fallback, frame)]);
}

function setField(frame: Frame, field: string, value: Value): void {
  if (frame.self?.k === 'instance') frame.self.store.set(field, value);
}

/** Whether a call may take a function's result as it stands, whatever the arguments. */
export function isFixed(value: Value, facts: FunctionFacts): boolean {
  if (facts.params.length === 0) return true;
  const all = alternatives(value);
  return (all.length === 1 || all.every((one) => one.k !== 'literal' || isNullish(one))) && all.every((one) => ['literal', 'sdk', 'class', 'module', 'external', 'method', 'instance', 'unknown'].includes(one.k) && symbolsIn(one).length === 0);
}
