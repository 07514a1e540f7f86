import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { lettersOf } from '../../src/check/account-property.ts';
import { groupedBy, keyOfPlace, relatedSites } from '../../src/check/causes.ts';
import { isCommonProperty } from '../../src/check/common-properties.ts';
import { fitsAny } from '../../src/check/name-pattern.ts';
import { plannedEvents } from '../../src/check/planned-events.ts';
import { defineRule, type Call, type CallKeys, type PlanEvent, type PlanProperty, type Related, type RuleContext, type Span, type ValueShape } from '../../src/check/rule.ts';
import { fitOf, valueText } from '../../src/check/value-fit.ts';
import { takesProperties } from '../../src/check/vocabulary.ts';
import { capitalised, eventText, quoted } from '../../src/check/wording.ts';

const options = z.strictObject({
  unknown: z.boolean().default(true).describe('Report properties that the plan does not have for the event.'),
  ignore: z.array(z.string()).default([]).describe('Names of properties that may be sent with any event; `*` stands for any text.'),
});

type MessageId = 'missing' | 'unknown' | 'nearMiss' | 'type' | 'enum';
type Context = RuleContext<z.output<typeof options>, MessageId>;

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'valid-event-properties',
  description: 'Require the properties of events to be those that the plan has for them',
  recommended: 'error',
  scope: 'file',
  needsOwnPlan: true,
  options,
  messages: {
    missing: '{{event}} is sent without {{keys}}, which the plan requires: pass {{pronoun}}.',
    unknown: 'The plan has no property `{{key}}` for {{event}}: add it to {{plan}}, or leave it out.',
    nearMiss: 'The plan has no property `{{key}}` for {{event}}. Did you mean `{{suggestion}}`? If not, add it to {{plan}}.',
    type: 'The property `{{key}}` of {{event}} is {{value}}, and the plan wants {{wanted}}: send what the plan says, or correct {{plan}}.',
    enum: 'The property `{{key}}` of {{event}} is {{value}}, and the plan allows only {{wanted}}: send one of these, or add it to {{plan}}.',
  },
  check(context) {
    const problems = context.calls.flatMap((call) => problemsOf(context, call));
    for (const [first, ...others] of groupedBy(problems, ({ cause }) => cause)) reportProblem(context, first, others);
  },
});

interface Problem {
  readonly call: Call;
  readonly cause: string;
  readonly place: Span;
  readonly messageId: MessageId;
  readonly data: Readonly<Record<string, string>>;
  readonly planned: PlanProperty | null;
}

function problemsOf(context: Context, call: Call): Problem[] {
  if (call.kind !== 'track' || !call.live || !call.sdks.some((id) => takesProperties(context.sdk(id)))) return [];
  const events = plannedEvents(context.plan, call);
  if (events.length === 0) return [];
  const unknown = context.options.unknown ? unknownIn(context, call, events) : [];
  // What a misspelt property was meant to be is not missed besides.
  const meant = unknown.flatMap(({ planned }) => planned?.name ?? []);
  return [...missingIn(call, events, meant), ...misfitsIn(call, events), ...unknown];
}

/** What all events that a call may send require, and it certainly does not give. */
function missingIn(call: Call, events: readonly PlanEvent[], meant: readonly string[]): Problem[] {
  if (call.properties.open) return [];
  const [first, ...others] = events.map(({ properties }) => properties.filter(({ required }) => required));
  const missing = (first ?? []).filter((property) => others.every((own) => own.some(({ name }) => name === property.name)) && !meant.includes(property.name) && !isGiven(call.properties, property.name));
  const [planned] = missing;
  if (!planned) return [];
  const keys = missing.map(({ name }) => name);
  return [{
    call, cause: `missing ${keyOfPlace(call.span)} ${keys.join()} ${call.names.join()}`, place: call.span, messageId: 'missing', planned,
    data: { keys: quoted(keys, 'and'), pronoun: keys.length > 1 ? 'them' : 'it' },
  }];
}

/** `address.city` may be given as such, or within `address`. */
function isGiven({ keys, values }: CallKeys, name: string): boolean {
  if (keys.includes(name)) return true;
  const [head = '', ...rest] = name.split('.');
  const whole = values.find(({ key }) => key === head);
  if (!whole || rest.length === 0) return false;
  return whole.values.every(({ type, members }) => type === 'unknown' || (type === 'object' && (!members || members.open || isGiven(members, rest.join('.')))));
}

