import type { Binding, Change, ClassFacts, Expr, FunctionFacts, Range } from './facts.ts';
import type ts from './typescript.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type VariableBinding = Extract<Binding, { k: 'variable' }>;

/** The state of lowering one file: the tables that it fills, and where in the file it stands. */
export interface Context {
  /** The text being lowered, parsed by itself; `shift` is where it begins in the file. */
  source: ts.SourceFile;
  shift: number;
  readonly bindings: Binding[];
  readonly changes: Record<number, Change[]>;
  readonly functions: FunctionFacts[];
  readonly classes: Mutable<ClassFacts>[];
  scope: Scope;
  fn: number;
  /** The class whose member is being lowered, and that member's function. */
  ofClass: { readonly id: number; readonly member: number } | null;
  /** Keys that methods of the object literal around assign as `this.key`; null in a class or outside both. */
  ofObject: Set<string> | null;
  /** The nearest call expression around, within the same statement. */
  call: Range | null;
  /** What a name that no scope has stands for in a template, or null for a global. */
  outer: ((name: string, at: Range) => Expr | null) | null;
  /** Expressions and statements around. */
  depth: number;
}

/** Nesting beyond which code is left out: evaluation recurses as deeply. Long chains nest, too: `a.b().c()`, `a + b + c`. */
const DEEPEST = 250;

/** Lowers something nested, unless it is nested too deeply. */
export function nested<T>(context: Context, lower: () => T, otherwise: () => T): T {
  if (context.depth >= DEEPEST) return otherwise();
  context.depth++;
  const result = lower();
  context.depth--;
  return result;
}

const EMPTY: FunctionFacts = { name: '', params: [], body: [], arrow: false, ofClass: null, parent: null, returns: null, at: [0, 0] };

/** A context at the top level of a file. Function 0 is the module's body. */
export function createContext(source: ts.SourceFile, length: number): Context {
  return {
    source, shift: 0, bindings: [], changes: {}, functions: [{ ...EMPTY, at: [0, length] }], classes: [],
    scope: { names: new Map(), parent: null }, fn: 0, ofClass: null, ofObject: null, call: null, outer: null, depth: 0,
  };
}

/** Lexical scope: name → binding index. */
export interface Scope {
  readonly names: Map<string, number>;
  readonly parent: Scope | null;
}

export function declare(context: Context, name: string, binding: Binding): number {
  const known = context.scope.names.get(name);
  const before = known === undefined ? undefined : context.bindings[known];
  // A value and a type may share a name, overloads repeat it: the value keeps it.
  if (known !== undefined && before && (binding.k === 'type' || binding.k === before.k)) return known;
  const index = context.bindings.push(binding) - 1;
  context.scope.names.set(name, index);
  return index;
}

export function declareVariable(context: Context, name: string): number {
  return declare(context, name, { k: 'variable', name, owner: context.fn, assignedIn: [] });
}

export function resolve(context: Context, name: string): number | null {
  for (let scope: Scope | null = context.scope; scope; scope = scope.parent) {
    const found = scope.names.get(name);
    if (found !== undefined) return found;
  }
  return null;
}

export function inScope<T>(context: Context, body: () => T): T {
  const outer = context.scope;
  context.scope = { names: new Map(), parent: outer };
  try {
    return body();
  } finally {
    context.scope = outer;
  }
}

/** Notes that the function being lowered assigns a variable. */
export function noteAssignment(context: Context, binding: number): void {
  const variable = context.bindings[binding];
  if (variable?.k !== 'variable') return;
  const { assignedIn } = variable as Mutable<VariableBinding>;
  if (!assignedIn.includes(context.fn)) (assignedIn as number[]).push(context.fn);
}

/** Notes that the function being lowered assigns a member of what a name stands for, or of `this`. */
export function noteMemberAssignment(context: Context, target: Expr): void {
  const path: string[] = [];
  let root = target;
  for (; root.k === 'member'; root = root.object) path.unshift(typeof root.key === 'string' ? root.key : ANY);
  const [key, part] = path;
  if (key === undefined) return;
  if (root.k === 'ref') (context.changes[root.binding] ??= []).push({ path: path.slice(0, 2), fn: context.fn });
  else if (root.k === 'this' && context.ofObject) context.ofObject.add(key);
  else if (root.k === 'this' && key !== ANY) noteFieldAssignment(context, part === undefined ? key : `${key}.${part}`);
}

/** A key that is computed. */
export const ANY = '*';

/** Notes that the class member being lowered assigns `this.field`, or a part of it. */
function noteFieldAssignment(context: Context, field: string): void {
  const cls = context.ofClass && context.classes[context.ofClass.id];
  if (!context.ofClass || !cls) return;
  const assigned = cls.assigned as Record<string, number[]>;
  const methods = Object.hasOwn(assigned, field) ? assigned[field] : undefined;
  if (!methods) assigned[field] = [context.ofClass.member];
  else if (!methods.includes(context.ofClass.member)) methods.push(context.ofClass.member);
}

export function rangeOf(context: Context, node: ts.Node): Range {
  return [node.getStart(context.source) + context.shift, node.end + context.shift];
}
