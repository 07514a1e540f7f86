import { z } from 'zod';
import { fitsAny } from '../../src/check/name-pattern.ts';
import { groupedBy, keyOfPlace } from '../../src/check/causes.ts';
import { defineRule, type Call } from '../../src/check/rule.ts';
import { capitalised, eventText } from '../../src/check/wording.ts';

const options = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Names of events that other programs have this one send; `*` stands for any text.'),
});

export const rule = defineRule<z.output<typeof options>, 'orphaned'>({
  id: 'no-orphaned-event',
  description: 'Disallow events in code that nothing calls',
  recommended: null,
  strict: 'warning',
  scope: 'project',
  options,
  messages: { orphaned: '{{event}} is written here, and nothing calls the code that sends it: call it, or take it out.' },
  check({ calls, options: { ignore }, report }) {
    const tracked = calls.filter(({ kind }) => kind === 'track');
    const orphans = tracked.filter((call) => !call.live && call.names.length > 0 && !call.names.some((name) => fitsAny(ignore, name) || isSentElsewhere(tracked, name)));
    for (const [call, ...others] of groupedBy(orphans, ({ span }) => keyOfPlace(span))) {
      const names = [...new Set([call, ...others].flatMap((one) => one.names))];
      const event = eventText(call, names);
      report({ place: call.span, messageId: 'orphaned', data: { event: capitalised(event) }, subject: event });
    }
  },
});

function isSentElsewhere(calls: readonly Call[], name: string): boolean {
  return calls.some(({ live, names }) => live && names.includes(name));
}
