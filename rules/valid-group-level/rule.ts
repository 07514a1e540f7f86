import { z } from 'zod';
import { groupedBy, keyOfPlace, relatedSites } from '../../src/check/causes.ts';
import { levelsSetBy } from '../../src/check/levels.ts';
import { fitsAny } from '../../src/check/name-pattern.ts';
import { plannedEvents } from '../../src/check/planned-events.ts';
import { defineRule, type Call, type RuleContext } from '../../src/check/rule.ts';
import { groupContextText, knowsGroups } from '../../src/check/vocabulary.ts';
import { capitalised, eventText, quoted } from '../../src/check/wording.ts';

const options = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Names of events whose level is not looked at; `*` stands for any text.'),
});

type Context = RuleContext<z.output<typeof options>, 'level' | 'behind'>;

export const rule = defineRule<z.output<typeof options>, 'level' | 'behind'>({
  id: 'valid-group-level',
  description: 'Require events to be sent with the group of the level that the plan has for them',
  recommended: 'error',
  scope: 'file',
  needsOwnPlan: true,
  options,
  messages: {
    level: '{{event}} happens in {{wanted}}, says the plan, and is sent with the group of {{sent}}: pass the id of its {{wanted}}, as {{form}}.',
    behind: 'This call sends the events of {{count}} sites with the group of {{sent}}, and the plan has them in {{wanted}}: pass the id of the {{wanted}}, as {{form}}.',
  },
  check(context) {
    const wrong = context.calls.flatMap((call) => wrongLevel(context, call) ?? []);
    for (const cause of groupedBy(wrong, ({ call, wanted, isAdded }) => `${keyOfPlace(isAdded ? (call.sdkCalls[0]?.span ?? call.span) : call.span)} ${wanted}`)) reportLevel(context, cause);
  },
});

interface Wrong {
  readonly call: Call;
  readonly wanted: string;
  readonly sent: readonly string[];
  /** Whether a wrapper adds the group, and no call site passes it. */
  readonly isAdded: boolean;
}

/** An event of which every group is known to be of another level than the plan's. */
function wrongLevel({ plan, options: { ignore } }: Context, call: Call): Wrong | null {
  if (call.kind !== 'track' || !call.live || call.names.some((name) => fitsAny(ignore, name))) return null;
  const [wanted, ...others] = new Set(plannedEvents(plan, call).map(({ groupLevel }) => groupLevel));
  const own = call.groups.filter(({ source }) => source !== 'session');
  if (!wanted || others.length > 0 || own.length === 0 || call.groups.some(({ source, level }) => source === 'session' && (level === null || level === wanted))) return null;
  const sent = levelsSetBy(call, plan).map(({ level }) => level);
  const known = sent.filter((level) => level !== null);
  if (known.length < sent.length || known.includes(wanted) || call.properties.keys.includes(`${wanted}_id`)) return null;
  return { call, wanted, sent: [...new Set(known)], isAdded: call.via.length > 0 && own.every(({ source }) => source === 'wrapper') };
}

function reportLevel({ sdk, report }: Context, wrong: readonly [Wrong, ...Wrong[]]): void {
  const [{ call, wanted, sent, isAdded }] = wrong;
  const level = (name: string): string => `\`${name}\``;
  const form = [...new Set(call.sdks.map(sdk).filter(knowsGroups).map((one) => groupContextText(one, wanted)))].join(', and ');
  const data = { event: capitalised(eventText(call, call.names)), wanted: level(wanted), sent: quoted(sent, 'and'), form, count: wrong.length };
  const place = isAdded && wrong.length > 1 ? (call.sdkCalls[0]?.span ?? call.span) : call.span;
  const related = wrong.length > 1 ? relatedSites(wrong.map((one) => ({ place: one.call.span, message: `${capitalised(eventText(one.call, one.call.names))} is sent from here.` }))) : [];
  report({ place, messageId: wrong.length > 1 ? 'behind' : 'level', data, related, subject: `${wanted} ${wrong.length > 1 ? call.sdks.join(' ') : eventText(call, call.names)}` });
}
