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

/** Lowers an element: `tag` is its component, null for one of the browser's. Without properties the latter does nothing. */
export function elementOf(tag: Expr | null, { entries }: Props, at: Range): Stmt[] {
  const plain = tag === null && entries.every((entry) => 'key' in entry && entry.value.k === 'literal');
  return plain ? [] : [{ k: 'do', value: { k: 'jsx', tag, props: entries, at } }];
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

/** `list.forEach(item => …)`. */
export function forEach(list: Expr, body: Expr): Stmt {
  const { at } = list;
  return { k: 'do', value: { k: 'call', callee: { k: 'member', object: list, key: 'forEach', at }, args: [{ value: body, spread: false }], isNew: false, typeArg: null, at } };
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
