import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, ParsedNode, Scalar, YAMLMap } from 'yaml';
import type { PlanSource } from './source.ts';
import type { Entry, Tree } from './tree.ts';

/** How deep a plan may nest; a usual one has six levels. */
export const MOST_LEVELS = 64;

/** How many values aliases may add to the file's own. Without a bound, a few lines expand to billions. */
const MOST_ALIASED = 100_000;

interface State {
  readonly source: PlanSource;
  /** Anchor → the node that carried it last, in the order of the file. */
  readonly anchors: Map<string, ParsedNode>;
  /** What an alias meant where it stands: an anchor of the same name may follow later. */
  readonly targets: Map<Alias.Parsed, ParsedNode | undefined>;
  /** Targets of the aliases being followed. */
  readonly following: Set<ParsedNode>;
  /** Where the alias stands in the file that led to the ones being followed. */
  outermost: number;
  aliased: number;
}

/** Follows aliases and merge keys. Reports what cannot be followed, and keys that stand twice. */
export function treeOf(node: ParsedNode, source: PlanSource): Tree {
  const state = { source, anchors: new Map(), targets: new Map(), following: new Set<ParsedNode>(), outermost: 0, aliased: 0 };
  return convert(node, node.range[0], 0, state);
}

/** `emptyAt` is where a value stands that is left empty: at its key. */
function convert(node: ParsedNode | null, emptyAt: number, depth: number, state: State): Tree {
  if (!node) return nothingAt(emptyAt);
  if (isAlias(node)) return followed(node, depth, state);
  if (state.following.size > 0) state.aliased += 1;
  else if (node.anchor !== undefined) state.anchors.set(node.anchor, node);
  const offset = node.range[0];
  if (isMap(node)) return { kind: 'map', offset, entries: entriesOf(node, depth, state) };
  if (isSeq(node)) {
    return { kind: 'list', offset, items: node.items.map((item) => convert(item, offset, depth + 1, state)) };
  }
  return node.source === '' && node.value === null ? nothingAt(emptyAt) : { kind: 'scalar', offset, value: scalarValue(node) };
}

function nothingAt(offset: number): Tree {
  return { kind: 'scalar', offset, value: null };
}

function scalarValue({ value, source }: Scalar.Parsed): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  return source;
}

function followed(alias: Alias.Parsed, depth: number, state: State): Tree {
  const { source, anchors, targets, following } = state;
  const offset = alias.range[0];
  if (following.size === 0) state.outermost = offset;
  if (!targets.has(alias)) targets.set(alias, anchors.get(alias.source));
  const target = targets.get(alias);
  if (!target) source.report(offset, `The alias *${alias.source} has no anchor &${alias.source} before it.`);
  else if (following.has(target) || isInside(offset, target)) source.report(offset, `The alias *${alias.source} contains itself.`);
  else if (state.aliased > MOST_ALIASED || depth > MOST_LEVELS) {
    source.report(state.outermost, `Aliases add more than ${MOST_ALIASED} values or ${MOST_LEVELS} levels to the plan, which is not read.`);
    source.throwIfBroken();
  } else {
    following.add(target);
    const tree = convert(target, offset, depth, state);
    following.delete(target);
    return tree;
  }
  return nothingAt(offset);
}

function isInside(offset: number, node: ParsedNode): boolean {
  return !isScalar(node) && node.range[0] <= offset && offset < node.range[1];
}

function entriesOf(map: YAMLMap.Parsed, depth: number, state: State): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const merged: Tree[] = [];
  for (const { key, value } of map.items) {
    const keyOffset = key.range[0];
    const name = keyOf(key);
    if (name === null) {
      state.source.report(keyOffset, 'A key must be a plain word.');
      continue;
    }
    const tree = convert(value, keyOffset, depth + 1, state);
    const before = entries.get(name);
    if (name === '<<') merged.push(tree);
    else if (before) {
      const { line } = state.source.placeAt(before.keyOffset);
      state.source.report(keyOffset, `The key ${JSON.stringify(name)} stands twice; the first is on line ${line}.`, 'Keep one.');
    } else entries.set(name, { keyOffset, value: tree });
  }
  for (const tree of merged) merge(entries, tree);
  return entries;
}

/** A merge key takes a mapping or a list of them; keys that are already there win. */
function merge(entries: Map<string, Entry>, tree: Tree): void {
  if (tree.kind === 'list') for (const item of tree.items) merge(entries, item);
  if (tree.kind !== 'map') return;
  for (const [key, entry] of tree.entries) if (!entries.has(key)) entries.set(key, entry);
}

function keyOf(key: ParsedNode): string | null {
  if (!isScalar(key)) return null;
  return typeof key.value === 'symbol' ? (key.value.description ?? null) : String(key.value);
}
