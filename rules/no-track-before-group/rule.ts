import { z } from 'zod';
import { accountProperty } from '../../src/check/account-property.ts';
import { fitsAny } from '../../src/check/name-pattern.ts';
import { defineRule, type Call, type RuleContext } from '../../src/check/rule.ts';
import { hasGroupCall } from '../../src/check/vocabulary.ts';
import { capitalised, eventText } from '../../src/check/wording.ts';

const options = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Names of events that need no group; `*` stands for any text.'),
});

type Context = RuleContext<z.output<typeof options>, 'early'>;

export const rule = defineRule<z.output<typeof options>, 'early'>({
  id: 'no-track-before-group',
  description: 'Disallow events between identify() and the group() call that follows it',
  recommended: null,
  strict: 'error',
  scope: 'file',
  options,
  messages: {
    early: '{{event}} is sent to {{sdks}} before the group() call that sets its group, {{where}}: send it after that.',
  },
  check(context) {
    for (const call of context.calls) checkEvent(context, call);
  },
});

function checkEvent({ plan, options: { ignore }, destination, sdk, report }: Context, call: Call): void {
  const { kind, live, laterGroup, groupContext, properties, names } = call;
  if (kind !== 'track' || !live || !laterGroup || groupContext !== 'absent' || properties.open) return;
  if (accountProperty(plan, call) !== null || names.some((name) => name.startsWith('$') || fitsAny(ignore, name))) return;
  // Where the event itself has to carry its group, that is what it lacks.
  const sdks = call.sdks.map(sdk).filter(hasGroupCall).filter(({ id }) => destination(id) !== 'event');
  if (sdks.length === 0) return;
  const text = eventText(call, names);
  const where = laterGroup.file === call.span.file ? `on line ${String(laterGroup.line)}` : `in ${laterGroup.file}`;
  report({
    place: call.span,
    messageId: 'early',
    data: { event: capitalised(text), sdks: sdks.map(({ title }) => title).join(' and '), where },
    related: [{ place: laterGroup, message: 'The group is set here.' }],
    subject: text,
  });
}
