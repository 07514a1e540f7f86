import { z } from 'zod';
import { groupedBy, keyOfPlace, relatedSites } from '../../src/check/causes.ts';
import { fitsAny } from '../../src/check/name-pattern.ts';
import { isPersonalName, isUnreadable } from '../../src/check/personal-data.ts';
import { isHarmless, isPersonalValue, isSecretName } from '../../src/check/pii.ts';
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
    property: 'The property `{{key}}` of {{event}} holds personal data, which {{policy}} keeps out of events: leave it out, hash it, or make it a trait of the user.',
    raw: 'The property `{{key}}` of {{event}} holds personal data as it is, and the plan has it hashed: hash it before it is sent.',
    trait: 'The trait `{{key}}` holds personal data, which {{policy}} allows nowhere: leave it out, or hash it.',
    secret: '`{{key}}` holds a secret, which has no place in analytics: leave it out.',
  },
  check(context) {
    const found = context.calls.flatMap((call) => (call.live ? personalIn(context, call) : []));
    for (const cause of groupedBy(found, ({ place, key }) => `${key} ${keyOfPlace(place)}`)) reportCause(context, cause);
  },
});

interface Found {
  readonly call: Call;
  readonly key: string;
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

/** A plan that says nothing has personal data in traits alone; where there is no plan, nobody has said so. */
function policyOf({ options: { policy }, plan }: Context): NonNullable<Plan['piiPolicy']> {
  return policy ?? plan.piiPolicy ?? (plan.embedded ? 'allowed' : 'traits_only');
}

function traitOf(context: Context, call: Call, entry: KeyValue): Found | null {
  if (!isPersonal(entry) || fitsAny(context.options.ignore, entry.key)) return null;
  if (isSecretName(entry.key)) return foundOf(call, entry, 'secret');
  return policyOf(context) === 'none' ? foundOf(call, entry, 'trait') : null;
}

/** What the plan itself lists as personal is the plan's to settle; what it wants hashed is wrong where the value tells that it is not. */
function propertyOf(context: Context, call: Call, entry: KeyValue): Found | null {
  if (!isPersonal(entry) || fitsAny(context.options.ignore, entry.key)) return null;
  if (isSecretName(entry.key)) return foundOf(call, entry, 'secret');
  const planned = plannedEvents(context.plan, call).flatMap(({ properties }) => properties.filter(({ name }) => name === entry.key));
  if (planned.some(({ name, description }) => isUnreadable(name, description))) return entry.values.some(isPersonalValue) ? foundOf(call, entry, 'raw') : null;
  return policyOf(context) === 'allowed' || planned.some(({ pii }) => pii) ? null : foundOf(call, entry, 'property');
}

/** What is certainly harmless on every path is not reported. */
function isPersonal({ key, values }: KeyValue): boolean {
  if (values.length === 0 || values.every(isHarmless)) return false;
  return isPersonalName(key) || isSecretName(key) || values.some(isPersonalValue);
}

function foundOf(call: Call, { key, span, values }: KeyValue, messageId: MessageId): Found {
  const value = values.find((one) => !isHarmless(one))?.span;
  return { call, key, messageId, place: span ?? value ?? call.span };
}

function reportCause(context: Context, found: readonly [Found, ...Found[]]): void {
  const [{ call, key, messageId, place }] = found;
  const event = eventText(call, call.names);
  context.report({
    place,
    messageId,
    data: { key, event: found.length > 1 ? `the events of ${String(found.length)} sites` : event, policy: context.options.policy === null && context.plan.piiPolicy === null ? 'the policy `traits_only`, which holds where `meta.pii_policy` says nothing,' : `\`pii_policy: ${policyOf(context)}\`` },
    related: found.length > 1 ? relatedSites(found.map((one) => ({ place: one.call.span, message: `${capitalised(eventText(one.call, one.call.names))} is sent from here.` }))) : [],
    subject: `${key} ${found.length > 1 ? '' : event}`,
  });
}
