import { z } from 'zod';
import { groupedBy, relatedSites } from '../../../src/check/causes.ts';
import { fitsAny } from '../../../src/check/name-pattern.ts';
import { defineRule } from '../../../src/check/rule.ts';
import { quoted } from '../../../src/check/wording.ts';

const options = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Names of events that need no level; `*` stands for any text.'),
});

/** So many are named one by one; more of them are one piece of work. */
const FEW = 3;

export const rule = defineRule<z.output<typeof options>, 'missing' | 'manyMissing' | 'unknown'>({
  id: 'plan/require-group-level',
  description: 'Require every event to name the level of the hierarchy at which it occurs',
  recommended: 'error',
  scope: 'plan',
  options,
  messages: {
    missing: '`{{event}}` has no `group_level`: add the level at which it occurs, {{levels}}, or `none`.',
    manyMissing: '{{count}} of the {{all}} events have no `group_level`: add to each the level at which it occurs, {{levels}}, or `none`.',
    unknown: '{{subject}} the `group_level` `{{level}}`, which is no `type` of the plan\'s groups. {{hint}}',
  },
  check({ plan, options: { ignore }, report }) {
    // Without groups there is no level to name: plan/valid-hierarchy asks for them.
    if (plan.groups.length === 0) return;
    const unknown = plan.faults.filter(({ code }) => code === 'unknownLevel');
    for (const same of groupedBy(unknown, ({ data }) => data['level'] ?? '')) {
      const [{ place, data }, ...others] = same;
      const subject = others.length === 0 ? `\`${data['event'] ?? ''}\` has` : `${String(same.length)} events have`;
      const related = relatedSites(others.map((one) => ({ place: one.place, message: `\`${one.data['event'] ?? ''}\` has it too.` })));
      report({ place, messageId: 'unknown', data: { ...data, subject }, related, subject: `level ${data['level'] ?? ''}` });
    }
    const named = new Set(unknown.map(({ data }) => data['event']));
    const events = plan.events.filter(({ name, deprecated }) => !deprecated && !fitsAny(ignore, name));
    const missing = events.filter(({ name, groupLevel, atNoLevel }) => groupLevel === null && !atNoLevel && !named.has(name));
    const levels = quoted(plan.groups.map(({ type }) => type), 'or');
    if (missing.length > FEW || (missing.length === events.length && missing.length > 1)) {
      const related = relatedSites(missing.map(({ name, place }) => ({ place, message: `\`${name}\` has none.` })));
      report({ place: plan.parts.events, messageId: 'manyMissing', data: { count: missing.length, all: events.length, levels }, related, subject: 'events' });
      return;
    }
    for (const { name, place } of missing) report({ place, messageId: 'missing', data: { event: name, levels }, subject: name });
  },
});
