import { z } from 'zod';
import { defineRule, type PlanFault, type PlanGroup, type RuleContext } from '../../../src/check/rule.ts';

const options = z.strictObject({});

type FaultId = Exclude<PlanFault['code'], 'unknownLevel'>;
type MessageId = FaultId | 'noGroups' | 'noTop' | 'secondTop';
type Context = RuleContext<z.output<typeof options>, MessageId>;

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'plan/valid-hierarchy',
  description: 'Require groups with known parents, one top level and no circle',
  recommended: 'error',
  scope: 'plan',
  options,
  messages: {
    noGroups: 'The plan has no `groups`: add one for the account, with `is_top_level: true`, so that events can be told by account.',
    noTop: 'None of the plan\'s groups is the top level: add `is_top_level: true` to the one that all others belong to.',
    secondTop: 'The group `{{level}}` has no parent, and the top level is `{{top}}`: add `parent_type: {{top}}`, or the level above.',
    unknownParent: 'The group `{{level}}` has the `parent_type` `{{parent}}`, which is no `type` of the plan\'s groups. {{hint}}',
    parentOfTop: 'The group `{{level}}` is said to be the top level, and has the parent `{{parent}}`: remove `is_top_level` or `parent_type`.',
    repeatedGroup: 'The group `{{level}}` stands twice, the first time on line {{line}}: keep one.',
    cycle: 'These groups are each other\'s parents: {{circle}}. Remove the `parent_type` of one.',
  },
  check(context) {
    const { plan, report } = context;
    const faults = plan.faults.flatMap((fault) => (isOfHierarchy(fault.code) ? [{ ...fault, code: fault.code }] : []));
    for (const { code, place, data } of faults) report({ place, messageId: code, data, subject: `${code} ${data['level'] ?? ''}` });
    // A plan that lists no groups says that the product has none, and a template leaves them to the plans made from it.
    if (plan.groups.length === 0 && plan.parts.groups === null && !plan.isTemplate) report({ place: plan.parts.events, messageId: 'noGroups', subject: 'groups' });
    else if (plan.groups.length > 0) checkTop(context, new Set(faults.flatMap(({ data }) => data['level'] ?? [])));
  },
});

function isOfHierarchy(code: PlanFault['code']): code is FaultId {
  return code !== 'unknownLevel';
}

/** `faulty`: levels of which more is wrong than that they have no parent. */
function checkTop({ plan: { groups, parts }, report }: Context, faulty: ReadonlySet<string>): void {
  const roots = groups.filter(({ parentType, type }) => parentType === null && !faulty.has(type));
  const top = roots.find(({ isTopLevel }) => isTopLevel);
  if (!top) {
    if (faulty.size === 0) report({ place: parts.groups ?? parts.events, messageId: 'noTop', subject: 'top' });
    return;
  }
  const others: readonly PlanGroup[] = roots.filter((root) => root !== top);
  for (const { type, place } of others) report({ place, messageId: 'secondTop', data: { level: type, top: top.type }, subject: type });
}
