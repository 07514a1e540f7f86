import { z } from 'zod';
import { fitsAny } from '../../src/check/name-pattern.ts';
import { defineRule } from '../../src/check/rule.ts';

const options = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Names of events that may still be sent; `*` stands for any text.'),
});

type MessageId = 'deprecated' | 'replaced';

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'no-deprecated-event',
  description: 'Disallow events that the plan has given up',
  recommended: 'warning',
  scope: 'file',
  needsOwnPlan: true,
  options,
  messages: {
    deprecated: 'The plan has given the event `{{event}}` up: send it no longer.',
    replaced: 'The plan has given the event `{{event}}` up: send `{{replacement}}` in its place.',
  },
  check({ calls, options: { ignore }, plan, report }) {
    for (const call of calls) {
      if (call.kind !== 'track' || !call.live) continue;
      for (const name of call.names) {
        const event = plan.events.find((one) => one.deprecated && (one.name === name || one.aliases.includes(name)));
        if (!event || fitsAny(ignore, name)) continue;
        report({
          place: call.nameSpan?.file === call.span.file ? call.nameSpan : call.span,
          messageId: event.replacedBy === null ? 'deprecated' : 'replaced',
          data: { event: name, replacement: event.replacedBy ?? '' },
          related: [{ place: event.place, message: `The plan has \`${event.name}\` here.` }],
          subject: name,
        });
      }
    }
  },
});
