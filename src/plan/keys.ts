import { nearest } from './nearest.ts';
import { entitySchema, eventSchema, groupSchema, metaSchema, planSchema, propertySchema, itemsSchema } from './schema.ts';
import type { PlanSource } from './source.ts';
import type { Tree } from './tree.ts';

/** What the parts of a plan are called in messages, with the keys that each part has. */
const PARTS = {
  plan: { label: 'The plan', keys: Object.keys(planSchema.shape) },
  meta: { label: '`meta`', keys: Object.keys(metaSchema.shape) },
  entity: { label: 'An entity', keys: Object.keys(entitySchema.shape) },
  group: { label: 'A group', keys: Object.keys(groupSchema.shape) },
  event: { label: 'An event', keys: Object.keys(eventSchema.shape) },
  property: { label: 'A property', keys: Object.keys(propertySchema.shape) },
  items: { label: '`items`', keys: Object.keys(itemsSchema.shape) },
} as const satisfies Record<string, { label: string; keys: readonly string[] }>;

export type PlanPart = keyof typeof PARTS;

/** Wrong keys that no distance of letters leads back from. */
const MEANT: Partial<Record<PlanPart, Readonly<Record<string, string>>>> = { group: { parent: 'parent_type' } };

/**
 * Reports keys that misspell a known one: they would be ignored, and what they say lost. Others are left alone, because
 * plans carry notes of their own (`owner`, `trigger`, `priority`, …) wherever there is room for them.
 */
export function checkKeys(tree: Tree, part: PlanPart, source: PlanSource): void {
  if (tree.kind !== 'map') return;
  const { label, keys } = PARTS[part];
  const free = keys.filter((key) => !tree.entries.has(key));
  for (const [key, { keyOffset }] of tree.entries) {
    if ((keys as readonly string[]).includes(key)) continue;
    const meant = MEANT[part];
    const known = meant && Object.hasOwn(meant, key) ? meant[key] : nearest(key, free);
    if (known) source.report(keyOffset, `${label} has no key ${JSON.stringify(key)}.`, `Did you mean \`${known}\`?`);
  }
}
