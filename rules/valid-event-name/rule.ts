import { z } from 'zod';
import { groupedBy, relatedSites } from '../../src/check/causes.ts';
import { fitsAny } from '../../src/check/name-pattern.ts';
import { inStyle, isInStyle, isPast, STYLES, styleOf, type Style } from '../../src/check/naming.ts';
import { nearestEvent, plannedNames } from '../../src/check/planned-events.ts';
import { defineRule, type Call, type Plan, type RuleContext } from '../../src/check/rule.ts';
import { wordsOf } from '../../src/check/words.ts';

const options = z.strictObject({
  style: z.enum(['plan', ...STYLES]).default('plan').describe('The style of names, or `plan` for the style of most of the plan\'s events.'),
  tense: z.enum(['past', 'any']).default('past').describe('Whether a name has to tell of something past.'),
  ignore: z.array(z.string()).default([]).describe('Names that are left alone; `*` stands for any text.'),
});

type MessageId = 'style' | 'word' | 'tense';
type Context = RuleContext<z.output<typeof options>, MessageId>;

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'valid-event-name',
  description: 'Require the names of events to follow one style',
  recommended: null,
  strict: 'warning',
  scope: 'file',
  options,
  messages: {
    style: 'The event `{{event}}` is not named like `{{style}}`, as {{source}}: call it `{{suggestion}}`.',
    word: 'The event `{{event}}` is one word: name what it happened to and what happened, like `{{style}}`, as {{source}}.',
    tense: 'The event `{{event}}` does not say what happened: end it in a verb in the past tense, such as `created`.',
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
  const messageId = !isInStyle(name, style) ? (wordsOf(name).length > 1 ? 'style' : 'word') : tense === 'past' && !isPast(name) ? 'tense' : null;
  if (messageId === null) return;
  const isShared = sent.length > 1;
  report({
    place: call.nameSpan && (isShared || call.nameSpan.file === call.span.file) ? call.nameSpan : call.span,
    messageId,
    data: { event: name, style, source, suggestion: inStyle(name, style) },
    related: isShared ? relatedSites(sent.map((one) => ({ place: one.call.span, message: 'It is sent from here.' }))) : [],
    subject: name,
  });
}

function styleFor({ options: { style }, plan }: Context): { readonly style: Style; readonly source: string } {
  if (style !== 'plan') return { style, source: 'the options of this rule want' };
  const own = plan.embedded ? null : styleOf(plan.events.map(({ name }) => name));
  return own ? { style: own, source: `the events of ${plan.file} are` } : { style: 'object.action', source: 'the B2B specification has it' };
}
