import { checkKeys } from './keys.ts';
import type { PlanProperty } from './model.ts';
import { itemsOf, membersOf } from './old-forms.ts';
import { itemsSchema, propertySchema } from './schema.ts';
import type { PlanSource } from './source.ts';
import type { Tree } from './tree.ts';
import { field } from './tree.ts';
import { validate } from './validate.ts';

const propertyHead = propertySchema.omit({ properties: true, items: true });
const itemsHead = itemsSchema.omit({ properties: true, items: true });

/** The properties or traits; `what` names one in messages. Those that cannot be made out are reported and left out. */
export function readProperties(members: readonly Tree[], what: string, source: PlanSource): readonly PlanProperty[] {
  return members.flatMap((tree) => {
    checkKeys(tree, 'property', source);
    const property = validate(propertyHead, tree, what, source);
    if (!property) return [];
    return [{
      ...valueOf(tree, property, source),
      required: property.required ?? false,
      pii: property.pii ?? false,
      description: property.description ?? null,
      place: source.placeAt(field(tree, 'name')?.offset ?? tree.offset),
    }];
  });
}

interface ValueHead {
  readonly name: string;
  readonly type?: PlanProperty['type'] | undefined;
  readonly enum?: PlanProperty['enum'] | undefined;
}

/** What the value is, and what is within it. Of a list, `enum` says what its elements may be. */
function valueOf(tree: Tree, { name, type, enum: values = null }: ValueHead, source: PlanSource): Pick<PlanProperty, 'name' | 'type' | 'enum' | 'properties' | 'items'> {
  const listed = field(tree, 'properties');
  if (listed?.kind === 'scalar') source.report(listed.offset, '`properties` must be a list.', 'Begin each property with `- name:`.');
  const properties = readProperties(membersOf(listed), 'A property', source);
  const items = readItems(itemsOf(tree), name, source);
  const isList = items !== null || type === 'array';
  return {
    name,
    type: type ?? (items ? 'array' : properties.length > 0 ? 'object' : null),
    enum: isList ? null : values,
    properties,
    items: isList && values && !items?.enum ? { ...(items ?? anyItem(tree, name, source)), enum: values } : items,
  };
}

function readItems(tree: Tree | undefined, name: string, source: PlanSource): PlanProperty | null {
  if (!tree) return null;
  checkKeys(tree, 'items', source);
  const items = validate(itemsHead, tree, '`items`', source);
  return items && { ...anyItem(tree, name, source), ...valueOf(tree, { ...items, name }, source) };
}

function anyItem(tree: Tree, name: string, source: PlanSource): PlanProperty {
  return { name, type: null, enum: null, properties: [], items: null, required: false, pii: false, description: null, place: source.placeAt(tree.offset) };
}

/** The `traits` of an entity or a group. */
export function readTraits(owner: Tree, source: PlanSource): readonly PlanProperty[] {
  const traits = field(owner, 'traits');
  if (traits?.kind === 'scalar') source.report(traits.offset, '`traits` must be a list.', 'Begin each trait with `- name:`.');
  return readProperties(membersOf(traits), 'A trait', source);
}

/** The traits under `entities`, with those that a template adds under `entity_extensions`. */
export function traitsOfEntity(plan: Tree, entity: string, source: PlanSource): readonly PlanProperty[] {
  const own = field(field(plan, 'entities'), entity);
  const added = field(field(plan, 'entity_extensions'), entity);
  return [
    ...(own ? readTraits(own, source) : []),
    ...readProperties(membersOf(field(added, 'additional_traits')), 'A trait', source),
  ];
}
