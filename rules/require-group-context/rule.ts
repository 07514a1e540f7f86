import { z } from 'zod';
import { accountProperty, lettersOf, likelyAccountProperty, propertyHabits, type PropertyHabit } from '../../src/check/account-property.ts';
import { accountless } from '../../src/check/accounts.ts';
import { groupedBy, isSamePlace, keyOfPlace, relatedSites } from '../../src/check/causes.ts';
import { defaultDestination } from '../../src/check/destinations.ts';
import { isCoveredBySession, sdksWithGroups } from '../../src/check/group-session.ts';
import { misplacedGroups } from '../../src/check/misplaced-groups.ts';
import { fitsAny } from '../../src/check/name-pattern.ts';
import { hasNoLevels, levelOfEvents, spokenLevel } from '../../src/check/plan-levels.ts';
import { plannedEvents, plannedNames } from '../../src/check/planned-events.ts';
import { defineRule, type Call, type Destination, type Plan, type RuleContext, type Sdk, type Span } from '../../src/check/rule.ts';
import { isOfUserLife } from '../../src/check/user-life.ts';
import { groupCallText, groupContextText, knowsGroups } from '../../src/check/vocabulary.ts';
import { capitalised, eventText } from '../../src/check/wording.ts';

const options = z.strictObject({
  kinds: z.array(z.enum(['track', 'page', 'screen'])).default(['track']).describe('The kinds of call that need a group.'),
  ignore: z.array(z.string()).default([]).describe('Names of events that need none; `*` stands for any text.'),
  strict: z.boolean().default(false).describe('Report also sign-ups, logins and the like, at which there may be no account, or no one of several.'),
});

type MessageId = 'missing' | 'behind' | 'session';
type Context = RuleContext<z.output<typeof options>, MessageId>;

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'require-group-context',
  description: 'Require every event to be sent with the group that it happened in',
  recommended: 'error',
  scope: 'file',
  options,
  messages: {
    missing: '{{event}} is sent to {{sdks}} without a group: pass {{hint}}. {{policy}}',
    behind: 'This call sends {{events}} to {{sdks}} without a group: pass {{hint}}. {{policy}}',
    session: '{{count}} event sites send to {{sdks}} without a group, this one first: call {{call}} once the user is known. {{policy}}',
  },
  check(context) {
    const { calls, plan } = context;
    if (hasNoLevels(plan)) return;
    const program = {
      established: sdksWithGroups(calls), lists: listsOf(calls), habits: propertyHabits(plan, calls), grouped: groupedSdks(plan, calls),
      isAccountless: accountless(plan, calls),
    };
    const lacks = calls.flatMap((call) => lackOf(context, program, call) ?? []);
    for (const cause of groupedBy(lacks, (lack) => causeOf(context, lack))) reportCause(context, program, cause);
  },
});

/** What all of the program says about one of its calls. */
interface ProgramGroups {
  readonly established: ReadonlySet<string>;
  readonly lists: ReadonlyMap<string, readonly Call[]>;
  /** SDKs some of whose events name an account. */
  readonly grouped: ReadonlySet<string>;
  readonly habits: ReadonlyMap<string, PropertyHabit>;
  readonly isAccountless: (call: Call) => boolean;
}

/** A call whose event certainly lacks a group, and where one would have to be added. */
interface Lack {
  readonly call: Call;
  readonly names: readonly string[];
  readonly sdks: readonly Sdk[];
  /** Where the event stands. */
  readonly site: Span;
  readonly fix: Span;
}

function lackOf(context: Context, program: ProgramGroups, call: Call): Lack | null {
  const { established, lists, habits, isAccountless } = program;
  const { kinds, ignore } = context.options;
  if (!kinds.some((kind) => kind === call.kind) || !call.live || call.groupContext !== 'absent') return null;
  // That it stands in the wrong place is said by `valid-group-context`.
  if (misplacedGroups(context.plan, call).length > 0) return null;
  if (isAtNoLevel(context.plan, call) || call.properties.open || accountProperty(context.plan, call) !== null) return null;
  const names = call.names.filter((name) => !name.startsWith('$') && !fitsAny(ignore, name));
  if (call.names.length > 0 && names.length === 0) return null;
  const all = call.sdks.map((id) => context.sdk(id)).filter(knowsGroups);
  const isNamed = likelyAccountProperty(context.plan, call) !== null;
  const sdks = all
    .filter((sdk) => !isCoveredBySession({ call, sdks: all, established }, sdk, context.destination(sdk.id)))
    .filter(({ id }) => !isNamed || !habits.has(id) || context.destination(id) !== 'event')
    .filter(({ id }) => !program.grouped.has(id) || !mayBeOutside(context, program, call));
  const fix = fixOf(call, sdks);
  const site = lists.has(keyOfPlace(call.span)) ? (call.nameSpan ?? call.span) : call.span;
  return sdks.length > 0 && !isAccountless(call) ? { call, names, sdks, site, fix: isSamePlace(fix, call.span) ? site : fix } : null;
}

/** Whether the plan says of all events of a call that they occur at no level. */
function isAtNoLevel(plan: Plan, call: Call): boolean {
  const planned = plannedEvents(plan, call);
  return planned.length > 0 && planned.every(({ atNoLevel }) => atNoLevel);
}

/**
 * Whether an event may happen before there is an account, or in no one of several: those of a user's own life, which no
 * plan puts at a level, and beside which in the same list none names an account.
 */
