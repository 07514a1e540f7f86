/** The shape of a user's own SDK: the vocabulary of the catalogue. */
import { z } from 'zod';
import type { ArgTest, GroupSlot, Method, Sdk, SdkModule, Shape, Signature } from '../sdk/types.ts';

const path = z.string().regex(/^(\^?\d+(\.[^.\s][^.]*)*|last-string)$/, { error: 'Expected the index of an argument, with keys into it: "0", "1.name"' });
const pathOrText = z.string().regex(/^(\^?\d+(\.[^.\s][^.]*)*|last-string|=.*)$/, { error: 'Expected the index of an argument, with keys into it, or a text after "=": "0.event", "=name"' });
const names = z.array(z.string().min(1));

const test: z.ZodType<ArgTest, ArgTest> = z.union([z.enum(['string', 'object', 'function', 'present', 'absent']), z.strictObject({ is: z.string() })]);

const groupSlot: z.ZodType<GroupSlot, GroupSlot> = z.strictObject({
  at: path,
  form: z.enum(['id', 'ids', 'map']).describe('`id`: an id whose level the SDK does not name; `map`: levels and their ids.'),
  ifUsed: z.boolean().optional(),
  level: z.string().optional().describe('The level of an id, where the place itself says it.'),
});

const signature: z.ZodType<Signature, Signature> = z.strictObject({
  kind: z.enum(['track', 'page', 'screen', 'identify', 'group', 'alias', 'reset', 'context']),
  when: z.record(path, test).optional().describe('Tests on arguments that select an overload: all must be possible.'),
  name: pathOrText.optional().describe("The event's name."),
  properties: path.optional(),
  userId: path.optional(),
  traits: path.optional(),
  trait: z.tuple([path, path]).optional().describe('Of a call that sets one trait: where its name and its value stand.'),
  groupType: pathOrText.optional(),
  groupId: path.optional(),
  attaches: z.literal(false).optional().describe('Of group calls: it describes a group, and later events do not get it.'),
  groups: z.array(groupSlot).optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  adds: z.strictObject({ properties: z.union([names, z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))]).optional(), groups: names.optional() }).optional(),
});

const shape: z.ZodType<Shape, Shape> = z.lazy(() =>
  z.union([
    z.literal('client'),
    z.strictObject({ new: shape.optional(), call: shape.optional(), members: z.record(z.string(), shape).optional(), methods: z.record(z.string(), method).optional() }),
  ]),
).meta({ id: 'shape' });

const method: z.ZodType<Method, Method> = z.lazy(() =>
  z.strictObject({
    signatures: z.array(signature).optional().describe('Overloads, most specific first.'),
    returns: shape.optional(),
    registers: path.optional(),
    callbacks: z.record(path, z.array(shape)).optional(),
    enriches: path.optional(),
    batch: path.optional(),
  }),
).meta({ id: 'method' });

const sdkModule: z.ZodType<SdkModule, SdkModule> = z.strictObject({
  specifiers: names.describe('Import specifiers.'),
  exports: z.record(z.string(), shape).describe('Exported name → what it is: `"client"`, or an object of `new`, `call`, `members`, `methods`.'),
  namespace: shape.optional(),
});

export const sdkSchema: z.ZodType<Sdk, Sdk> = z.strictObject({
  id: z.string().min(1).describe('The id that reports and this file use.'),
  title: z.string().min(1).describe('The name for people.'),
  runtime: z.enum(['client', 'server']),
  isomorphic: z.boolean().optional().describe('True for a client that runs on servers too.'),
  groupState: z.enum(['attached', 'membership', 'none']).describe('What a group call does for later events.'),
  modules: z.array(sdkModule),
  globals: names.optional(),
  ambientTypes: names.optional(),
  client: z.strictObject({
    methods: z.record(z.string(), method),
    members: z.record(z.string(), shape).optional(),
    call: method.optional(),
    push: z.boolean().optional(),
  }),
  sendsTo: names.optional().describe('Ids of the SDKs to which it passes its calls on.'),
  reserved: names.optional(),
  ignoresGroupsAt: names.optional().describe('Places in the arguments of a track call where the SDK takes a group for none.'),
  groupKeysAreProperties: z.boolean().optional(),
  groupContextHint: z.string().describe('How a group is written in a track call, with ID and LEVEL as placeholders.'),
});
