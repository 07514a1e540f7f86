import { z } from 'zod';
import { spokenLevel, topLevel } from '../../src/check/plan-levels.ts';
import { defineRule, type Call, type Plan, type PlanProperty, type RuleContext } from '../../src/check/rule.ts';
import { groupCallText, hasGroupCall } from '../../src/check/vocabulary.ts';
import { wordsOf } from '../../src/check/words.ts';

const options = z.strictObject({
  events: z.array(z.string()).default([]).describe('Names of events that tell of a switch, besides `account.switched` and the like.'),
});

type MessageId = 'missing' | 'noGroup';
type Context = RuleContext<z.output<typeof options>, MessageId>;

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'require-account-switch',
  description: 'Require products whose users have several accounts to track account.switched, and to call group() with it',
  recommended: null,
  strict: 'warning',
  scope: 'project',
  options,
  messages: {
    missing: 'Users have several accounts, as `{{trait}}` says, and neither the plan nor the code has an event for going over to another: plan and send `account.switched`, and call group() with it.',
    noGroup: '{{event}} is sent to {{sdk}} without group(), which nothing else calls when the account changes: call {{call}} here, or later events count for the account that was left.',
  },
  check(context) {
    const live = context.calls.filter((call) => call.live);
    const tracked = live.filter(({ kind }) => kind === 'track');
    const switches = tracked.filter(({ names }) => names.length > 0 && names.every((name) => isSwitch(context, name)));
    for (const call of switches) checkGroup(context, live, call);
    const trait = traitOfSeveral(context.plan);
    // A planned event that nothing sends is what no-unimplemented-event reports.
    const isPlanned = context.plan.events.some(({ name, aliases }) => [name, ...aliases].some((one) => isSwitch(context, one)));
    if (!trait || isPlanned || switches.length > 0 || tracked.length === 0) return;
    context.report({ place: trait.place, messageId: 'missing', data: { trait: trait.name }, subject: trait.name });
  },
});

const LEVEL = 'account|organi[sz]ation|org|workspace|team|company|tenant';

/** Whether an event tells that the user went over to another account: `account.switched`, `Switched Workspace`. */
function isSwitch({ plan, options: { events } }: Context, name: string): boolean {
  const level = `(${[LEVEL, wordsOf(topLevel(plan)).join(' ')].join('|')})`;
  return events.includes(name) || new RegExp(`^((user )?${level} (was )?(switch|switched)|(user )?(switch|switched) ${level})$`).test(wordsOf(name).join(' '));
}

/** A trait that only users of several accounts have. */
function traitOfSeveral({ userTraits, embedded }: Plan): PlanProperty | null {
  const level = '(account|organi[sz]ation|org|workspace|company|tenant)';
  const several = new RegExp(`^(primary ${level} id|${level} ids|(number of|num) (accounts|organi[sz]ations|orgs|workspaces|companies|tenants))$`);
  return embedded ? null : (userTraits.find(({ name }) => several.test(wordsOf(name).join(' '))) ?? null);
}

/** Silent where any group call may follow the switch: in its flow, in its file, or run by a framework once the account has changed. */
function checkGroup({ plan, calls, sdk, destination, report }: Context, live: readonly Call[], call: Call): void {
  if (call.isGrouping) return;
  const event = call.names[0] ?? '';
  for (const one of call.sdks.map(sdk).filter(hasGroupCall)) {
    const groups = live.filter(({ kind, sdks }) => kind === 'group' && sdks.includes(one.id));
    const isElsewhere = groups.every(({ span, byFramework }) => span.file !== call.span.file && !byFramework);
    if (groups.length === 0 || !isElsewhere || destination(one.id) === 'event' || one.runtime !== 'client') continue;
    const data = { event: `\`${event}\``, sdk: one.title, call: `\`${groupCallText(one, spokenLevel(plan, calls))}\`` };
    const related = groups.slice(0, 1).map(({ span }) => ({ place: span, message: 'The group is set here.' }));
    report({ place: call.span, messageId: 'noGroup', data, related, subject: `${event} ${one.id}` });
  }
}
