import { z } from 'zod';
import { isPersonalName, isUnreadable } from '../../../src/check/personal-data.ts';
import { plannedIn } from '../../../src/check/planned-properties.ts';
import { defineRule, type PlanProperty } from '../../../src/check/rule.ts';

const options = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Names of properties and traits that may be sent all the same.'),
});

type MessageId = 'property' | 'trait';

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'plan/no-pii-property',
  description: 'Disallow personal data where the plan\'s pii_policy has none',
  recommended: 'error',
  scope: 'plan',
  options,
  messages: {
    property: 'The property `{{name}}` of `{{event}}` is personal data, which {{policy}} keeps out of events: remove it, or send it hashed and say so in its description.',
    trait: 'The trait `{{name}}` of {{owner}} is personal data, which {{policy}} allows nowhere: remove it, or send it hashed and say so in its description.',
  },
  check({ plan, options: { ignore }, report }) {
    if (plan.piiPolicy === 'allowed') return;
    const policy = plan.piiPolicy === null ? 'the policy `traits_only`, which holds where `meta.pii_policy` says nothing,' : `\`pii_policy: ${plan.piiPolicy}\``;
    const isForbidden = (property: PlanProperty): boolean => !ignore.includes(property.name) && isPersonal(property);
    for (const event of plan.events.filter(({ deprecated }) => !deprecated)) {
      for (const { name, place } of plannedIn(event.properties).map(({ name: way, property }) => ({ ...property, name: way })).filter(isForbidden)) {
        report({ place, messageId: 'property', data: { name, event: event.name, policy }, subject: `${event.name} ${name}` });
      }
    }
    if (plan.piiPolicy !== 'none') return;
    const owners = [{ owner: 'users', traits: plan.userTraits }, ...plan.groups.map(({ type, traits }) => ({ owner: `the group \`${type}\``, traits }))];
    for (const { owner, traits } of owners) {
      for (const { name, place } of traits.filter(isForbidden)) report({ place, messageId: 'trait', data: { name, owner, policy }, subject: `${owner} ${name}` });
    }
  },
});

/** Marked as personal data, or named so: a fact or one of a few values is none, whatever its name. */
function isPersonal({ name, type, enum: values, pii, description }: PlanProperty): boolean {
  if (isUnreadable(name, description)) return false;
  return pii || (isPersonalName(name) && values === null && (type === null || type === 'string'));
}
