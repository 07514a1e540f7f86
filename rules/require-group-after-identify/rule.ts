import { z } from 'zod';
import { topLevel } from '../../src/check/plan-levels.ts';
import { defineRule, type Call } from '../../src/check/rule.ts';
import { groupCallText, hasGroupCall } from '../../src/check/vocabulary.ts';

const options = z.strictObject({
  strict: z.boolean().default(false).describe('Report also where identify() and group() run in separate flows whose order nothing fixes.'),
});

type MessageId = 'never' | 'path' | 'elsewhere';

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'require-group-after-identify',
  description: 'Require a group() call after every identify()',
  recommended: 'error',
  scope: 'file',
  options,
  messages: {
    never: 'identify() of {{sdk}} is never followed by group(): call {{call}} right after it.',
    path: 'identify() of {{sdk}} is not followed by group() {{path}}: call {{call}} on every path.',
    elsewhere: 'identify() of {{sdk}} and group() run in separate flows, whose order nothing in the code fixes: call {{call}} after identify(), in the same flow.',
  },
  check({ calls, plan, options: { strict }, sdk, report }) {
    for (const call of calls) {
      const [first, ...others] = call.sdks.map(sdk).filter(hasGroupCall);
      const messageId = problemOf(call, strict);
      if (!first || !messageId) continue;
      const titles = [first, ...others].map(({ title }) => title).join(' and ');
      const data = { sdk: titles, call: `\`${groupCallText(first, topLevel(plan))}\``, path: call.groupAfterPath ?? 'on every path' };
      report({ place: call.span, messageId, data, subject: call.userId ?? '' });
    }
  },
});

function problemOf(call: Call, strict: boolean): MessageId | null {
  if (call.kind !== 'identify' || !call.live || call.groupContext !== 'absent' || !isUser(call.userId)) return null;
  if (call.groupAfter === 'never') return 'never';
  if (call.groupAfter !== 'some') return null;
  if (call.groupAfterReason === 'path') return 'path';
  return call.groupAfterReason === 'elsewhere' && strict ? 'elsewhere' : null;
}

/** Calls that set traits alone identify nobody, and an anonymous visitor has no account yet. */
function isUser(userId: string | null): boolean {
  return userId !== null && !/anon(ymous)?_?id/i.test(userId);
}
