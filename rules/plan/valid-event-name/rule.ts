import { z } from 'zod';
import { EVENT_STYLES, fitsStyle, inStyle, restyled, styleOf, type EventStyle } from '../../../src/check/event-style.ts';
import { fitsAny } from '../../../src/check/name-pattern.ts';
import { isPast, toldInPast } from '../../../src/check/past-tense.ts';
import { defineRule, type PlanEvent } from '../../../src/check/rule.ts';

const options = z.strictObject({
  style: z.enum([...EVENT_STYLES]).optional().describe('How names are written; by default as most of the plan\'s are, else `object.action`.'),
  tense: z.enum(['past', 'any']).default('past').describe('`any`: the action may be told in another tense than the past.'),
  ignore: z.array(z.string()).default([]).describe('Names that may be as they are; `*` stands for any text.'),
});

type MessageId = 'style' | 'tense';

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'plan/valid-event-name',
  description: 'Enforce one style for the names of events, with the action in the past tense',
  recommended: 'warning',
  scope: 'plan',
  options,
  messages: {
    style: '`{{event}}` is not written in the style `{{style}}`{{reason}}: rename it{{suggestion}}.',
    tense: '`{{event}}` does not tell what happened in the past tense: rename it{{suggestion}}.',
  },
  check({ plan, options: { style: wanted, tense, ignore }, report }) {
    const events = plan.events.filter(({ name, deprecated }) => !deprecated && !name.startsWith('$') && !fitsAny(ignore, name));
    const style = wanted ?? styleOf(events.map(({ name }) => name));
    const example = events.find(({ name }) => fitsStyle(name, style));
    for (const event of events) {
      const { name, place } = event;
      const isFitting = fitsStyle(name, style);
      const past = tense === 'past' ? toldInPast(name) : null;
      if (isFitting && !past) continue;
      const better = past ? inStyle(past.words, style, past.action) : restyled(name, style, isPast);
      const data = { event: name, style, reason: reasonOf(wanted, example), suggestion: better === null ? '' : ` to \`${better}\`` };
      report({ place, messageId: isFitting ? 'tense' : 'style', data, subject: name });
    }
  },
});

function reasonOf(wanted: EventStyle | undefined, example: PlanEvent | undefined): string {
  return wanted === undefined && example ? `, as \`${example.name}\` is` : '';
}
