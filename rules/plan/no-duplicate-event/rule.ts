import { z } from 'zod';
import { defineRule, type PlanEvent, type RuleContext } from '../../../src/check/rule.ts';
import { wordsOf } from '../../../src/check/words.ts';

const options = z.strictObject({});

type MessageId = 'same' | 'alike' | 'alias';

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'plan/no-duplicate-event',
  description: 'Disallow events that the plan has already, under the same name or the same words',
  recommended: 'error',
  scope: 'plan',
  options,
  messages: {
    same: '`{{event}}` stands twice in the plan: keep one, with the properties of both.',
    alike: '`{{event}}` has the same words as `{{other}}`: keep one, and list the other name among its `aliases` while it is still sent.',
    alias: '`{{event}}` is also an alias of `{{other}}`: remove the alias, or this event.',
  },
  check({ plan, report }) {
    const byName = new Map<string, PlanEvent>();
    const byWords = new Map<string, PlanEvent>();
    const byAlias = new Map(plan.events.flatMap((event) => event.aliases.map((alias): [string, PlanEvent] => [alias, event])));
    for (const event of plan.events) {
      const words = wordsOf(event.name).join(' ') || event.name;
      const aliased = byAlias.get(event.name);
      const same = byName.get(event.name);
      const alike = byWords.get(words);
      if (same) reportPair(report, 'same', event, same);
      else if (aliased && aliased !== event) reportPair(report, 'alias', event, aliased);
      else if (alike && !isRenamed(event, alike)) reportPair(report, 'alike', event, alike);
      if (!byName.has(event.name)) byName.set(event.name, event);
      if (!byWords.has(words)) byWords.set(words, event);
    }
  },
});

/** Whether one of two names is the one that is given up for the other. */
function isRenamed(event: PlanEvent, other: PlanEvent): boolean {
  return event.deprecated !== other.deprecated;
}

function reportPair(report: RuleContext<unknown, MessageId>['report'], messageId: MessageId, { name, place }: PlanEvent, other: PlanEvent): void {
  report({ place, messageId, data: { event: name, other: other.name }, related: [{ place: other.place, message: `\`${other.name}\` stands here.` }], subject: name });
}
