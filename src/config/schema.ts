/** The configuration file's shape, from which `schema/config.json` is generated. */
import { z } from 'zod';
import { sdkSchema } from './sdk-schema.ts';
import { wrapperSchema } from './wrapper-schema.ts';

const severity = z.enum(['error', 'warning', 'off']);
const globs = z.array(z.string().min(1));
const rules = z.record(z.string(), z.union([severity, z.tuple([severity]), z.tuple([severity, z.record(z.string(), z.unknown())])]));

export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Where the schema of this file is.'),
    plan: z.string().min(1).optional().describe("The tracking plan, relative to this file. Without it: `.telemetry/tracking-plan.yaml`, or the specification's core plan."),
    include: globs.optional().describe('Globs, relative to this file: with any, only files that match one are read.'),
    exclude: globs.optional().describe('Globs, relative to this file, of files that are not read.'),
    tests: z.boolean().optional().describe('Take tests, stories, mocks and fixtures in.'),
    destinations: z
      .record(z.string(), z.enum(['event', 'session', 'membership']))
      .optional()
      .describe("SDK id → where its events get their group: on the event itself, from the session's earlier group call, or from the user's membership."),
    identity: z
      .enum(['user', 'instance'])
      .optional()
      .describe('Whom `identify()` is about: each user, or one shared identity for each account or installation.'),
    globals: z.record(z.string(), z.string()).optional().describe('Name of a global variable that holds a client → SDK id.'),
    http: z.boolean().optional().describe("False: requests to the product's own telemetry endpoints are not taken for calls."),
    preset: z.enum(['recommended', 'strict', 'all']).optional().describe('The rules that run where `rules` does not name them: `recommended` by default.'),
    wrappers: z.array(wrapperSchema).optional().describe('Functions that send events and cannot be followed to what they send to. A declaration goes before what is inferred.'),
    sdks: z.array(sdkSchema).optional().describe("SDKs of your own, in the words of tracklint's own catalogue."),
    rules: rules.optional().describe('Rule id → severity, or severity and options.'),
    overrides: z
      .array(z.strictObject({ files: globs.min(1).describe('Globs, relative to this file.'), rules: rules.describe('As in `rules`; a severity alone keeps the options.') }))
      .optional()
      .describe('Other settings for findings in some files. Later ones go before earlier ones.'),
    baseline: z.string().min(1).optional().describe('A file of findings that are known, relative to this file. Without it: `tracklint-baseline.jsonl` in the audited folder, if there is one.'),
  })
  .describe('Configuration of tracklint.');

/** A configuration, as written. */
export type Config = Readonly<z.input<typeof configSchema>>;
