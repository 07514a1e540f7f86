/** The contract of `tracklint audit --format json`, from which `schema/report.json` is generated. */
import { z } from 'zod';
import { filesSchema, lineSchema, problemSchema } from './parts-schema.ts';

const count = z.int().nonnegative();
const related = z.strictObject({ file: z.string(), line: lineSchema, message: z.string() });

const finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  file: z.string().describe('POSIX path, relative to the root.'),
  line: lineSchema,
  column: lineSchema.describe('1-based, in UTF-16 units.'),
  endLine: lineSchema,
  endColumn: lineSchema,
  message: z.string(),
  fingerprint: z.string().describe('Stays the same when lines move.'),
  related: z.array(related),
});

const summary = z.strictObject({
  errors: count,
  warnings: count,
  files: filesSchema,
  problems: z.array(problemSchema).describe('Files that were left out or only partly understood.'),
  calls: z.strictObject({ byKind: z.record(z.string(), count), bySdk: z.record(z.string(), count) }),
  events: z
    .strictObject({ resolved: count, pattern: count, dynamic: count })
    .describe('Track, page and screen calls: with exact names, with a name of unknown parts, with an unknown name.'),
  groupContext: z
    .strictObject({ event: count, property: count, session: count, absent: count, unknown: count })
    .describe('Track calls: that carry a group, that name the account in a property, that get a group from the session, that have none, of which it is not known.'),
  plan: z.strictObject({ file: z.string(), embedded: z.boolean(), events: count }),
  disabled: count.describe('Findings that comments in the code switch off.'),
  baseline: z
    .strictObject({
      file: z.string(),
      known: count.describe('Findings that are not reported because it knows them.'),
      stale: z.array(z.strictObject({ file: z.string(), rule: z.string(), subject: z.string() })).describe('Entries for what is not found any more.'),
      moved: z.array(z.strictObject({ from: z.string(), to: z.string(), count })).describe('Entries of a file that is gone, which hold for another.'),
    })
    .nullable(),
  notRun: z.array(z.strictObject({ rule: z.string(), reason: z.string() })),
});

export const reportSchema = z.strictObject({ version: z.literal(1), findings: z.array(finding), summary });

export type AuditReport = z.infer<typeof reportSchema>;
