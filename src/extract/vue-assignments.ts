/** Assignments to members of a component's instance, which any of its functions may read before or after. */
import type { Context } from './context.ts';
import type { Expr } from './facts.ts';

type Assign = Extract<Expr, { k: 'assign' }>;

/** Makes what functions from an id on give to `this.x` one of the values that it may have. */
export function settleAssignments(context: Context, from: number): void {
  for (let id = from; id < context.functions.length; id++) {
    const facts = context.functions[id];
    if (facts) context.functions[id] = { ...facts, body: settled(facts.body) };
  }
}

function settled<T>(node: T): T {
  if (Array.isArray(node)) return node.map((one: unknown) => settled(one)) as T;
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]: [string, unknown]) => [key, key === 'at' ? value : settled(value)])) as T;
  return isAssignment(copy) ? { ...copy, value: either(copy) } : copy;
}

function isAssignment(node: unknown): node is Assign {
  const { k, targets, value } = node as Partial<Assign>;
  const to = targets?.[0]?.to;
  return k === 'assign' && value !== undefined && typeof to === 'object' && to.k === 'member' && to.object.k === 'this';
}

function either({ targets, value, at }: Assign): Expr {
  const to = targets[0]?.to;
  return typeof to === 'object' ? { k: 'choice', op: '?:', test: { k: 'unknown', reason: 'time', parts: [], at }, then: value, else: to, at } : value;
}
