/** Calls that cannot matter: of functions that lead to no SDK, with values that lead to none, and that stay as they are. */
import type { FileFacts } from '../../extract/facts.ts';
import { carriesSdk } from '../program/effectful.ts';
import type { Machine } from './machine.ts';
import { isRelevant } from '../program/relevance.ts';
import type { Closure, Value } from '../values/value.ts';

const DEEPEST = 4;

/** Methods by which a list, a map or an object is changed. */
const CHANGING_METHODS = new Set(['add', 'append', 'assign', 'defineProperty', 'delete', 'pop', 'push', 'set', 'shift', 'sort', 'splice', 'unshift']);

/** Whether a call can be left until its result matters. */
export function isInertCall(m: Machine, { module, fn, env, self }: Closure, args: readonly Value[]): boolean {
  return env.fn === 0 && !isRelevant(m, module, fn) && !(self && mayLead(m, self, 0)) && !args.some((value) => mayLead(m, value, 0)) && (args.every(isPlain) || !mayChange(module.facts, fn));
}

/** Whether a callee that is given a value, and does not know an SDK by itself, may reach one. */
function mayLead(m: Machine, value: Value, depth: number): boolean {
  switch (value.k) {
    case 'union':
      return value.of.some((one) => mayLead(m, one, depth));
    case 'object':
      return depth > DEEPEST || [...value.store.values()].some((one) => mayLead(m, one, depth + 1));
    case 'closure':
      return value.env.fn !== 0 || isRelevant(m, value.module, value.fn);
    case 'instance':
    case 'class': {
      const { module, cls, env } = value.k === 'class' ? value : value.of;
      return env.fn !== 0 || module.facts.functions.some(({ ofClass }, fn) => ofClass === cls && isRelevant(m, module, fn));
    }
    case 'external':
      return carriesSdk(m, value);
    case 'literal':
    case 'text':
    case 'sym':
    case 'unknown':
    case 'lazy':
      return false;
    default:
      return true;
  }
}

/** Values that nobody can change. */
function isPlain(value: Value): boolean {
  return value.k === 'union' ? value.of.every(isPlain) : value.k !== 'object' && value.k !== 'instance';
}

const CHANGING = new WeakMap<FileFacts, Map<number, boolean>>();

/** Whether a function, or one of its file that it calls, writes to members of anything. Those of other files are taken not to. */
function mayChange(facts: FileFacts, fn: number): boolean {
  const known = CHANGING.get(facts) ?? new Map<number, boolean>();
  CHANGING.set(facts, known);
  const before = known.get(fn);
  if (before !== undefined) return before;
  known.set(fn, false);
  const visit = (node: unknown): boolean => {
    if (node === null || typeof node !== 'object') return false;
    const { k, id, to, key, binding } = node as Readonly<Record<string, unknown>>;
    if (to !== null && typeof to === 'object') return true;
    if (k === 'member' && typeof key === 'string' && CHANGING_METHODS.has(key)) return true;
    if (k === 'function' && typeof id === 'number') return mayChange(facts, id);
    const named = k === 'ref' && typeof binding === 'number' ? facts.bindings[binding] : undefined;
    if (named?.k === 'function') return mayChange(facts, named.fn);
    return Object.values(node).some(visit);
  };
  const found = visit(facts.functions[fn]?.body) || visit(facts.functions[fn]?.params);
  known.set(fn, found);
  return found;
}
