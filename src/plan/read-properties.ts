import { checkKeys } from './keys.ts';
import type { PlanProperty } from './model.ts';
import { membersOf } from './old-forms.ts';
import { propertySchema } from './schema.ts';
import type { PlanSource } from './source.ts';
import type { Tree } from './tree.ts';
import { field } from './tree.ts';
import { validate } from './validate.ts';

/** The properties or traits; `what` names one in messages. Those that cannot be made out are reported and left out. */
export function readProperties(members: readonly Tree[], what: string, source: PlanSource): readonly PlanProperty[] {
  return members.flatMap((tree) => {
    checkKeys(tree, 'property', source);
    const property = validate(propertySchema, tree, what, source);
    if (!property) return [];
    return [{
      name: property.name,
      type: property.type ?? null,
      enum: property.enum ?? null,
      required: property.required ?? false,
      pii: property.pii ?? false,
      description: property.description ?? null,
      place: source.placeAt(field(tree, 'name')?.offset ?? tree.offset),
    }];
  });
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
