import { VALUE_TYPES } from './schema.ts';
import type { Entry, MapTree, Tree } from './tree.ts';
import { field, textOf } from './tree.ts';

/**
 * Earlier and looser spellings of plans, turned into the published one before anything is judged: a bare string where an
 * object with a `name` stands, a mapping by name in place of a list, lists of names by whether they are required, other
 * words for a type.
 */

/** Other words for the types, as plans write them. `null`: a type of which nothing can be checked. */
const TYPE_WORDS: ReadonlyMap<string, string | null> = new Map([
  ...words('string', ['str', 'text', 'uuid', 'enum', 'string_enum', 'url', 'email']),
  ...words('integer', ['int', 'long']),
  ...words('number', ['float', 'double', 'decimal', 'numeric']),
  ...words('boolean', ['bool']),
  ...words('datetime', ['date', 'timestamp', 'date-time', 'iso8601']),
  ...words('object', ['map', 'record', 'dict']),
  ...words('array', ['list']),
  ...words(null, ['any', 'json', 'null']),
]);

/** `string[]`, `string_array`, `array<string>`: with the word for the elements. */
const ARRAY_TYPE = /^(?:(\w+?)(?:\[\]|_array|_list)|(?:array|list)\s*(?:<|of )\s*(\w+)\s*>?)$/;
/** Several types, or types of a language. */
const COMPOUND_TYPE = /\||(\[\]|_array|_list)$|^(array|list|map|record)\W/;

/** The members of a list of events, properties or traits, each with the keys that the published form has. */
export function membersOf(tree: Tree | undefined): readonly Tree[] {
  if (tree?.kind === 'list') return tree.items.map((item) => typed(named(item)));
  if (tree?.kind !== 'map') return [];
  return [...tree.entries].map(([key, entry]) => typed(withName(key, entry)));
}

/** The properties of an event: its `properties`, and those named in `required_properties` and `optional_properties`. */
export function propertiesOf(event: Tree): readonly Tree[] {
  const lists: readonly (readonly [string, boolean])[] = [['required_properties', true], ['optional_properties', false]];
  const members = [...membersOf(field(event, 'properties'))];
  for (const [key, required] of lists) {
    for (const member of membersOf(field(event, key))) {
      members.push(withDefault(member, 'required', { kind: 'scalar', value: required, offset: member.offset }));
    }
  }
  return members;
}

/** Before 1.0 the list of `snapshot_sync` stood beside `cadence`, which is no YAML. Nothing reads it: its lines are emptied. */
export function withoutLooseSnapshotList(text: string): string {
  const start = /^snapshot_sync:[^\S\n]*(#.*)?\r?\n/m.exec(text);
  if (!start) return text;
  const from = start.index + start[0].length;
  const length = text.slice(from).search(/^[^\s#]/m);
  const until = length === -1 ? text.length : from + length;
  const block = text.slice(from, until);
  const list = /^([^\S\n]+)[\w-]+:[^\n]*\n(?:[^\S\n]*(?:#.*)?\r?\n)*(?=\1- )/m.exec(block);
  if (!list) return text;
  const keep = from + list.index + list[0].length;
  return text.slice(0, keep) + text.slice(keep, until).replace(/[^\n]+/g, '') + text.slice(until);
}

function words(type: string | null, spellings: readonly string[]): [string, string | null][] {
  return spellings.map((spelling) => [spelling, type]);
}

function named(tree: Tree): Tree {
  if (textOf(tree) === undefined) return tree;
  return { kind: 'map', offset: tree.offset, entries: new Map([['name', { keyOffset: tree.offset, value: tree }]]) };
}

/** `plan: string` and `plan: { type: string }` for `{ name: plan, type: string }`. */
function withName(key: string, { keyOffset, value }: Entry): Tree {
  const name: Entry = { keyOffset, value: { kind: 'scalar', value: key, offset: keyOffset } };
  const entries = new Map([['name', name]]);
  if (value.kind === 'map') for (const [inner, entry] of value.entries) if (inner !== 'name') entries.set(inner, entry);
  if (textOf(value) !== undefined) entries.set('type', { keyOffset, value });
  return { kind: 'map', offset: keyOffset, entries };
}

/** The published words for types, and `enum` for `values`. */
function typed(tree: Tree): Tree {
  const type = textOf(field(tree, 'type'));
  if (tree.kind !== 'map' || type === undefined) return tree;
  const values = field(tree, 'values');
  const renamed = values?.kind === 'list' ? withDefault(tree, 'enum', values) : tree;
  const [, before, after] = ARRAY_TYPE.exec(type.toLowerCase()) ?? [];
  const element = before ?? after;
  if (element !== undefined) return withValue(isTypeWord(element) ? withDefault(renamed, 'items', ofType(element, tree.offset)) : renamed, 'type', 'array');
  const word = typeWord(type.toLowerCase());
  return word === undefined ? renamed : withValue(renamed, 'type', word);
}

/** What the elements of a list are, with the keys that the published form has; `items: string` is a type alone. */
export function itemsOf(tree: Tree): Tree | undefined {
  const items = field(tree, 'items');
  const type = textOf(items);
  return items && typed(type === undefined ? items : ofType(type, items.offset));
}

function ofType(word: string, offset: number): Tree {
  return { kind: 'map', offset, entries: new Map([['type', { keyOffset: offset, value: { kind: 'scalar', offset, value: word } }]]) };
}

function isTypeWord(word: string): boolean {
  return TYPE_WORDS.has(word) || (VALUE_TYPES as readonly string[]).includes(word);
}

/** The published word for a type, null for a type that has none, undefined for a word that is not known. */
function typeWord(word: string): string | null | undefined {
  return TYPE_WORDS.has(word) ? TYPE_WORDS.get(word) : COMPOUND_TYPE.test(word) ? null : undefined;
}

function withDefault(tree: Tree, key: string, value: Tree): Tree {
  if (tree.kind !== 'map' || tree.entries.has(key)) return tree;
  return { ...tree, entries: new Map([...tree.entries, [key, { keyOffset: value.offset, value }]]) };
}

function withValue(tree: Tree, key: string, value: string | null): Tree {
  const entry = tree.kind === 'map' ? tree.entries.get(key) : undefined;
  if (tree.kind !== 'map' || !entry) return tree;
  const replaced: Entry = { ...entry, value: { kind: 'scalar', offset: entry.value.offset, value } };
  return { ...tree, entries: new Map([...tree.entries, [key, replaced]]) } satisfies MapTree;
}
