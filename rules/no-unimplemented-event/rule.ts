import { z } from 'zod';
import { fitsAny, nameTest } from '../../src/check/name-pattern.ts';
import { defineRule, type Call } from '../../src/check/rule.ts';

const options = z.strictObject({
  strict: z.boolean().default(false).describe('Report also where the program sends events whose names are not known, one of which may be it.'),
  ignore: z.array(z.string()).default([]).describe('Names of events that other programs send; `*` stands for any text.'),
});

export const rule = defineRule<z.output<typeof options>, 'unimplemented' | 'most'>({
  id: 'no-unimplemented-event',
  description: 'Disallow events in the plan that nothing sends',
  recommended: null,
  strict: 'warning',
  scope: 'project',
  needsOwnPlan: true,
  options,
  messages: {
    unimplemented: 'Nothing sends the event `{{event}}` of the plan: send it, or take it out of the plan or mark it as deprecated.',
    most: 'Nothing that could be followed sends {{count}} of the {{all}} events of the plan: they may go another way, which `wrappers` in the configuration can declare.',
  },
  check({ calls, options: { strict, ignore }, plan, report }) {
    const sites = calls.filter(({ kind }) => kind === 'track');
    if (sites.length === 0 || (!strict && sites.some(({ resolution }) => resolution === 'dynamic'))) return;
    const wanted = plan.events.filter(({ name, deprecated }) => !deprecated && !fitsAny(ignore, name));
    const unsent = wanted.filter(({ name, aliases }) => ![name, ...aliases].some((one) => sites.some((call) => maySend(call, one))));
    if (unsent.length >= FEW && unsent.length * 2 > wanted.length) {
      report({ place: plan.parts.events, messageId: 'most', data: { count: unsent.length, all: wanted.length }, subject: 'events' });
      return;
    }
    for (const { name, place } of unsent) report({ place, messageId: 'unimplemented', data: { event: name }, subject: name });
  },
});

/** So many that are not sent, and most of all, have one cause: a pipeline that was not followed. */
const FEW = 5;

function maySend({ names, pattern }: Call, name: string): boolean {
  return names.includes(name) || (pattern !== null && nameTest(pattern)(name));
}
