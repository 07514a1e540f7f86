import { z } from 'zod';
import { fitsAny, nameTest } from '../../src/check/name-pattern.ts';
import { defineRule, type Call } from '../../src/check/rule.ts';

const options = z.strictObject({
  strict: z.boolean().default(false).describe('Report also where the program sends events whose names are not known, one of which may be it.'),
  ignore: z.array(z.string()).default([]).describe('Names of events that other programs send; `*` stands for any text.'),
});

export const rule = defineRule<z.output<typeof options>, 'unimplemented'>({
  id: 'no-unimplemented-event',
  description: 'Disallow events in the plan that nothing sends',
  recommended: 'warning',
  scope: 'project',
  needsOwnPlan: true,
  options,
  messages: { unimplemented: 'Nothing sends the event `{{event}}` of the plan: send it, or take it out of the plan or mark it as deprecated.' },
  check({ calls, options: { strict, ignore }, plan, report }) {
    const sites = calls.filter(({ kind }) => kind === 'track');
    if (sites.length === 0 || (!strict && sites.some(({ resolution }) => resolution === 'dynamic'))) return;
    for (const { name, aliases, deprecated, place } of plan.events) {
      const isSent = [name, ...aliases].some((one) => sites.some((call) => maySend(call, one)));
      if (!deprecated && !isSent && !fitsAny(ignore, name)) report({ place, messageId: 'unimplemented', data: { event: name }, subject: name });
    }
  },
});

function maySend({ names, pattern }: Call, name: string): boolean {
  return names.includes(name) || (pattern !== null && nameTest(pattern)(name));
}
