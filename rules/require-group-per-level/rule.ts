import { z } from 'zod';
import { isNobody } from '../../src/check/identity.ts';
import { levelsSetBy, type GroupLevel } from '../../src/check/levels.ts';
import { spokenLevel } from '../../src/check/plan-levels.ts';
import { defineRule, type Call, type Plan, type PlanGroup, type PlanPlace, type Related, type RuleContext, type Sdk, type Span } from '../../src/check/rule.ts';
import { groupCallText, hasGroupCall, namesLevel } from '../../src/check/vocabulary.ts';
import { idVariable } from '../../src/check/wording.ts';

const options = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Levels of the plan that need no group() call.'),
});

type Options = z.output<typeof options>;
type Context = RuleContext<Options, 'missing' | 'missingParent'>;

export const rule = defineRule<Options, 'missing' | 'missingParent'>({
  id: 'require-group-per-level',
  description: 'Require a group() call for every level of the hierarchy, with parent_group_id below the top',
  recommended: 'error',
  scope: 'project',
  options,
  messages: {
    missing: 'No group() call establishes the level `{{level}}`: call {{call}} {{when}}.',
    missingParent: 'No group() call says to which `{{parent}}` each `{{level}}` belongs: add `parent_group_id: {{id}}` to its traits here.',
  },
  check(context) {
    const program = programOf(context);
    if (!program) return;
    const levels = context.plan.embedded ? [] : context.plan.groups.filter(({ type }) => !context.options.ignore.includes(type));
    if (context.plan.embedded && program.setters.length === 0 && !isSaidElsewhere(context, program)) {
      reportMissing(context, program, spokenLevel(context.plan, context.calls), null);
    }
    const isVague = program.setters.some(({ set }) => set.length === 0 || set.some(({ level, named }) => level === null && named === null));
    for (const group of levels) {
      const own = program.setters.filter(({ set }) => set.some(({ level }) => level === group.type));
      if (own.length > 0) reportParent(context, group, own);
      else if (!isVague) reportMissing(context, program, group.type, group);
    }
  },
});

/** A call that sets groups, with their levels. */
interface Setter {
  readonly call: Call;
  readonly set: readonly GroupLevel[];
}

interface ProgramGroups {
  readonly setters: readonly Setter[];
  /** The first identify call, and the first call of any kind, of an SDK that has group calls. */
  readonly identify: Call | null;
  readonly first: Call;
  readonly sdk: Sdk;
}

/** Null where the program tracks nothing by an SDK that has group calls. */
function programOf({ calls, plan, sdk }: Context): ProgramGroups | null {
  const relevant = calls.filter((call) => call.live && !isNobody(call.userId) && call.sdks.some((id) => hasGroupCall(sdk(id))));
  const first = relevant.find(({ kind }) => kind === 'track') ?? relevant.find(({ kind }) => kind === 'group');
  const setters = relevant.filter(({ kind, groupContext }) => kind === 'group' || (kind === 'identify' && groupContext !== 'absent')).map((call) => ({ call, set: levelsSetBy(call, plan) }));
  const identify = relevant.find(({ kind, userId }) => kind === 'identify' && userId !== null) ?? null;
  const spoken = (setters[0]?.call ?? identify ?? first)?.sdks.map(sdk).find(hasGroupCall);
  return first && spoken ? { setters, identify, first, sdk: spoken } : null;
}

/**
 * Without a plan of the product's own only one group() call is missed, and other rules miss it as well: after the user is
 * identified, and before events of an SDK that takes their group from it.
 */
function isSaidElsewhere({ calls, destination, sdk }: Context, { identify }: ProgramGroups): boolean {
  const needsSession = (id: string): boolean => hasGroupCall(sdk(id)) && destination(id) !== 'event';
  return identify !== null || calls.some((call) => call.live && call.kind === 'track' && call.groupContext === 'absent' && call.sdks.some(needsSession));
}

function reportMissing({ plan, report }: Context, program: ProgramGroups, level: string, group: PlanGroup | null): void {
  const parent = group?.parentType ?? null;
  report({
    place: placeOf(program, parent, group),
    messageId: 'missing',
    data: { level, call: callText(program.sdk, plan, level, parent), when: parent === null ? 'after identify()' : 'on login, on entering one and on creating one' },
    related: program.setters.flatMap(({ call, set }) => set.flatMap(({ level: known, named }): Related[] =>
      known === null && named !== null ? [{ place: call.span, message: `This call sets \`${named}\`, a level that the plan does not have.` }] : [])),
    subject: level,
  });
}

/** Where the missing call belongs: beside its parent's, else beside another, else after identify(), else where the plan asks. */
function placeOf({ setters, identify, first }: ProgramGroups, parent: string | null, group: PlanGroup | null): Span | PlanPlace {
  const beside = setters.find(({ set }) => set.some(({ level }) => level !== null && level === parent)) ?? setters[0];
  return (beside?.call ?? identify)?.span ?? group?.place ?? first.span;
}

function callText(sdk: Sdk, plan: Plan, level: string, parent: string | null): string {
  const traits = [
    ...(plan.groups.length > 1 && !namesLevel(sdk) ? [`\`group_type: '${level}'\``] : []),
    ...(parent === null ? [] : [`\`parent_group_id: ${idVariable(parent)}\``]),
  ];
  const call = `\`${groupCallText(sdk, level)}\``;
  return traits.length === 0 ? call : `${call} with the trait${traits.length > 1 ? 's' : ''} ${traits.join(' and ')}`;
}

/** One call that names the parent is enough; a call whose traits are not all known may be that one. */
function reportParent({ report }: Context, { type, parentType }: PlanGroup, setters: readonly Setter[]): void {
  const calls = setters.map(({ call }) => call);
  const [first] = calls;
  if (!first || parentType === null || calls.some(mayNameParent)) return;
  report({ place: first.span, messageId: 'missingParent', data: { level: type, parent: parentType, id: idVariable(parentType) }, subject: `${type} parent` });
}

function mayNameParent({ kind, parent, traits }: Call): boolean {
  return kind !== 'group' || parent !== null || traits.open || traits.keys.includes('parent_group_id');
}