function mayBeOutside({ options: { strict }, plan }: Context, { lists }: ProgramGroups, call: Call): boolean {
  if (strict || call.names.length === 0 || !call.names.every((name) => isOfUserLife(name) && !isPlanned(plan, name))) return false;
  return !(lists.get(keyOfPlace(call.span)) ?? []).some(({ groupContext }) => groupContext === 'present');
}

/** In whatever style: `user_signed_up` is the specification's `user.signed_up`. */
function isPlanned(plan: Plan, name: string): boolean {
  return [...plannedNames(plan)].some((planned) => lettersOf(planned) === lettersOf(name));
}

function groupedSdks(plan: Plan, calls: readonly Call[]): ReadonlySet<string> {
  const naming = calls.filter((call) => call.kind === 'track' && call.live && (call.groupContext === 'present' || likelyAccountProperty(plan, call) !== null));
  return new Set(naming.flatMap(({ sdks }) => sdks));
}

/** Calls that send a list of events, by their place: several stand at the same one, and each event is told apart by its name's. */
function listsOf(calls: readonly Call[]): ReadonlyMap<string, readonly Call[]> {
  const groups = groupedBy(calls, ({ kind, span }) => `${kind}\0${keyOfPlace(span)}`);
  return new Map(groups.filter(({ length }) => length > 1).map((list) => [keyOfPlace(list[0].span), list]));
}

/** The place of the fix, unless that is the call of an SDK that lacks nothing. */
function fixOf(call: Call, sdks: readonly Sdk[]): Span {
  const here = call.sdkCalls.filter(({ span }) => isSamePlace(span, call.groupFix));
  const lacks = ({ sdk }: { readonly sdk: string }): boolean => sdks.some(({ id }) => id === sdk);
  return here.length === 0 || here.some(lacks) ? call.groupFix : (call.sdkCalls.find(lacks)?.span ?? call.groupFix);
}

/** What has to be mended: one call; or, where a group of the session would do and none is set, the whole program. */
function causeOf({ destination }: Context, { sdks, fix }: Lack): string {
  return sdks.some(({ id }) => destination(id) === 'event') ? keyOfPlace(fix) : sdks.map(({ id }) => id).join(' ');
}

function reportCause(context: Context, { habits }: ProgramGroups, lacks: readonly [Lack, ...Lack[]]): void {
  const [first] = lacks;
  const sdks = [...new Set(lacks.flatMap((lack) => lack.sdks))];
  const names = [...new Set(lacks.flatMap((lack) => lack.names))];
  const level = levelOfEvents(context.plan, names, context.calls);
  const form = [...new Set(sdks.map((sdk) => groupContextText(sdk, level)))].join(', and ');
  const data = {
    sdks: sdks.map(({ title }) => title).join(' and '),
    hint: `${habitText(context, habits, sdks)}${throughText(first)}${form}`,
    policy: sdks.map((sdk) => policyText(sdk, context.destination(sdk.id))).join(' '),
  };
  const isAlone = lacks.length === 1;
  if (isAlone && isSamePlace(first.fix, first.site)) {
    const event = eventText(first.call, first.names);
    context.report({ place: first.fix, messageId: 'missing', data: { ...data, event: capitalised(event) }, subject: `${first.call.kind} ${event}` });
    return;
  }
  const related = relatedSites(lacks.map(({ call, names: own, site }) => ({ place: site, message: `${capitalised(eventText(call, own))} is sent from here.` })));
  const subject = sdks.map(({ id }) => id).sort().join(' ');
  if (lacks.some(({ fix }) => !isSamePlace(fix, first.fix))) {
    const calls = [...new Set(sdks.map((sdk) => `\`${groupCallText(sdk, spokenLevel(context.plan, context.calls))}\``))].join(' and ');
    context.report({ place: first.fix, messageId: 'session', data: { ...data, count: lacks.length, call: calls }, related, subject });
    return;
  }
  const events = isAlone ? eventText(first.call, first.names) : `the events of ${String(lacks.length)} sites`;
  context.report({ place: first.fix, messageId: 'behind', data: { ...data, events }, related, subject });
}

/** Where a wrapper stands between the place of the fix and the SDK, the hint is about what that has to send. */
function throughText({ call: { span, via, sdkCalls }, fix }: Lack): string {
  if (sdkCalls.some((one) => isSamePlace(one.span, fix) && !one.declared)) return '';
  const [wrapper] = via;
  return isSamePlace(fix, span) && wrapper !== undefined ? `its id to \`${wrapper}\`, to be sent as ` : 'its id along, to be sent as ';
}

/** How other events name the account, where this one may do the same. */
function habitText({ destination }: Context, habits: ProgramGroups['habits'], sdks: readonly Sdk[]): string {
  const [habit, ...others] = sdks.map(({ id }) => (destination(id) === 'event' ? habits.get(id) : undefined));
  const isOne = habit !== undefined && habit.count > 1 && others.every((other) => other?.key === habit.key);
  return isOne ? `\`${habit.key}\` among the properties, as ${String(habit.count)} other events do, or ` : '';
}

function policyText(sdk: Sdk, policy: Destination): string {
  const said = `policy \`${policy}\``;
  if (policy === 'session') return `No group() call sets one for the session of ${sdk.title} either (${said}).`;
  if (policy === 'membership') return `No group() call makes its users members of one in ${sdk.title} either (${said}).`;
  const isConfigured = policy !== defaultDestination(sdk);
  return isConfigured ? `The configuration's \`destinations\` wants it on every event of ${sdk.title} (${said}).` : `${sdk.title} adds none by itself (${said}).`;
}
