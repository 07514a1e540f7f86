import { checkKeys } from './keys.ts';
import { isNoLevel, knownLevel, orderLevels } from './levels.ts';
import type { Plan, PlanEvent, PlanParts } from './model.ts';
import { membersOf, propertiesOf } from './old-forms.ts';
import { parseYaml } from './parse-yaml.ts';
import { declaredTypes, readGroups } from './read-groups.ts';
import { readProperties, traitsOfEntity } from './read-properties.ts';
import { eventSchema, metaSchema, piiPolicies } from './schema.ts';
import type { PlanSource } from './source.ts';
import type { Tree } from './tree.ts';
import { field, textOf } from './tree.ts';
import { validate } from './validate.ts';

const eventHead = eventSchema.omit({ properties: true });

/**
 * Reads a tracking plan, YAML or JSON. `file` is its path relative to the root of the audit. Throws one `PlanError` with
 * all that is wrong with the file, and nothing else, whatever the text.
 */
export function readPlan(file: string, text: string): Plan {
  const { source, tree } = parseYaml(file, text);
  if (tree.kind !== 'map') {
    source.report(tree.offset, 'A tracking plan is a mapping.', 'Write an `events` list.');
    source.throwIfBroken();
  }
  checkKeys(tree, 'plan', source);
  const metaTree = field(tree, 'meta');
  if (metaTree) checkKeys(metaTree, 'meta', source);
  const meta = metaTree ? validate(metaSchema, metaTree, '`meta`', source) : null;
  const read = readGroups(tree, source);
  const types = declaredTypes(tree, read);
  const groups = orderLevels(read, types, source);
  const plan: Plan = {
    file,
    embedded: false,
    product: meta?.product ?? null,
    piiPolicy: policyOf(meta?.pii_policy),
    identity: meta?.identity ?? null,
    userIdFormat: textOf(field(field(field(tree, 'entities'), 'user'), 'id_format')) ?? null,
    userTraits: traitsOfEntity(tree, 'user', source),
    groups,
    events: eventTrees(tree, source).flatMap((event) => readEvent(event, types, source)),
    isTemplate: meta?.template !== undefined,
    parts: partsOf(tree, source),
    faults: source.faults,
  };
  source.throwIfBroken();
  return plan;
}

/** By a policy in words of its own nothing can be judged. */
function policyOf(text: string | undefined): Plan['piiPolicy'] {
  return text === undefined ? null : (piiPolicies.find((policy) => policy === text) ?? 'allowed');
}

function partsOf(plan: Tree, source: PlanSource): PlanParts {
  const key = (tree: Tree | undefined, name: string): number | undefined => (tree?.kind === 'map' ? tree.entries.get(name)?.keyOffset : undefined);
  const place = (offset = 0) => source.placeAt(offset);
  const groups = key(plan, 'groups');
  return {
    user: place(key(field(plan, 'entities'), 'user') ?? key(plan, 'entities')),
    groups: groups === undefined ? null : place(groups),
    events: place(key(plan, 'events')),
  };
}

function eventTrees(plan: Tree, source: PlanSource): readonly Tree[] {
  const events = field(plan, 'events');
  if (!events) source.report(plan.offset, 'The plan has no `events`.', 'List its events, or write `events: []`.');
  else if (events.kind !== 'list') source.report(events.offset, '`events` must be a list.', 'Begin each event with `- name:`.');
  else return membersOf(events);
  return [];
}

/** The event, or none where it cannot be made out. */
function readEvent(tree: Tree, types: ReadonlySet<string>, source: PlanSource): readonly PlanEvent[] {
  checkKeys(tree, 'event', source);
  const properties = readProperties(propertiesOf(tree), 'A property', source);
  const listed = field(tree, 'properties');
  if (listed?.kind === 'scalar') source.report(listed.offset, '`properties` must be a list.', 'Begin each property with `- name:`.');
  const groupLevel = readLevel(tree, types, source);
  const head = validate(eventHead, tree, 'An event', source);
  if (!head) return [];
  return [{
    name: head.name,
    category: head.category ?? null,
    groupLevel,
    atNoLevel: groupLevel === null && isNoLevel(tree),
    description: head.description ?? null,
    properties,
    deprecated: head.deprecated ?? head.replaced_by !== undefined,
    replacedBy: head.replaced_by ?? null,
    aliases: head.aliases ?? [],
    place: source.placeAt(field(tree, 'name')?.offset ?? tree.offset),
  }];
}

function readLevel(event: Tree, types: ReadonlySet<string>, source: PlanSource): string | null {
  const tree = field(event, 'group_level');
  const level = textOf(tree);
  if (!tree || !level) return null;
  return knownLevel({ level, event: textOf(field(event, 'name')) ?? '', offset: tree.offset }, types, source);
}
