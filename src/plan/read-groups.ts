import { checkKeys } from './keys.ts';
import type { ReadGroup } from './levels.ts';
import type { PlanProperty } from './model.ts';
import { readTraits, traitsOfEntity } from './read-properties.ts';
import { entitySchema, groupSchema } from './schema.ts';
import type { PlanSource } from './source.ts';
import type { Tree } from './tree.ts';
import { field, textOf } from './tree.ts';
import { validate } from './validate.ts';

const groupHead = groupSchema.omit({ traits: true });
const entityHead = entitySchema.omit({ traits: true });

/** The level that a plan without `groups` has when it describes this entity. */
const ACCOUNT = 'account';

/** The plan's groups in the order of the file, with the traits that `entities` has for them. */
export function readGroups(plan: Tree, source: PlanSource): readonly ReadGroup[] {
  checkEntities(plan, source);
  const groups = field(plan, 'groups');
  if (!groups) return accountOf(plan, source);
  if (groups.kind !== 'list') {
    source.report(groups.offset, '`groups` must be a list.', 'Begin each group with `- type:`.');
    return [];
  }
  const someTop = groups.items.some((item) => isTrue(field(item, 'is_top_level')));
  return groups.items.flatMap((tree) => readGroup(tree, plan, !someTop, source));
}

/** Every `type` that stands under `groups`, those of groups with other faults too. */
export function declaredTypes(plan: Tree, groups: readonly ReadGroup[]): ReadonlySet<string> {
  const listed = field(plan, 'groups');
  const types = listed?.kind === 'list' ? listed.items.flatMap((item) => textOf(field(item, 'type')) ?? []) : [];
  return new Set([...groups.map(({ group }) => group.type), ...types]);
}

/** `topByDefault`: a group that names no parent is the top, unless it says itself or another one says so. */
function readGroup(tree: Tree, plan: Tree, topByDefault: boolean, source: PlanSource): readonly ReadGroup[] {
  checkKeys(tree, 'group', source);
  const head = validate(groupHead, tree, 'A group', source);
  const traits = readTraits(tree, source);
  if (!head) return [];
  const top = field(tree, 'is_top_level');
  const typeOffset = field(tree, 'type')?.offset ?? tree.offset;
  return [{
    group: {
      type: head.type,
      idFormat: head.id_format ?? null,
      isTopLevel: head.is_top_level ?? (topByDefault && head.parent_type === undefined),
      parentType: head.parent_type ?? null,
      traits: withMore(traits, head.type === 'user' ? [] : traitsOfEntity(plan, head.type, source)),
      place: source.placeAt(typeOffset),
    },
    typeOffset,
    parentOffset: field(tree, 'parent_type')?.offset ?? typeOffset,
    topOffset: top && isTrue(top) ? top.offset : null,
  }];
}

/** Templates describe the account as an entity, and have no groups. */
function accountOf(plan: Tree, source: PlanSource): readonly ReadGroup[] {
  const entities = field(plan, 'entities');
  const account = field(entities, ACCOUNT);
  const key = entities?.kind === 'map' ? entities.entries.get(ACCOUNT) : undefined;
  if (!account || !key) return [];
  const group = {
    type: ACCOUNT,
    idFormat: textOf(field(account, 'id_format')) ?? null,
    isTopLevel: true,
    parentType: null,
    traits: traitsOfEntity(plan, ACCOUNT, source),
    place: source.placeAt(key.keyOffset),
  };
  return [{ group, typeOffset: key.keyOffset, parentOffset: key.keyOffset, topOffset: null }];
}

function checkEntities(plan: Tree, source: PlanSource): void {
  const entities = field(plan, 'entities');
  if (!entities) return;
  if (entities.kind !== 'map') {
    source.report(entities.offset, '`entities` must be a mapping.', 'Put the traits of users under `user:`.');
    return;
  }
  for (const [name, { value }] of entities.entries) {
    if (value.kind === 'scalar' && value.value === null) continue;
    checkKeys(value, 'entity', source);
    validate(entityHead, value, `The entity \`${name}\``, source);
  }
}

function withMore(traits: readonly PlanProperty[], more: readonly PlanProperty[]): readonly PlanProperty[] {
  const names = new Set(traits.map(({ name }) => name));
  return [...traits, ...more.filter(({ name }) => !names.has(name))];
}

function isTrue(tree: Tree | undefined): boolean {
  return tree?.kind === 'scalar' && tree.value === true;
}
