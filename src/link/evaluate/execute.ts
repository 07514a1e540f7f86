/** Statements: in order, branches tried and merged, loops over known lists run element by element. */
import type { Expr, Stmt, Target } from '../../extract/facts.ts';
import { assignModuleVariable, bindingValue, findVariable } from './bindings.ts';
import { noteAssignedMember } from '../frameworks/decorations.ts';
import { evaluate, placeOf, spreadInto, whereTrue } from './evaluate.ts';
import type { Completion, Frame } from './frame.ts';
import { itemsOf } from '../values/lists.ts';
import { functionKey, type Machine } from './machine.ts';
import { assignStatic, member } from './members.ts';
import { noteReader } from '../frameworks/queues.ts';
import { equals } from '../values/strings.ts';
import { valueOfType } from '../values/types.ts';
import {
  alternatives, array, changing, elements, inherit, isNullish, join, knownAs, literal, OTHERS, stamp, truthy, UNDEFINED, underKey, unknown,
  type Store, type Sym, type Value,
} from '../values/value.ts';

export function execute(m: Machine, body: readonly Stmt[], frame: Frame): Completion {
  for (const statement of body) {
    const completion = executeOne(m, statement, frame);
    if (completion !== 'next') return completion;
  }
  return 'next';
}

function executeOne(m: Machine, statement: Stmt, frame: Frame): Completion {
  switch (statement.k) {
    case 'do':
      evaluate(m, statement.value, frame);
      return 'next';
    case 'bind':
      bind(m, statement, frame);
      return 'next';
    case 'if':
      return executeIf(m, statement, frame);
    case 'loop':
      return executeLoop(m, statement, frame);
    case 'switch':
      return executeSwitch(m, statement, frame);
    case 'try': {
      const completion = execute(m, statement.body, frame);
      const after = m.flow.fork([() => completion, () => execute(m, statement.handler, frame)], null, m.journal);
      const last = execute(m, statement.final, frame);
      return last === 'next' ? after : last;
    }
    case 'return':
      frame.returns.push(statement.value ? stamp(evaluate(m, statement.value, frame), placeOf(frame, statement.value)) : UNDEFINED);
      m.flow.exit();
      return 'return';
    case 'throw':
      evaluate(m, statement.value, frame);
      m.flow.fail();
      return 'throw';
    case 'jump':
      return statement.how;
    case 'block':
      return execute(m, statement.body, frame);
  }
}

function bind(m: Machine, statement: Extract<Stmt, { k: 'bind' }>, frame: Frame): void {
  const isModule = frame.fn === 0 && statement.targets.some(({ to }) => typeof to === 'number' && frame.module.declarations.get(to) === statement);
  if (isModule) {
    for (const { to } of statement.targets) if (typeof to === 'number') bindingValue(m, to, frame);
    return;
  }
  const given = statement.value ? stamp(evaluate(m, statement.value, frame), placeOf(frame, statement.value)) : UNDEFINED;
  const declared = isUnseen(given) && statement.type ? valueOfType(m, { module: frame.module, ref: statement.type }) : null;
  const value = declared ?? (statement.type ? knownAs(given, { type: { module: frame.module, ref: statement.type } }) : given);
  for (const target of statement.targets) {
    const part = declaredPart(m, statement.value, target, frame) ?? pick(m, value, target, frame);
    if (typeof target.to === 'number') declare(m, target.to, part, frame);
    else assignTo(m, { ...target, path: [], fallback: null }, part, frame);
  }
}

/** The wrapper that a name is declared for which a pattern takes from a value: `const { capture } = useTelemetry()`. */
export function declaredPart(m: Machine, from: Expr | null, { path }: Target, frame: Frame): Value | null {
  return m.declared.isEmpty || !from || path.length === 0 ? null : m.declared.written(from, frame, path.filter((step) => typeof step === 'string'));
}

/** What only a declared type can tell about. */
export function isUnseen(value: Value): boolean {
  return value.k === 'unknown' || (value.k === 'external' && value.from === 'global');
}

