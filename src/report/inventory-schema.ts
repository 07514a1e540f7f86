/** The contract of `tracklint inventory --format json`, from which `schema/inventory.json` is generated. */
import { z } from 'zod';
import { filesSchema, lineSchema, problemSchema } from './parts-schema.ts';

const group = z.strictObject({
  level: z.string().nullable().describe('The level, which an SDK calls group type; null where the SDK names none.'),
  source: z.enum(['call', 'wrapper', 'session']),
});

const keys = z.strictObject({
  keys: z.array(z.string()),
  open: z.boolean().describe('True where the object may hold more keys than these.'),
});

const call = z.strictObject({
  kind: z.enum(['track', 'page', 'screen', 'identify', 'group', 'alias', 'reset']),
  sdks: z.array(z.string()),
  file: z.string().describe('POSIX path, relative to the root.'),
  line: lineSchema.describe("Where the site's call expression starts, 1-based."),
  column: lineSchema.describe('1-based, in UTF-16 units.'),
  nameLine: lineSchema.nullable().describe("Where the event's name stands."),
  names: z.array(z.string()).describe('Names as they arrive at the provider.'),
  pattern: z.string().nullable().describe('With `*` for each unknown part of the name.'),
  resolution: z.enum(['literal', 'constant', 'union', 'pattern', 'dynamic']),
  reason: z.string().nullable().describe('Why a dynamic name could not be resolved.'),
  groups: z.array(group),
  properties: keys,
  userId: z.string().nullable().describe('Source text of the user id.'),
  via: z.array(z.string()).describe('Wrappers between the site and the SDK, outermost first.'),
  live: z.boolean().describe('False when nothing in the program reaches the site.'),
  traits: keys.optional().describe('Of identify and group calls.'),
  parent: z.string().nullable().optional().describe("Of identify and group calls: source text of the parent group's id."),
  groupAfter: z.enum(['always', 'some', 'never']).optional().describe('Of identify calls: whether a group call follows.'),
  groupAfterReason: z.enum(['guarded', 'path', 'elsewhere']).optional(),
});

const proposal = z.strictObject({
  wrapper: z.record(z.string(), z.unknown()).describe("An entry for the configuration's `wrappers`."),
  count: z.int().positive().describe('How many calls it would make known.'),
  places: z.array(z.strictObject({ file: z.string(), line: lineSchema })),
});

export const inventorySchema = z.strictObject({
  version: z.literal(1),
  root: z.string(),
  files: filesSchema.omit({ parsed: true }),
  problems: z.array(problemSchema).describe('Files that were left out or only partly understood.'),
  calls: z.array(call),
  proposals: z.array(proposal).describe('Wrappers to declare: calls that look like tracking and cannot be followed.'),
});

export type InventoryReport = z.infer<typeof inventorySchema>;
