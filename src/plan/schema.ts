import { z } from 'zod';

/** The published shape of a tracking plan. Fields that nothing reads are described, and left as free as they are in use. */

const name = z.string().min(1);
export const VALUE_TYPES = ['string', 'integer', 'number', 'boolean', 'datetime', 'object', 'array'] as const;

const type = z.enum(VALUE_TYPES).optional().describe('The type of the value.');
const values = z.array(z.union([z.string(), z.number(), z.boolean()])).optional().describe('The only values that may be sent; those of its elements, for a list.');

export const itemsSchema = z.object({
  type,
  enum: values,
  get properties() {
    return members();
  },
  get items() {
    return items();
  },
}).meta({ id: 'items', description: 'What each element of a list is.' });

export const piiPolicies = ['none', 'traits_only', 'allowed'] as const;

export const propertySchema = z.object({
  name: name.describe('The name as it is sent.'),
  type,
  enum: values,
  get properties() {
    return members();
  },
  get items() {
    return items();
  },
  required: z.boolean().optional().describe('Whether every call must send it; of an object, wherever the object is sent. Default: false.'),
  pii: z.boolean().optional().describe('Whether it is personal data. Default: false.'),
  description: z.string().optional(),
}).meta({ id: 'property' });

function members(): z.ZodOptional<z.ZodType> {
  return z.array(propertySchema).optional().describe('The members of an object.');
}

function items(): z.ZodOptional<z.ZodType> {
  return itemsSchema.optional();
}

export const metaSchema = z.object({
  product: z.string().optional().describe('The name of the product.'),
  version: z.unknown().optional().describe('The version of the plan, such as "1.0.0".'),
  created: z.unknown().optional().describe('The day on which the plan was made.'),
  updated: z.unknown().optional().describe('The day of the last change.'),
  owner: z.unknown().optional().describe('Who answers for the plan.'),
  implementation: z.unknown().optional().describe('The SDK: segment, amplitude, mixpanel, accoil, rudderstack or custom.'),
  pii_policy: z
    .union([z.enum(piiPolicies), z.string().regex(/\s/, { abort: true })])
    .optional()
    .describe('Where personal data may be sent: nowhere, in traits only, or anywhere. A policy in words of its own is kept, and nothing is judged by it.'),
  identity: z.enum(['user', 'instance']).optional().describe('Whom identify() is about: each user, or one shared identity for each account.'),
  internal_user_policy: z.unknown().optional().describe('How internal users are told apart: by_role, by_domain, by_flag or none.'),
  template: z.unknown().optional().describe('The template from which the plan was made.'),
  template_version: z.unknown().optional(),
  description: z.unknown().optional(),
  extends: z.unknown().optional().describe('The template that this one builds on.'),
});

export const entitySchema = z.object({
  id_property: z.string().optional().describe('The property that holds the id.'),
  id_format: z.string().optional().describe('The form of the id, such as uuid or usr_*.'),
  traits: z.array(propertySchema).optional(),
});

export const groupSchema = z.object({
  type: name.describe('The name of the level, such as account or workspace.'),
  id_format: z.string().optional().describe('The form of the id, such as uuid or acc_*.'),
  is_top_level: z.boolean().optional().describe('True for the level that has no parent.'),
  parent_type: name.optional().describe('The `type` of the level above.'),
  traits: z.array(propertySchema).optional(),
});

export const eventSchema = z.object({
  name: name.describe('The name as it arrives at the provider.'),
  category: z.string().optional().describe('lifecycle, core_value, collaboration, configuration, billing, navigation or your own.'),
  group_level: name.optional().describe('The `type` of the group at which the event occurs.'),
  description: z.string().optional(),
  properties: z.array(propertySchema).optional(),
  expected_frequency: z.unknown().optional().describe('low, medium or high.'),
  deprecated: z.boolean().optional().describe('The event is to be sent no longer.'),
  replaced_by: name.optional().describe('The event to send in place of this one, which is thereby deprecated.'),
  aliases: z.array(name).optional().describe('Other names under which the event may be sent.'),
});

export const planSchema = z.object({
  meta: metaSchema.optional(),
  entities: z.record(z.string(), entitySchema).optional().describe('Users, by the key `user`, and other entities.'),
  entity_extensions: z.unknown().optional().describe('Traits that a template adds to entities.'),
  groups: z.array(groupSchema).optional().describe('The levels of the hierarchy.'),
  events: z.array(eventSchema).describe('Every event that the product sends.'),
  snapshot_sync: z.unknown().optional().describe('Traits that a scheduled job sends.'),
  implementation_notes: z.unknown().optional(),
});
