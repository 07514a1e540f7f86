/** Expressions → values. */
import type { Arg, ChoiceOp, Entry, Expr } from '../../extract/facts.ts';
import { autoImported } from '../frameworks/auto-imports.ts';
import { bindingValue, findVariable, moduleValue } from './bindings.ts';
import { assignTo } from './execute.ts';
import type { Frame } from './frame.ts';
import { callExpression, escape, renderElement } from './invoke.ts';
import { later, type Machine } from './machine.ts';
import { member, memberOf } from './members.ts';
import { memberAt } from '../frameworks/proxies.ts';
import { add, concat, equals, keyIn } from '../values/strings.ts';
import {
  alternatives, array, elements, forced, held, inherit, isNullish, join, knownAs, literal, narrow, OTHERS, someOf, stamp, truthy, UNDEFINED, underKey, unknown, withChanges,
  type Kind, type ObjectValue, type Place, type Store, type Value,
} from '../values/value.ts';

export function placeOf(frame: Frame, expr: Expr): Place {
  return { file: frame.module.path, at: expr.at };
}

export function evaluate(m: Machine, expr: Expr, frame: Frame): Value {
  m.steps++;
  switch (expr.k) {
    case 'literal':
      return typeof expr.value === 'string' ? { ...literal(expr.value), at: placeOf(frame, expr), origin: placeOf(frame, expr) } : { ...literal(expr.value), at: placeOf(frame, expr) };
    case 'template':
      return stamp(concat(expr.parts.map((part) => (typeof part === 'string' ? literal(part) : evaluate(m, part, frame)))), placeOf(frame, expr));
    case 'ref':
      return referenced(m, expr.binding, frame);
    case 'global':
      return m.declared.outside('global', [expr.name]) ?? m.catalogue.global(expr.name) ?? autoImported(m, frame.module.path, expr.name) ?? { k: 'external', from: 'global', path: [expr.name] };
    case 'this':
      return frame.self ?? unknown('this');
    case 'super':
      return frame.self ?? unknown('super');
    case 'member':
      return evaluateMember(m, expr, frame);
    case 'call':
      return callExpression(m, expr, frame);
    case 'object':
      return withChanges(evaluateObject(m, expr.entries, frame, placeOf(frame, expr), expr.call ? { file: frame.module.path, at: expr.call } : null), expr.changes ?? []);
    case 'array':
      return array0(evaluateArgs(m, expr.items, frame));
    case 'choice':
      return evaluateChoice(m, expr, frame);
    case 'binary': {
      const left = evaluate(m, expr.left, frame);
      const right = evaluate(m, expr.right, frame);
      if (expr.op === '+') return stamp(add(left, right), placeOf(frame, expr));
      if (expr.op === 'in') return decided(keyIn(left, right));
      if (expr.op === 'compare') return decided(null);
      if (expr.op === 'arithmetic') return someOf('number', 'operator');
      if (expr.op === 'other') return unknown('operator');
      const equal = equals(left, right);
      return decided(equal === null ? null : equal === (expr.op === '==='));
    }
    case 'not': {
      const value = truthy(evaluate(m, expr.value, frame));
      return decided(value === null ? null : !value);
    }
    case 'assign': {
      const value = evaluate(m, expr.value, frame);
      for (const target of expr.targets) assignTo(m, target, value, frame);
      return value;
    }
    case 'function': {
      const facts = frame.module.facts.functions[expr.id];
      const closure: Value = { k: 'closure', module: frame.module, fn: expr.id, env: frame, self: facts?.arrow ? frame.self : null, bound: [] };
      frame.made.push(closure);
      return closure;
    }
    case 'class':
      return { k: 'class', module: frame.module, cls: expr.id, env: frame };
    case 'jsx': {
      const props = evaluateObject(m, expr.props, frame, placeOf(frame, expr), placeOf(frame, expr));
      if (!expr.tag) escape(m, props, frame);
      else renderElement(m, evaluate(m, expr.tag, frame), props, { frame, place: placeOf(frame, expr) });
      return unknown('element');
    }
    case 'module':
      return moduleValue(m, frame.module, expr.specifier, '*');
    case 'unknown': {
      const parts = expr.parts.map((part) => evaluate(m, part, frame));
      return expr.reason === 'sequence' ? (parts.at(-1) ?? UNDEFINED) : knownAs(unknown(expr.reason), { is: OPERATORS[expr.reason] });
    }
  }
}

