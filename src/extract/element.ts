/** Elements of markup as facts: a call of a component, or functions handed to the browser. */
import type { Context } from './context.ts';
import type { Entry, Expr, Range, Stmt } from './facts.ts';

/** A list of properties in which later ones do not hide earlier ones: an element may listen twice to one event. */
export class Props {
  readonly entries: Entry[] = [];
  readonly #keys = new Set<string>();

  add(key: string, value: Expr | null): void {
    if (!value) return;
    let free = key;
    while (this.#keys.has(free)) free += ' ';
    this.#keys.add(free);
    this.entries.push({ key: free, value });
  }

  spread(value: Expr | null): void {
    if (value) this.entries.push({ spread: value });
  }
}

/** Lowers an element: `tag` is its component, null for one of the browser's, to which only what runs matters. */
export function elementOf(tag: Expr | null, { entries }: Props, at: Range): Stmt[] {
  const props = tag === null ? entries.filter((entry) => ('spread' in entry ? isActive(entry.spread) : isListener(entry) || isActive(entry.value))) : entries;
  return tag === null && props.length === 0 ? [] : [{ k: 'do', value: { k: 'jsx', tag, props, at } }];
}

function isListener(entry: Extract<Entry, { key: unknown }>): boolean {
  return typeof entry.key === 'string' && /^(on|@|bind:)/i.test(entry.key) && entry.value.k !== 'literal';
}

const ACTIVE = new Set(['call', 'function', 'jsx', 'assign', 'module', 'class']);

/** Whether evaluating an expression can do anything. */
function isActive(value: Expr): boolean {
  const visit = (node: unknown): boolean =>
    node !== null && typeof node === 'object' && (('k' in node && typeof node.k === 'string' && ACTIVE.has(node.k)) || Object.values(node).some(visit));
  return visit(value);
}

/** The statement that evaluates an expression of markup; none where that does nothing. */
export function evaluated(value: Expr | null): Stmt[] {
  return value && isActive(value) ? [{ k: 'do', value }] : [];
}

/** `if` of markup; none where nothing depends on it. */
export function branch(test: Expr, then: readonly Stmt[], otherwise: readonly Stmt[], at: Range): Stmt[] {
  return then.length + otherwise.length > 0 ? [{ k: 'if', test, then, else: otherwise, at }] : evaluated(test);
}

/** Lowers an element's properties, whose object literals stand in the element as in a call. */
export function inElement<T>(context: Context, at: Range, run: () => T): T {
  const outer = context.call;
  context.call = at;
  try {
    return run();
  } finally {
    context.call = outer;
  }
}

/** `list.forEach(item => …)`; none where nothing is done for an item. */
export function forEach(context: Context, list: Expr, body: Extract<Expr, { k: 'function' }>): Stmt[] {
  const { at } = list;
  if (context.functions[body.id]?.body.length === 0) return evaluated(list);
  return [{ k: 'do', value: { k: 'call', callee: { k: 'member', object: list, key: 'forEach', at }, args: [{ value: body, spread: false }], isNew: false, typeArg: null, at } }];
}

export function callOf(callee: Expr, args: readonly Expr[], at: Range): Expr {
  return { k: 'call', callee, args: args.map((value) => ({ value, spread: false })), isNew: false, typeArg: null, at };
}

export function memberOf(object: Expr, key: string, at: Range = object.at): Expr {
  return { k: 'member', object, key, at };
}

export function unknownPart(reason: string, at: Range): Expr {
  return { k: 'unknown', reason, parts: [], at };
}

/** A component's own name is its file's. */
export function componentName(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const stem = base.slice(0, !base.includes('.') ? base.length : base.indexOf('.'));
  return stem === 'index' ? (path.split('/').at(-2) ?? stem) : stem;
}