/** Gives a variable its first value. */
export function declare(m: Machine, binding: number, value: Value, frame: Frame): void {
  m.journal.write((findVariable(binding, frame) ?? frame).vars, binding, value);
}

/** The part of a value that a target of a pattern takes, with its default. */
export function pick(m: Machine, value: Value, target: Target, frame: Frame): Value {
  let part = value;
  for (const step of target.path) part = typeof step === 'string' ? member(m, part, step) : without(m, part, step.rest);
  if (!target.fallback) return part;
  const all = alternatives(part);
  const given = all.filter((one) => !(one.k === 'literal' && one.value === undefined));
  if (given.length === all.length) return part;
  return join([...given, stamp(evaluate(m, target.fallback, frame), placeOf(frame, target.fallback))]);
}

/** The rest of a value: all but the keys named, or from an index on. */
function without(m: Machine, value: Value, rest: readonly string[] | number): Value {
  const parts = alternatives(value).map((one): Value => {
    if (one.k !== 'object') {
      const store: Store = new Map();
      if (typeof rest === 'object') spreadInto(m, store, one);
      else if (!isNullish(one)) store.set(OTHERS, member(m, one, '[]'));
      return { k: 'object', store, isArray: typeof rest === 'number', literal: null };
    }
    if (typeof rest === 'number') {
      const { items, open } = elements(one);
      const list = array(items.slice(rest));
      if (open) list.store.set(OTHERS, open);
      return inherit(list, one);
    }
    return { ...one, store: new Map([...one.store].filter(([key]) => !rest.includes(key))) };
  });
  return join(parts);
}

/** `target = value`, for a variable or a member. */
export function assignTo(m: Machine, target: Target, value: Value, frame: Frame): void {
  const part = pick(m, value, target, frame);
  if (typeof target.to === 'number') assignVariable(m, target.to, part, frame);
  else if (target.to.k === 'member') assignMember(m, target.to, part, frame);
}

function assignVariable(m: Machine, index: number, value: Value, frame: Frame): void {
  const binding = frame.module.facts.bindings[index];
  if (binding?.k === 'variable' && binding.owner === 0 && frame.module.declarations.has(index)) {
    assignModuleVariable(m, frame, index, value);
    return;
  }
  const owner = findVariable(index, frame) ?? frame;
  // A variable of a surrounding function may be read before or after: both values stay possible.
  const before = owner === frame ? undefined : owner.vars.get(index);
  m.journal.write(owner.vars, index, before && !isNullish(before) ? join([before, value]) : value);
}

function assignMember(m: Machine, target: Extract<Expr, { k: 'member' }>, value: Value, frame: Frame): void {
  const whole = evaluate(m, target.object, frame);
  const key = typeof target.key === 'string' ? literal(target.key) : evaluate(m, target.key, frame);
  const put = underKey(value, placeOf(frame, target));
  const objects = alternatives(whole);
  for (const one of objects) {
    if (one.k === 'sym') noteChange(m, one);
    if (one.k === 'class' && key.k === 'literal') assignStatic(one, String(key.value), value);
    if (key.k === 'literal') noteAssignedMember(m, one, target.object.k === 'member' && typeof target.object.key === 'string' ? target.object.key : '', String(key.value), value);
    if (one.k !== 'object' && one.k !== 'instance') continue;
    const keys = alternatives(key);
    for (const each of keys) {
      const name = each.k === 'literal' ? String(each.value) : OTHERS;
      const certain = objects.length === 1 && keys.length === 1 && name !== OTHERS && !(one.k === 'instance' && one.generic);
      const before = one.store.get(name);
      const kept = certain || (!before && name === OTHERS) || (before && isNullish(before) && one.k === 'instance') ? [] : [before ?? UNDEFINED];
      const written = join([...kept.filter((old) => one.k === 'object' || !isNullish(old)), put]);
      if (one.k === 'instance') m.journal.writeField(one.store, name, written);
      else m.journal.write(one.store, name, written);
    }
  }
}