/** What expressions give of which only the operator is known. */
const OPERATORS: Readonly<Record<string, Kind>> = { number: 'number', typeof: 'string' };

/** What a name stands for, or where that is not known, the wrapper that is declared to be called by it. */
function referenced(m: Machine, index: number, frame: Frame): Value {
  const value = bindingValue(m, index, frame);
  const declared = m.declared.isEmpty ? null : m.declared.named(frame.module.facts.bindings[index]?.name ?? '');
  return declared && forced(value).every((one) => one.k === 'unknown' || one.k === 'external') ? declared : value;
}

function decided(value: boolean | null): Value {
  return value === null ? someOf('boolean', 'condition') : literal(value);
}

function evaluateMember(m: Machine, expr: Extract<Expr, { k: 'member' }>, frame: Frame): Value {
  const declared = m.declared.written(expr, frame);
  if (declared) return stamp(declared, placeOf(frame, expr));
  const object = expr.object.k === 'super' ? memberOf.superOf(m, frame) : evaluate(m, expr.object, frame);
  const key = typeof expr.key === 'string' ? expr.key : evaluate(m, expr.key, frame);
  const place = placeOf(frame, expr);
  const part = memberAt(m, object, key, { frame, place }, typeof key === 'string' ? keyPlaceOf(expr, key, frame) : place);
  return stamp(key === 'length' ? knownAs(part, { is: 'number' }) : part, placeOf(frame, expr));
}

/** Where the key of a member expression stands: at its end. */
export function keyPlaceOf({ at }: Expr, key: string, frame: Frame): Place {
  return { file: frame.module.path, at: [Math.max(at[0], at[1] - key.length), at[1]] };
}

/** An argument: its value, stamped with the expression that gives it; arrays spread where they are known. */
export interface Argument {
  readonly value: Value;
  /** Stands for any number of further arguments. */
  readonly rest: boolean;
}

export function evaluateArgs(m: Machine, args: readonly Arg[], frame: Frame): Argument[] {
  return args.flatMap(({ value: expr, spread }): Argument[] => {
    const value = evaluate(m, expr, frame);
    if (!spread) return [{ value: stamp(value, placeOf(frame, expr)), rest: false }];
    const list = value.k === 'lazy' ? value.force() : value;
    if (list.k !== 'object') return [{ value: member(m, list, OTHERS), rest: true }];
    const { items, open } = elements(list);
    return [...items.map((item) => ({ value: item, rest: false })), ...(open ? [{ value: open, rest: true }] : [])];
  });
}

function array0(args: readonly Argument[]): ObjectValue {
  const value = array(args.filter(({ rest }) => !rest).map((arg) => arg.value));
  const open = args.filter(({ rest }) => rest).map((arg) => arg.value);
  if (open.length > 0) value.store.set(OTHERS, join(open));
  return value;
}

function evaluateObject(m: Machine, entries: readonly Entry[], frame: Frame, place: Place, call: Place | null): ObjectValue {
  const store: Store = new Map();
  for (const entry of entries) {
    if ('spread' in entry) spreadInto(m, store, evaluate(m, entry.spread, frame));
    else setEntry(m, store, entry, frame);
  }
  return { k: 'object', store, isArray: false, literal: { call: call ?? place, frame }, at: place };
}

function setEntry(m: Machine, store: Store, entry: Extract<Entry, { key: unknown }>, frame: Frame): void {
  const value = stamp(evaluate(m, entry.value, frame), placeOf(frame, entry.value));
  const given = entry.getter ? later(m, () => memberOf.get(m, value, frame)) : value;
  const got = entry.at ? underKey(given, { file: frame.module.path, at: entry.at }) : given;
  if (typeof entry.key === 'string') {
    store.set(entry.key, got);
    return;
  }
  const keys = alternatives(evaluate(m, entry.key, frame));
  for (const key of keys) {
    if (key.k === 'literal') store.set(String(key.value), keys.length === 1 ? got : join([got, UNDEFINED]));
    else store.set(OTHERS, join([...known(store.get(OTHERS)), got]));
  }
}