function misfitsIn(call: Call, events: readonly PlanEvent[]): Problem[] {
  const names = new Set(events.flatMap(({ properties }) => properties.map(({ name }) => name)));
  return [...names].flatMap((name) => {
    const planned = events.flatMap(({ properties }) => properties.find((property) => property.name === name) ?? []);
    return valuesAt(call.properties, name).flatMap(({ value, span }): Problem[] => {
      const fits = planned.map((property) => fitOf(property, value));
      const [fit] = fits;
      const [property] = planned;
      if (!property || !fit || fit === 'fits' || fits.some((other) => other !== fit)) return [];
      const place = placeOf(call, value.span, span);
      const wanted = fit === 'enum' ? quoted((property.enum ?? []).map((one) => JSON.stringify(one)), 'or') : wantedText(property);
      return [{ call, cause: `${fit} ${name} ${keyOfPlace(place)} ${valueText(value)}`, place, messageId: fit, planned: property, data: { key: name, value: valueText(value), wanted } }];
    });
  });
}

/** The value where the call gives it, else its key; what a wrapper adds stands there. */
function placeOf({ span: site }: Call, value: Span | null, key: Span | null): Span {
  const own = [value, key].find((place) => place?.file === site.file && place.start >= site.start && place.end <= site.end);
  return own ?? value ?? key ?? site;
}

function wantedText({ type, enum: allowed }: PlanProperty): string {
  if (type === null) return quoted((allowed ?? []).map((one) => JSON.stringify(one)), 'or');
  return type === 'datetime' ? 'a date and time' : `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}

interface Placed {
  readonly value: ValueShape;
  readonly span: Span | null;
}

/** The values under a name, or at the end of a way such as `address.city`. */
function valuesAt({ values }: CallKeys, name: string): Placed[] {
  const own = values.find(({ key }) => key === name);
  if (own) return own.values.map((value) => ({ value, span: own.span }));
  const [head = '', ...rest] = name.split('.');
  if (rest.length === 0) return [];
  return (values.find(({ key }) => key === head)?.values ?? []).flatMap(({ members }) => (members ? valuesAt(members, rest.join('.')) : []));
}

/** An event for which the plan lists no properties is one whose properties it does not describe. */
function unknownIn({ options: { ignore }, plan }: Context, call: Call, events: readonly PlanEvent[]): Problem[] {
  if (events.some(({ properties }) => properties.length === 0)) return [];
  const planned = events.flatMap(({ properties }) => properties);
  const heads = new Set(planned.map(({ name }) => name.split('.')[0] ?? name));
  return call.properties.values.flatMap(({ key, span }): Problem[] => {
    if (heads.has(key) || planned.some(({ name }) => name === key) || isCommonProperty(plan, key) || fitsAny(ignore, key)) return [];
    const place = span ?? call.span;
    const meant = nearest(key, planned.filter(({ name }) => !call.properties.keys.includes(name)));
    return [{ call, cause: `unknown ${key} ${keyOfPlace(place)}`, place, messageId: meant ? 'nearMiss' : 'unknown', planned: meant, data: { key, suggestion: meant?.name ?? '' } }];
  });
}

const MOST_SLIPS = 2;
const SHORT = 4;

function nearest(key: string, planned: readonly PlanProperty[]): PlanProperty | null {
  const letters = lettersOf(key);
  const slips = ({ name }: PlanProperty): number => distance(letters, lettersOf(name));
  const [best] = [...planned].sort((a, b) => slips(a) - slips(b));
  return best && slips(best) <= (letters.length <= SHORT ? 0 : MOST_SLIPS) ? best : null;
}

function reportProblem({ plan, report }: Context, { call, place, messageId, data, planned }: Problem, others: readonly Problem[]): void {
  const sites = [...new Map([call, ...others.map((other) => other.call)].map((one) => [keyOfPlace(one.span), one])).values()];
  const event = eventText(call, call.names);
  const related: Related[] = planned ? [{ place: planned.place, message: `The plan has \`${planned.name}\` here.` }] : [];
  report({
    place,
    messageId,
    data: { event: sites.length > 1 ? `the events of ${String(sites.length)} sites` : messageId === 'missing' ? capitalised(event) : event, plan: plan.file, ...data },
    related: [...related, ...(sites.length > 1 ? relatedSites(sites.map((one) => ({ place: one.span, message: `${capitalised(eventText(one, one.names))} is sent from here.` }))) : [])],
    subject: `${event} ${data['key'] ?? data['keys'] ?? ''}`,
  });
}
