import { z } from 'zod';
import { isComputedState } from '../../../src/check/computed-state.ts';
import { fitsAny } from '../../../src/check/name-pattern.ts';
import { defineRule } from '../../../src/check/rule.ts';

const options = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Names of events that are acts of somebody all the same; `*` stands for any text.'),
});

export const rule = defineRule<z.output<typeof options>, 'computed'>({
  id: 'plan/no-computed-state-event',
  description: 'Disallow events for states that analytics compute, such as activation',
  recommended: 'warning',
  scope: 'plan',
  options,
  messages: {
    computed: '`{{event}}` is a state that analytics compute, and nothing that anybody does: plan the actions that lead to it, and define it downstream.',
  },
  check({ plan, options: { ignore }, report }) {
    const names = plan.events.map(({ name }) => name);
    for (const { name, deprecated, place } of plan.events) {
      if (!deprecated && !fitsAny(ignore, name) && isComputedState(name, names)) report({ place, messageId: 'computed', data: { event: name }, subject: name });
    }
  },
});
