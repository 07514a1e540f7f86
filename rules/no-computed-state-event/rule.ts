import { z } from 'zod';
import { groupedBy, keyOfPlace } from '../../src/check/causes.ts';
import { isComputedState } from '../../src/check/computed-state.ts';
import { fitsAny } from '../../src/check/name-pattern.ts';
import { defineRule } from '../../src/check/rule.ts';

const options = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Names of events that are actions here; `*` stands for any text.'),
});

export const rule = defineRule<z.output<typeof options>, 'state'>({
  id: 'no-computed-state-event',
  description: 'Disallow events that tell a state which analytics computes',
  recommended: 'warning',
  scope: 'file',
  options,
  messages: { state: 'The event `{{event}}` tells a state, and no action: track the actions that lead to it, and let analytics say which of them count as it.' },
  check({ calls, options: { ignore }, plan, report }) {
    const others = new Set([...calls.flatMap(({ names }) => names), ...(plan.embedded ? [] : plan.events.map(({ name }) => name))]);
    const sent = calls
      .filter(({ kind, live }) => kind === 'track' && live)
      .flatMap((call) => call.names.filter((name) => isComputedState(name, others) && !fitsAny(ignore, name)).map((event) => ({ event, place: call.nameSpan?.file === call.span.file ? call.nameSpan : call.span })));
    for (const [{ event, place }] of groupedBy(sent, (one) => `${one.event} ${keyOfPlace(one.place)}`)) report({ place, messageId: 'state', data: { event }, subject: event });
  },
});
