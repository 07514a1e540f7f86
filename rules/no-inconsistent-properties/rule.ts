import { z } from 'zod';
import { groupedBy, keyOfPlace, relatedSites } from '../../src/check/causes.ts';
import { fitsAny } from '../../src/check/name-pattern.ts';
import { plannedEvents } from '../../src/check/planned-events.ts';
import { respelt } from '../../src/check/respelt.ts';
import { defineRule, type Call, type KeyValue, type RuleContext, type Span, type ValueType } from '../../src/check/rule.ts';
import { wordsOf } from '../../src/check/words.ts';

const options = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Names of events, and of properties, that may differ; `*` stands for any text.'),
});

type MessageId = 'spelling' | 'type';
type Context = RuleContext<z.output<typeof options>, MessageId>;

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'no-inconsistent-properties',
  description: 'Disallow one event whose properties are spelt or typed differently in different places',
  recommended: null,
  strict: 'warning',
  scope: 'project',
  suggests: true,
  options,
  messages: {
    spelling: '`{{event}}` has the property `{{key}}` here, and `{{usual}}` {{where}}: spell it one way.',
    type: 'The property `{{key}}` of `{{event}}` is {{type}} here, and {{usual}} {{where}}: send one type.',
  },
  check(context) {
    const tracked = context.calls.filter(({ kind, live, names }) => kind === 'track' && live && names.length === 1);
    for (const same of groupedBy(tracked, ({ names }) => names[0] ?? '')) {
      const event = same[0].names[0] ?? '';
      if (same.length > 1 && !event.startsWith('$') && !fitsAny(context.options.ignore, event) && !isPlanned(context, event)) checkEvent(context, event, same);
    }
  },
});

/** What the plan has of an event's properties, valid-event-properties compares with each of its sites. */
function isPlanned({ plan }: Context, event: string): boolean {
  return !plan.embedded && plannedEvents(plan, { names: [event] }).some(({ properties }) => properties.length > 0);
}

/** A property of an event, at one of the sites that send it. */
interface Use {
  readonly call: Call;
  readonly value: KeyValue;
}

function checkEvent(context: Context, event: string, same: readonly Call[]): void {
  const uses = same.flatMap((call) => call.properties.values.filter(({ key }) => !key.startsWith('$') && !fitsAny(context.options.ignore, key)).map((value) => ({ call, value })));
  for (const one of groupedBy(uses, ({ value }) => wordsOf(value.key).join(' '))) checkSpelling(context, event, one);
  for (const one of groupedBy(uses, ({ value }) => value.key)) checkTypes(context, event, one);
}

/** The same words in another style, at another site: `userId` and `user_id`. */
function checkSpelling(context: Context, event: string, same: readonly Use[]): void {
  // A site that has both tells two things apart, or is on its way from one to the other.
  if (same.some((use) => same.some((other) => other.call === use.call && other.value.key !== use.value.key))) return;
  reportRare(context, 'spelling', event, groupedBy(same, ({ value }) => value.key), ({ key }) => `\`${key}\``);
}

/** Types that one column cannot hold together. */
function checkTypes(context: Context, event: string, same: readonly Use[]): void {
  const typed = same.filter(({ value }) => kindOf(value) !== null);
  reportRare(context, 'type', event, groupedBy(typed, ({ value }) => kindOf(value) ?? ''), (value) => kindOf(value) ?? '');
}

const KINDS: Partial<Record<ValueType, string>> = {
  string: 'text', date: 'text', datetime: 'text', number: 'a number', boolean: 'true or false', object: 'an object', array: 'a list',
};

/** The one type of a value, in words; null where it is not known, or may be several. */
function kindOf({ values }: KeyValue): string | null {
  const kinds = new Set(values.flatMap(({ type }) => (type === 'null' ? [] : [KINDS[type] ?? null])));
  const [only] = kinds;
  return kinds.size === 1 ? (only ?? null) : null;
}

/** Reports all but the form that most sites have, once for each place where it is written. */
function reportRare({ report }: Context, messageId: MessageId, event: string, forms: readonly (readonly [Use, ...Use[]])[], textOf: (value: KeyValue) => string): void {
  const [usual, ...rare] = [...forms].sort((a, b) => sitesOf(b).length - sitesOf(a).length);
  if (!usual || rare.length === 0) return;
  const sites = sitesOf(usual);
  const where = sites.length === 1 ? 'at another site' : `at ${String(sites.length)} other sites`;
  const related = relatedSites(sites.map((place) => ({ place, message: `It is ${textOf(usual[0].value)} here.` })));
  for (const [use] of groupedBy(rare.flat(), ({ call, value }) => keyOfPlace(value.span ?? call.span))) {
    const { key } = use.value;
    const text = textOf(use.value);
    const data = { event, key, where, type: text, usual: messageId === 'spelling' ? usual[0].value.key : textOf(usual[0].value) };
    const suggest = messageId === 'spelling' && use.value.span ? [respelt(use.value.span, use.value, usual[0].value.key)] : [];
    report({ place: use.value.span ?? use.call.span, messageId, data, related, suggest, subject: `${event} ${key} ${messageId}` });
  }
}

function sitesOf(uses: readonly Use[]): Span[] {
  return groupedBy(uses, ({ call, value }) => keyOfPlace(value.span ?? call.span)).map(([{ call, value }]) => value.span ?? call.span);
}
