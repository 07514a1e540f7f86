import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { lettersOf } from '../../src/check/account-property.ts';
import { groupedBy, keyOfPlace, relatedSites } from '../../src/check/causes.ts';
import { isCommonProperty } from '../../src/check/common-properties.ts';
import { fitsAny } from '../../src/check/name-pattern.ts';
import { plannedEvents } from '../../src/check/planned-events.ts';
import { lacks, objectsAt, plannedIn, valuesAt } from '../../src/check/planned-properties.ts';
import { respelt } from '../../src/check/respelt.ts';
import { defineRule, type Call, type PlanEvent, type PlanProperty, type Related, type RuleContext, type Span, type Suggestion } from '../../src/check/rule.ts';
import { fitOf, valuesText } from '../../src/check/value-fit.ts';
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
    unknown: 'The plan has no {{properties}} for {{event}}: add {{pronoun}} to {{plan}}, or leave {{pronoun}} out.',
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
  readonly suggest?: readonly Suggestion[];
}

function problemsOf(context: Context, call: Call): Problem[] {
  if (call.kind !== 'track' || !call.live || !call.sdks.some((id) => takesProperties(context.sdk(id)))) return [];
  const events = plannedEvents(context.plan, call);
  if (events.length === 0) return [];
  const unknown = context.options.unknown ? unknownIn(context, call, events) : [];
  // What a misspelt property was meant to be is not missed besides.
  const meant = unknown.flatMap(({ data }) => data['suggestion'] ?? []);
  return [...missingIn(call, events, meant), ...misfitsIn(call, events), ...unknown];
}

/** What all events that a call may send require, and it certainly does not give. */
function missingIn(call: Call, events: readonly PlanEvent[], meant: readonly string[]): Problem[] {
  const [first, ...others] = events.map(({ properties }) => plannedIn(properties).filter(({ property }) => property.required));
  const missing = (first ?? []).filter((planned) => others.every((own) => own.some(({ name }) => name === planned.name)) && !meant.includes(planned.name) && lacks(call.properties, planned));
  const [planned] = missing;
  if (!planned) return [];
  const keys = missing.map(({ name }) => name);
  return [{
    call, cause: `missing ${keyOfPlace(call.span)} ${keys.join()} ${call.names.join()}`, place: call.span, messageId: 'missing', planned: planned.property,
    data: { keys: quoted(keys, 'and'), pronoun: keys.length > 1 ? 'them' : 'it' },
  }];
}

function misfitsIn(call: Call, events: readonly PlanEvent[]): Problem[] {
  const all = events.flatMap(({ properties }) => plannedIn(properties));
  return [...new Set(all.map(({ name }) => name))].flatMap((name) => {
    const planned = all.flatMap((one) => (one.name === name ? [one.property] : []));
    const misfits = valuesAt(call.properties, name).flatMap(({ value, span }) => {
      const [fit, ...others] = planned.map((property) => fitOf(property, value));
      return fit && fit !== 'fits' && others.every((other) => other === fit) ? [{ fit, value, place: placeOf(call, value.span, span) }] : [];
    });
    // What one expression may be is wrong once.
    return groupedBy(misfits, ({ fit, place }) => `${fit} ${keyOfPlace(place)}`).flatMap((same): Problem[] => {
      const [{ fit, place }] = same;
      const [property] = planned;
      if (!property) return [];
      const wanted = fit === 'enum' ? quoted((property.enum ?? []).map((one) => JSON.stringify(one)), 'or') : wantedText(property);
      const value = valuesText(same.map((one) => one.value));
      return [{ call, cause: `${fit} ${name} ${keyOfPlace(place)} ${value}`, place, messageId: fit, planned: property, data: { key: name, value, wanted } }];
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

/** An event for which the plan lists no properties, or an object without any, is one that it does not describe. */
function unknownIn(context: Context, call: Call, events: readonly PlanEvent[]): Problem[] {
  if (events.some(({ properties }) => properties.length === 0)) return [];
  const wholes = new Map<string, readonly PlanProperty[]>([['', events.flatMap(({ properties }) => properties)]]);
  for (const { name, property } of events.flatMap(({ properties }) => plannedIn(properties))) if (property.properties.length > 0) wholes.set(name, [...(wholes.get(name) ?? []), ...property.properties]);
  return [...wholes].flatMap(([way, planned]) => objectsAt(call.properties, way).flatMap((keys) => unknownAmong(context, call, { way, planned, keys })));
}

interface Whole {
  readonly way: string;
  readonly planned: readonly PlanProperty[];
  readonly keys: Call['properties'];
}

function unknownAmong({ options: { ignore }, plan }: Context, call: Call, { way, planned, keys }: Whole): Problem[] {
  const heads = new Set(planned.map(({ name }) => name.split('.')[0] ?? name));
  return keys.values.flatMap(({ key, span, values }): Problem[] => {
    const name = way === '' ? key : `${way}.${key}`;
    if (heads.has(key) || planned.some((one) => one.name === key) || isCommonProperty(plan, key) || fitsAny(ignore, name)) return [];
    const place = span ?? call.span;
    const meant = nearest(key, planned.filter((one) => !keys.keys.includes(one.name)));
    const suggestion = meant && (way === '' ? meant.name : `${way}.${meant.name}`);
    return [{ call, cause: `unknown ${meant ? name : ''} ${keyOfPlace(place)}`, place, messageId: meant ? 'nearMiss' : 'unknown', planned: meant, data: { key: name, suggestion: suggestion ?? '' }, suggest: span && meant ? [respelt(span, { key, values }, meant.name)] : [] }];
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

function reportProblem({ plan, report }: Context, { call, place, messageId, data, planned, suggest = [] }: Problem, others: readonly Problem[]): void {
  const sites = [...new Map([call, ...others.map((other) => other.call)].map((one) => [keyOfPlace(one.span), one])).values()];
  const event = eventText(call, call.names);
  // Keys that are computed at one place, from a list of them, are one cause.
  const keys = [...new Set([data, ...others.map((other) => other.data)].flatMap(({ key }) => key ?? []))];
  const unknown: Readonly<Record<string, string>> = messageId === 'unknown' ? { properties: `propert${keys.length > 1 ? 'ies' : 'y'} ${quoted(keys, 'and')}`, pronoun: keys.length > 1 ? 'them' : 'it' } : {};
  const related: Related[] = planned ? [{ place: planned.place, message: `The plan has \`${planned.name}\` here.` }] : [];
  report({
    place,
    messageId,
    data: { event: sites.length > 1 ? `the events of ${String(sites.length)} sites` : messageId === 'missing' ? capitalised(event) : event, plan: plan.file, ...data, ...unknown },
    related: [...related, ...(sites.length > 1 ? relatedSites(sites.map((one) => ({ place: one.span, message: `${capitalised(eventText(one, one.names))} is sent from here.` }))) : [])],
    suggest,
    subject: `${event} ${data['key'] ?? data['keys'] ?? ''}`,
  });
}
