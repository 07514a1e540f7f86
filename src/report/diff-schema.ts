/** The contract of `tracklint diff --format json`, from which `schema/diff.json` is generated. */
import { z } from 'zod';
import { lineSchema } from './parts-schema.ts';

const tracking = z.strictObject({
  title: z.string().describe("The event's name or pattern, or the kind of call: `group(account)`."),
  isEvent: z.boolean(),
  places: z.array(z.strictObject({ file: z.string(), line: lineSchema, column: lineSchema })),
  keys: z.array(z.string()).describe('Of properties, or of traits.'),
  groups: z.array(z.string()).describe('Levels of the groups that it carries.'),
  groupless: z.int().nonnegative().describe('Places that send it without a group.'),
  sdks: z.array(z.string()),
});

export const diffSchema = z.strictObject({
  version: z.literal(1),
  ref: z.string(),
  changes: z.array(
    z.strictObject({
      kind: z.enum(['added', 'removed', 'changed']),
      before: tracking.nullable(),
      after: tracking.nullable(),
    }),
  ),
});

export type DiffReport = z.infer<typeof diffSchema>;
