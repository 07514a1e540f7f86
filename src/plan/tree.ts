/** The data of a plan file with the offset of every key and value, aliases and merge keys already followed. */
export type Tree = ScalarTree | ListTree | MapTree;

interface Located {
  /** Offset of the value; of its key where the value is left empty. */
  readonly offset: number;
}

export interface ScalarTree extends Located {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

export interface ListTree extends Located {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}

export interface MapTree extends Located {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  readonly keyOffset: number;
  readonly value: Tree;
}

/** The value under a key. A key without a value (null) counts as absent. */
export function field(tree: Tree | undefined, key: string): Tree | undefined {
  if (tree?.kind !== 'map') return undefined;
  const value = tree.entries.get(key)?.value;
  return value?.kind === 'scalar' && value.value === null ? undefined : value;
}

/** The text of a scalar, or undefined. */
export function textOf(tree: Tree | undefined): string | undefined {
  return tree?.kind === 'scalar' && typeof tree.value === 'string' ? tree.value : undefined;
}

/**
 * Plain data for a schema. Objects have no prototype, so that `__proto__` and `constructor` are names as any other;
 * keys without a value are left out.
 */
export function dataOf(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(dataOf);
  const data = Object.create(null) as Record<string, unknown>;
  for (const key of tree.entries.keys()) {
    const value = field(tree, key);
    if (value) data[key] = dataOf(value);
  }
  return data;
}

/** The tree at a path, and the last one that exists on the way where it ends early. */
export function treeAt(tree: Tree, path: readonly PropertyKey[]): { readonly found: Tree | undefined; readonly last: Tree } {
  let last = tree;
  for (const step of path) {
    const next = last.kind === 'list' ? last.items[Number(step)] : field(last, String(step));
    if (!next) return { found: undefined, last };
    last = next;
  }
  return { found: last, last };
}