/** Notes that a function changes what a caller passes. */
export function noteChange(m: Machine, { frame }: Sym): void {
  const summary = m.summaries.get(functionKey(frame.module, frame.fn));
  if (summary) summary.changesParameter = true;
}

function executeIf(m: Machine, statement: Extract<Stmt, { k: 'if' }>, frame: Frame): Completion {
  const decision = truthy(evaluate(m, statement.test, frame));
  if (decision !== null) return execute(m, decision ? statement.then : statement.else, frame);
  return m.flow.fork(
    [() => whereTrue(m, statement.test, frame, () => execute(m, statement.then, frame)), () => execute(m, statement.else, frame)],
    { k: 'if', frame, test: statement.test },
    m.journal,
  );
}

function executeLoop(m: Machine, statement: Extract<Stmt, { k: 'loop' }>, frame: Frame): Completion {
  const over = statement.over ? evaluate(m, statement.over, frame) : UNDEFINED;
  const items = statement.keys ? null : itemsOf(over);
  for (const one of alternatives(over)) if (one.k === 'object') noteReader(one.store, frame);
  const run = (item: Value): Completion => {
    for (const target of statement.targets) if (typeof target.to === 'number') declare(m, target.to, pick(m, item, target, frame), frame);
    return execute(m, statement.body, frame);
  };
  for (const item of items?.items ?? []) {
    const completion = run(item);
    if (completion === 'return' || completion === 'throw') return completion;
    if (completion === 'break') return 'next';
  }
  if (items && !items.open) return 'next';
  for (const index of assignedIn(statement.body)) {
    const owner = findVariable(index, frame);
    const before = owner?.vars.get(index);
    if (owner && before) m.journal.write(owner.vars, index, changing(before));
  }
  m.flow.fork([() => jumpEnds(run(items?.open ?? unknownItem(m, over, statement.keys))), () => 'next'], statement.over && { k: 'loop', frame, test: statement.over }, m.journal);
  return 'next';
}

const ASSIGNED = new WeakMap<readonly Stmt[], readonly number[]>();

/** The variables that a loop's body assigns: they may have changed when it runs again. */
function assignedIn(body: readonly Stmt[]): readonly number[] {
  const known = ASSIGNED.get(body);
  if (known) return known;
  const found = new Set<number>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (node !== null && typeof node === 'object') {
      if ('k' in node && node.k === 'assign') for (const { to } of (node as Extract<Expr, { k: 'assign' }>).targets) if (typeof to === 'number') found.add(to);
      Object.values(node).forEach(visit);
    }
  };
  visit(body);
  ASSIGNED.set(body, [...found]);
  return [...found];
}

function jumpEnds(completion: Completion): Completion {
  return completion === 'break' || completion === 'continue' ? 'next' : completion;
}

function unknownItem(m: Machine, over: Value, keys: boolean): Value {
  if (keys) return unknown('key of an object');
  return over.k === 'sym' || over.k === 'lazy' ? member(m, over, OTHERS) : unknown('element of an unknown list');
}

function executeSwitch(m: Machine, statement: Extract<Stmt, { k: 'switch' }>, frame: Frame): Completion {
  const value = evaluate(m, statement.value, frame);
  const { cases } = statement;
  const run = (from: number): Completion => {
    for (const { body } of cases.slice(from)) {
      const completion = execute(m, body, frame);
      if (completion !== 'next') return completion === 'break' ? 'next' : completion;
    }
    return 'next';
  };
  const tests = cases.map(({ test }) => (test ? equals(value, evaluate(m, test, frame)) : false));
  const otherwise = cases.findIndex(({ test }) => test === null);
  const certain = tests.indexOf(true);
  if (certain >= 0 && !tests.slice(0, certain).includes(null)) return run(certain);
  const possible = tests.flatMap((test, index) => (test === false ? [] : [index]));
  const branches = possible.map((index) => () => run(index));
  if (certain < 0) branches.push(otherwise >= 0 ? () => run(otherwise) : () => 'next');
  return branches.length === 1 && branches[0] ? branches[0]() : m.flow.fork(branches, { k: 'switch', frame, test: statement.value }, m.journal);
}
