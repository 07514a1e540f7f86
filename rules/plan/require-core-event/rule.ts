import { z } from 'zod';
import { coreEventData, missingCoreEvents } from '../../../src/check/missing-core-events.ts';
import { defineRule } from '../../../src/check/rule.ts';

const options = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Core events that the product does not have, such as `user.signed_out`.'),
});

export const rule = defineRule<z.output<typeof options>, 'missing'>({
  id: 'plan/require-core-event',
  description: 'Require the events of the account\'s and the user\'s life cycle that every B2B plan has',
  recommended: 'warning',
  scope: 'plan',
  options,
  messages: {
    missing: 'The plan lacks {{events}}, which every B2B plan has: add {{them}}, or name {{which}} among the `aliases` of the event that stands for it.',
  },
  check({ plan, options: { ignore }, report }) {
    // Without groups it is no plan of a B2B product: plan/valid-hierarchy asks for them.
    if (plan.groups.length === 0) return;
    const missing = missingCoreEvents(plan, 'lifecycle', ignore);
    if (missing.length > 0) report({ place: plan.parts.events, messageId: 'missing', data: coreEventData(missing), subject: 'lifecycle' });
  },
});
