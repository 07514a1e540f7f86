import { z } from 'zod';
import { groupedBy, keyOfPlace } from '../../src/check/causes.ts';
import { defineRule, NAMED_BY_PACKAGE, type Call } from '../../src/check/rule.ts';

const options = z.strictObject({
  patterns: z.boolean().default(false).describe('Report also names of which a part is known, such as `report.${action}`.'),
});

type MessageId = 'dynamic' | 'pattern';

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'no-dynamic-event-name',
  description: 'Disallow events whose name the code does not tell',
  recommended: null,
  strict: 'warning',
  scope: 'file',
  options,
  messages: {
    dynamic: 'The name of the event sent here is not known ({{reason}}), so that no plan can be held against it: pass a literal, a constant or one of a union of literals.',
    pattern: 'Of the name of the event sent here only `{{pattern}}` is known: pass a literal, or build it from a union of literals.',
  },
  check({ calls, options: { patterns }, report }) {
    const unknown = calls.filter((call) => call.kind === 'track' && call.live && messageOf(call, patterns) !== null);
    for (const [call] of groupedBy(unknown, ({ nameSpan, span }) => keyOfPlace(nameSpan ?? span))) {
      const messageId = messageOf(call, patterns);
      const place = call.nameSpan?.file === call.span.file ? call.nameSpan : call.span;
      if (messageId !== null) report({ place, messageId, data: { reason: call.reason ?? 'it is computed', pattern: call.pattern ?? '' }, subject: call.pattern ?? call.via.join(' ') });
    }
  },
});

function messageOf({ reason, resolution }: Call, patterns: boolean): MessageId | null {
  if (reason === NAMED_BY_PACKAGE) return null;
  return resolution === 'dynamic' ? 'dynamic' : resolution === 'pattern' && patterns ? 'pattern' : null;
}
