/** The shape of a declared wrapper. */
import { z } from 'zod';
import type { Wrapper } from '../sdk/types.ts';

const PLACE = /^(\d+(\.[^.\s][^.]*)*|last-string)$/;
const PLACE_TEXT = 'Expected an argument\'s index, with the keys into it: 0, "1.name"';

const place = z.union([z.int().nonnegative(), z.string().regex(PLACE, { error: PLACE_TEXT })], { error: PLACE_TEXT }).describe("An argument's index, with keys into it: `0`, `\"1.name\"`.");
const TEXT_TOO = `${PLACE_TEXT}, or a text of its own: "=account"`;
const placeOrText = z.union([z.int().nonnegative(), z.string().regex(new RegExp(`${PLACE.source}|^=.`), { error: TEXT_TOO })], { error: TEXT_TOO }).describe('The same, or a constant text after `=`: `"=account"`.');

const NAME = /^[\w$]+(\(\))?(\.[\w$]+(\(\))?)*$/;
const MEMBER = /^[\w$]+(\(\))?(\.[\w$]+(\(\))?)+$/;
const WAYS = ['name', 'member', 'import'] as const;

export const wrapperSchema: z.ZodType<Wrapper, Wrapper> = z
  .strictObject({
    name: z.string().regex(NAME, { error: 'Expected a name, or a way of names: "track", "acme.track"' }).optional()
      .describe('A global function, with the way to it: `acme.track`. Or whatever is called by this one name where nothing else is known of it.'),
    member: z.string().regex(MEMBER, { error: 'Expected a member with what stands before it: "telemetry.capture", "useTracking().trackEvent"' }).optional()
      .describe('A member, with the names before it: `telemetry.capture`, `useTracking().trackEvent`. Or a method of a class or type: `Telemetry.capture`.'),
    import: z
      .strictObject({
        from: z.string().min(1).describe('A package; or a file of the project, relative to this one: `./src/track.ts`.'),
        name: z.string().regex(NAME, { error: 'Expected the name of an export, or a way into it: "track", "default", "client.track"' }).describe('The export, `default` included; or a way into it: `client.track`.'),
      })
      .optional(),
    kind: z.enum(['track', 'page', 'screen', 'identify', 'group', 'alias', 'reset']).optional().describe('What a call of it is; `track` where nothing is said.'),
    event: placeOrText.optional().describe("The event's name."),
    properties: place.optional(),
    traits: place.optional(),
    userId: place.optional(),
    groupType: placeOrText.optional().describe('Of group calls: the level, or `"=account"`.'),
    groupId: place.optional().describe("Of group calls: the group's id."),
    groups: z
      .array(z.strictObject({ at: place, level: z.string().min(1).optional().describe('The level of the id that stands there.'), form: z.enum(['id', 'ids', 'map']).optional().describe('`map`: levels and their ids.') }))
      .optional()
      .describe('Where a call passes groups. Without any, its events are taken to have one perhaps.'),
    batch: place.optional().describe('A list of messages: the other places are then within each of them, as if it were argument 0.'),
    prefix: z.string().min(1).optional().describe("What is put before the event's name."),
    suffix: z.string().min(1).optional().describe("What is put after the event's name."),
    adds: z
      .strictObject({
        properties: z.union([z.array(z.string()), z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))]).optional().describe('Names of properties, or names and fixed values.'),
        groups: z.array(z.string().min(1)).optional().describe('Levels of groups.'),
      })
      .optional()
      .describe('What every call adds by itself.'),
    sdks: z.array(z.string()).min(1).optional().describe('Ids of the SDKs to which it sends.'),
    sink: z.string().min(1).optional().describe('Where it sends to no SDK: your name for the place, by which its events are listed.'),
  })
  .superRefine((wrapper, context) => {
    const given = WAYS.filter((way) => wrapper[way] !== undefined);
    if (given.length !== 1) context.addIssue({ code: 'custom', message: `Say in one way what is called: \`name\`, \`member\` or \`import\`${given.length > 1 ? `, not with ${given.map((way) => `\`${way}\``).join(' and ')}` : ''}`, path: given.slice(1, 2) });
    const { kind = 'track' } = wrapper;
    if (kind === 'track' && wrapper.event === undefined) context.addIssue({ code: 'custom', message: 'Say which argument holds the event\'s name: `event: 0`' });
    if (wrapper.sdks && wrapper.sink !== undefined) context.addIssue({ code: 'custom', message: 'A wrapper sends to `sdks` or to a `sink`: keep one', path: ['sink'] });
  });