function known(value: Value | undefined): readonly Value[] {
  return value ? [value] : [];
}

/** `{ ...value }`: keys that only some alternatives have may be absent afterwards. */
export function spreadInto(m: Machine, store: Store, value: Value): void {
  const sources = alternatives(value).filter((one) => truthy(one) !== false);
  const certain = sources.length === 1 && alternatives(value).length === 1;
  for (const source of sources) {
    const whole = source.k === 'instance' ? { ...source, k: 'object' as const, isArray: false, literal: null } : source;
    if (whole.k === 'object')
      for (const [key, part] of whole.store) {
        const came = inherit(held(whole, key, part), whole);
        const before = store.get(key);
        store.set(key, key === OTHERS || !certain ? join([...(key === OTHERS ? known(before) : [before ?? UNDEFINED]), came]) : came);
      }
    else {
      store.set(OTHERS, join([...known(store.get(OTHERS)), whole]));
      // What was absent before may be there now.
      for (const [key, before] of store) if (key !== OTHERS && alternatives(before).every(isNullish)) store.set(key, join([before, member(m, whole, key)]));
    }
  }
}

function evaluateChoice(m: Machine, expr: Extract<Expr, { k: 'choice' }>, frame: Frame): Value {
  const test = evaluate(m, expr.test, frame);
  const decision = expr.op === '??' ? notNullish(test) : truthy(test);
  const results: Value[] = [];
  const then = (): Value => (expr.op === '||' || expr.op === '??' ? test : whereTrue(m, expr.test, frame, () => evaluate(m, expr.then, frame)));
  const otherwise = (): Value => (expr.op === '&&' ? test : evaluate(m, expr.else, frame));
  if (decision !== null) return decision ? then() : otherwise();
  const keep = expr.op === '??' ? (one: Value) => !isNullish(one) : (one: Value) => truthy(one) !== false;
  m.flow.fork(
    [
      () => void results.push(expr.op === '||' || expr.op === '??' ? narrow(test, keep) : then()),
      () => void results.push(expr.op === '&&' ? whereFalse(test) : otherwise()),
    ],
    { k: 'if', frame, test: expr.test },
    m.journal,
  );
  const [, otherwiseGiven] = results;
  const late = alternatives(test).filter((one) => one.k === 'lazy');
  // Whether a plain default is used can be told as soon as the value is known.
  if ((expr.op === '||' || expr.op === '??') && late.length > 0 && otherwiseGiven?.k === 'literal') return later(m, () => orDefault(join(forced(test)), otherwiseGiven, expr.op), late.some(({ calls }) => calls));
  return join(results);
}

function orDefault(value: Value, otherwise: Value, op: ChoiceOp): Value {
  const decision = op === '??' ? notNullish(value) : truthy(value);
  if (decision !== null) return decision ? value : otherwise;
  return join([narrow(value, (one) => (op === '??' ? !isNullish(one) : truthy(one) !== false)), otherwise]);
}

/** What `a && b` is when `a` is falsy: that matters only as something absent. */
function whereFalse(test: Value): Value {
  return join(alternatives(test).filter((one) => truthy(one) !== true).map((one) => (one.k === 'literal' ? one : UNDEFINED)));
}

function notNullish(value: Value): boolean | null {
  const all = alternatives(value);
  if (all.every(isNullish)) return false;
  return all.some((one) => isNullish(one) || truthy(one) === null) ? null : true;
}

/** Evaluates where a test has held: a variable that was tested is no longer falsy. */
export function whereTrue<T>(m: Machine, test: Expr, frame: Frame, run: () => T): T {
  if (test.k === 'choice' && test.op === '&&') return whereTrue(m, test.test, frame, () => whereTrue(m, test.then, frame, run));
  const variable = test.k === 'ref' ? findVariable(test.binding, frame) : null;
  const value = variable?.vars.get(test.k === 'ref' ? test.binding : -1);
  if (variable && test.k === 'ref' && value?.k === 'union')
    m.journal.write(variable.vars, test.binding, narrow(value, (one) => truthy(one) !== false));
  return run();
}
