import { z } from 'zod';
import { hasEventAbout } from '../../../src/check/core-events.ts';
import { coreEventData, missingCoreEvents } from '../../../src/check/missing-core-events.ts';
import { defineRule, type Plan } from '../../../src/check/rule.ts';
import { wordsOf } from '../../../src/check/words.ts';

const options = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Core events of billing that the product does not have, such as `plan.downgraded`.'),
});

const BILLING = /\b(billing|trial|plan|subscription|subscribed|invoice|payment|paid|checkout|upgraded?|downgraded?|purchased?|limit|quota|seats?|licen[sc]e|coupon|refund(ed)?)\b/;
const TRIAL = /\btrials?\b/;

export const rule = defineRule<z.output<typeof options>, 'none' | 'missing'>({
  id: 'plan/require-billing-event',
  description: 'Require the commercial events that tell of revenue: trials, upgrades, downgrades',
  recommended: 'warning',
  scope: 'plan',
  options,
  messages: {
    none: 'The plan has no event of billing, so that nothing tells what accounts pay: add {{events}}.',
    missing: 'The plan lacks {{events}}, without which nothing tells what accounts pay: add {{them}}, or name {{which}} among the `aliases` of the event that stands for it.',
  },
  check({ plan, options: { ignore }, report }) {
    // Without groups it is no plan of a B2B product: plan/valid-hierarchy asks for them.
    if (plan.groups.length === 0) return;
    const hasTrials = speaksOfTrials(plan);
    const hasBilling = hasEventAbout(plan, BILLING, 'billing');
    const missing = missingCoreEvents(plan, 'billing', ignore).filter(({ name }) => !name.startsWith('trial.') || hasTrials);
    if (missing.length > 0) report({ place: plan.parts.events, messageId: hasBilling ? 'missing' : 'none', data: coreEventData(missing), subject: 'billing' });
  },
});

/** A product whose plan says nothing of trials has none. */
function speaksOfTrials({ events, groups, userTraits }: Plan): boolean {
  const properties = [...userTraits, ...groups.flatMap(({ traits }) => traits), ...events.flatMap((event) => event.properties)];
  const values = properties.flatMap(({ name, enum: some }) => [name, ...(some ?? []).map(String)]);
  return [...events.flatMap(({ name, aliases }) => [name, ...aliases]), ...values].some((text) => TRIAL.test(wordsOf(text).join(' ')));
}
