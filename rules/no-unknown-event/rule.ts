import { z } from 'zod';
import { groupedBy, relatedSites } from '../../src/check/causes.ts';
import { fitsAny, nameTest } from '../../src/check/name-pattern.ts';
import { nearestEvent, plannedNames } from '../../src/check/planned-events.ts';
import { defineRule, type Call, type RuleContext, type Span, type Suggestion } from '../../src/check/rule.ts';

const options = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Names of events that the plan need not have; `*` stands for any text.'),
});

type Options = z.output<typeof options>;
type MessageId = 'unknown' | 'nearMiss' | 'pattern';
type Context = RuleContext<Options, MessageId>;

export const rule = defineRule<Options, MessageId>({
  id: 'no-unknown-event',
  description: 'Disallow events that the tracking plan does not have',
  recommended: 'error',
  scope: 'file',
  needsOwnPlan: true,
  suggests: true,
  options,
  messages: {
    unknown: 'The plan has no event `{{event}}`: add it to {{plan}}, or correct the name.',
    nearMiss: 'The plan has no event `{{event}}`. Did you mean `{{suggestion}}`? If not, add it to {{plan}}.',
    pattern: 'No event of the plan fits `{{event}}`, where `*` is what is not known: add the events to {{plan}}, or correct the name.',
  },
  check(context) {
    const known = plannedNames(context.plan);
    const tracked = context.calls.filter(({ kind, live }) => kind === 'track' && live);
    const unknowns = tracked.flatMap((call) => unknownOf(context, call, known).map((event) => ({ call, event })));
    for (const cause of groupedBy(unknowns, keyOf)) reportCause(context, cause);
  },
});

interface Unknown {
  readonly call: Call;
  readonly event: string;
}

/** The names that a call sends and the plan does not have, or its pattern where no planned name can fit. */
function unknownOf({ options: { ignore } }: Context, call: Call, known: ReadonlySet<string>): string[] {
  if (call.names.length > 0) return call.names.filter((name) => !known.has(name) && !name.startsWith('$') && !fitsAny(ignore, name));
  const { pattern } = call;
  if (pattern === null || pattern.startsWith('$') || !/[\p{L}\p{N}]/u.test(pattern)) return [];
  return fitsAny(ignore, pattern) || [...known].some(nameTest(pattern)) ? [] : [pattern];
}

/** The same name that calls take from the same place is one cause: a constant, or what a wrapper names. */
function keyOf({ call, event }: Unknown): string {
  const { file, start } = originOf(call, event) ?? call.nameSpan ?? call.span;
  return JSON.stringify([event, file, start]);
}

function reportCause({ plan, report }: Context, unknowns: readonly [Unknown, ...Unknown[]]): void {
  const [{ call, event }] = unknowns;
  const isShared = unknowns.length > 1;
  const suggestion = call.names.length > 0 ? nearestEvent(plan, event) : null;
  const planned = suggestion ? [{ place: suggestion.place, message: `The plan has \`${suggestion.name}\` here.` }] : [];
  const sites = isShared ? relatedSites(unknowns.map((one) => ({ place: one.call.span, message: 'It is sent from here.' }))) : [];
  const place = (isShared ? originOf(call, event) : null) ?? placeOf(call, isShared);
  report({
    place,
    messageId: call.names.length === 0 ? 'pattern' : suggestion ? 'nearMiss' : 'unknown',
    data: { event, plan: plan.file, suggestion: suggestion?.name ?? '' },
    related: [...planned, ...sites],
    subject: event,
    suggest: suggestion ? renamings(originOf(call, event), place, event, suggestion.name) : [],
  });
}

/** What stands between the quotes of the text that gives the name, in the file of the finding. */
function renamings(origin: Span | null, place: Span, event: string, name: string): Suggestion[] {
  const isPlain = origin?.file === place.file && origin.end - origin.start === event.length + 2 && !/["'`\\$]/.test(name);
  return isPlain ? [{ description: `Call it \`${name}\``, edits: [{ start: origin.start + 1, end: origin.end - 1, text: name }] }] : [];
}

function originOf({ nameOrigins = {} }: Call, event: string): Span | null {
  return (Object.hasOwn(nameOrigins, event) ? nameOrigins[event] : undefined) ?? null;
}

/** Where the name stands: in the call's own file, or wherever several calls take it from. */
function placeOf({ span, nameSpan }: Call, isShared: boolean): Span {
  return nameSpan && (isShared || nameSpan.file === span.file) ? nameSpan : span;
}
