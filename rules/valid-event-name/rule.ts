import { z } from 'zod';
import { groupedBy, relatedSites } from '../../src/check/causes.ts';
import { DEFAULT_STYLE, EVENT_STYLES, fitsStyle, inStyle, restyled, styleOf, type EventStyle } from '../../src/check/event-style.ts';
import { fitsAny } from '../../src/check/name-pattern.ts';
import { isPast, toldInPast } from '../../src/check/past-tense.ts';
import { nearestEvent, plannedNames } from '../../src/check/planned-events.ts';
import { defineRule, type Call, type Plan, type RuleContext } from '../../src/check/rule.ts';
import { wordsOf } from '../../src/check/words.ts';

const options = z.strictObject({
  style: z.enum([...EVENT_STYLES]).optional().describe('How names are written; by default as most of the plan\'s are, else `object.action`.'),
  tense: z.enum(['past', 'any']).default('past').describe('`any`: the action may be told in another tense than the past.'),
  ignore: z.array(z.string()).default([]).describe('Names that may be as they are; `*` stands for any text.'),
});

type MessageId = 'style' | 'word' | 'tense';
type Context = RuleContext<z.output<typeof options>, MessageId>;

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'valid-event-name',
  description: 'Enforce one style for the names of events that are sent, with the action in the past tense',
  recommended: null,
  strict: 'warning',
  scope: 'file',
  options,
  messages: {
    style: 'The event `{{event}}` is not written in the style `{{style}}`, as {{source}}: call it {{suggestion}}.',
    word: 'The event `{{event}}` is one word: name what it happened to and what happened, in the style `{{style}}`.',
    tense: 'The event `{{event}}` does not tell what happened in the past tense: call it {{suggestion}}.',
  },
  check(context) {
    const { calls, plan, options: { ignore } } = context;
    const planned = plannedNames(plan);
    const isOurs = (name: string): boolean => !name.startsWith('$') && !planned.has(name) && !fitsAny(ignore, name) && !isMeant(plan, name);
    const sent = calls.filter(({ kind, live }) => kind === 'track' && live).flatMap((call) => call.names.filter(isOurs).map((name) => ({ call, name })));
    for (const cause of groupedBy(sent, ({ call, name }) => JSON.stringify([name, (call.nameSpan ?? call.span).file, (call.nameSpan ?? call.span).start]))) reportName(context, cause);
  },
});

/** A planned event in another style is misspelt, which is another rule's to say. */
function isMeant(plan: Plan, name: string): boolean {
  return !plan.embedded && nearestEvent(plan, name) !== null;
}

interface Sent {
  readonly call: Call;
  readonly name: string;
}

function reportName(context: Context, sent: readonly [Sent, ...Sent[]]): void {
  const [{ call, name }] = sent;
  const { options: { tense }, report } = context;
  const { style, source } = styleFor(context);
  const past = tense === 'past' ? toldInPast(name) : null;
  const isOneWord = style.includes('action') && wordsOf(name).length === 1;
  const messageId = isOneWord ? 'word' : !fitsStyle(name, style) ? 'style' : past ? 'tense' : null;
  if (messageId === null) return;
  const better = past ? inStyle(past.words, style, past.action) : restyled(name, style, isPast);
  const isShared = sent.length > 1;
  report({
    place: call.nameSpan && (isShared || call.nameSpan.file === call.span.file) ? call.nameSpan : call.span,
    messageId,
    data: { event: name, style, source, suggestion: better === null ? 'so' : `\`${better}\`` },
    related: isShared ? relatedSites(sent.map((one) => ({ place: one.call.span, message: 'It is sent from here.' }))) : [],
    subject: name,
  });
}

function styleFor({ options: { style }, plan }: Context): { readonly style: EventStyle; readonly source: string } {
  if (style !== undefined) return { style, source: 'the options of this rule want' };
  return plan.embedded ? { style: DEFAULT_STYLE, source: 'the B2B specification has it' } : { style: styleOf(plan.events.map(({ name }) => name)), source: `most events of ${plan.file} are` };
}
