import { z } from 'zod';
import { groupedBy, keyOfPlace, relatedSites } from '../../src/check/causes.ts';
import { fitsAny } from '../../src/check/name-pattern.ts';
import { isHarmless, personalName, personalValue, type Personal } from '../../src/check/pii.ts';
import { plannedEvents } from '../../src/check/planned-events.ts';
import { defineRule, type Call, type CallKeys, type KeyValue, type Plan, type RuleContext, type Span } from '../../src/check/rule.ts';
import { capitalised, eventText } from '../../src/check/wording.ts';

const options = z.strictObject({
  policy: z.enum(['none', 'traits_only', 'allowed']).nullable().default(null).describe('Where personal data may be sent; without it the `pii_policy` of the plan holds.'),
  ignore: z.array(z.string()).default([]).describe('Names of properties and traits that may hold anything; `*` stands for any text.'),
});

type MessageId = 'property' | 'raw' | 'trait' | 'secret';
type Context = RuleContext<z.output<typeof options>, MessageId>;

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'no-pii-properties',
  description: 'Disallow personal data where the plan does not want it',
  recommended: 'warning',
  strict: 'error',
  scope: 'file',
  options,
  messages: {
    property: 'The property `{{key}}` of {{event}} holds {{what}}: leave it out, hash it, or make it a trait of the user ({{policy}}).',
    raw: 'The property `{{key}}` of {{event}} holds {{what}} as it is, and the plan has it hashed: hash it before it is sent.',
    trait: 'The trait `{{key}}` holds {{what}}, and the plan allows no personal data ({{policy}}): leave it out, or hash it.',
    secret: '`{{key}}` holds {{what}}, which has no place in analytics: leave it out.',
  },
  check(context) {
    const found = context.calls.flatMap((call) => (call.live ? personalIn(context, call) : []));
    for (const cause of groupedBy(found, ({ place, key }) => `${key} ${keyOfPlace(place)}`)) reportCause(context, cause);
  },
});

interface Found {
  readonly call: Call;
  readonly key: string;
  readonly what: string;
  readonly messageId: MessageId;
  readonly place: Span;
}

function personalIn(context: Context, call: Call): Found[] {
  if (call.kind === 'identify' || call.kind === 'group') return entriesOf(call.traits).flatMap((one) => traitOf(context, call, one) ?? []);
  if (call.kind === 'track' || call.kind === 'page' || call.kind === 'screen') return entriesOf(call.properties).flatMap((one) => propertyOf(context, call, one) ?? []);
  return [];
}

/** Keys, and those of objects within; `$set` and its like hold what goes elsewhere. */
function entriesOf({ values }: CallKeys): readonly KeyValue[] {
  return values.filter(({ key }) => !key.startsWith('$')).flatMap((one) => [one, ...one.values.flatMap(({ members }) => (members ? entriesOf(members) : []))]);
}

/** Without a policy nobody has said that personal data must not be sent. */
function policyOf({ options: { policy }, plan }: Context): NonNullable<Plan['piiPolicy']> {
  return policy ?? plan.piiPolicy ?? 'allowed';
}

function traitOf(context: Context, call: Call, entry: KeyValue): Found | null {
  const personal = personalOf(entry);
  if (!personal || fitsAny(context.options.ignore, entry.key) || (!personal.isSecret && policyOf(context) !== 'none')) return null;
  return foundOf(call, entry, personal, personal.isSecret ? 'secret' : 'trait');
}

/** What the plan itself lists as personal is the plan's to settle, unless it says that it is hashed. */
function propertyOf(context: Context, call: Call, entry: KeyValue): Found | null {
  const personal = personalOf(entry);
  if (!personal || fitsAny(context.options.ignore, entry.key)) return null;
  if (personal.isSecret) return foundOf(call, entry, personal, 'secret');
  const planned = plannedEvents(context.plan, call).flatMap(({ properties }) => properties.filter(({ name }) => name === entry.key));
  if (planned.some(({ description }) => /hash/i.test(description ?? ''))) return foundOf(call, entry, personal, 'raw');
  return policyOf(context) === 'allowed' || planned.some(({ pii }) => pii) ? null : foundOf(call, entry, personal, 'property');
}

/** What is certainly harmless on every path is not reported. */
function personalOf({ key, values }: KeyValue): Personal | null {
  if (values.length === 0 || values.every(isHarmless)) return null;
  const named = personalName(key);
  return named ?? values.map(personalValue).find((one) => one !== null) ?? null;
}

function foundOf(call: Call, { key, span, values }: KeyValue, { what }: Personal, messageId: MessageId): Found {
  const value = values.find((one) => !isHarmless(one))?.span;
  return { call, key, what, messageId, place: span ?? value ?? call.span };
}

function reportCause(context: Context, found: readonly [Found, ...Found[]]): void {
  const [{ call, key, what, messageId, place }] = found;
  const event = eventText(call, call.names);
  context.report({
    place,
    messageId,
    data: { key, what, event: found.length > 1 ? `the events of ${String(found.length)} sites` : event, policy: `\`pii_policy: ${policyOf(context)}\`` },
    related: found.length > 1 ? relatedSites(found.map((one) => ({ place: one.call.span, message: `${capitalised(eventText(one.call, one.call.names))} is sent from here.` }))) : [],
    subject: `${key} ${found.length > 1 ? '' : event}`,
  });
}
