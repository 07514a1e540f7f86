import { z } from 'zod';
import { levelOfId, levelsSetBy } from '../../src/check/levels.ts';
import { defineRule, type Call, type PlanGroup, type RuleContext } from '../../src/check/rule.ts';
import { takesTraits } from '../../src/check/vocabulary.ts';
import { idVariable } from '../../src/check/wording.ts';

const options = z.strictObject({
  everyCall: z.boolean().default(false).describe('Require the parent in every group() call below the top, and not only in one of them.'),
});

type MessageId = 'wrong' | 'missing';
type Context = RuleContext<z.output<typeof options>, MessageId>;

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'require-parent-group',
  description: 'Require the parent that a group names to be of the level above',
  recommended: 'error',
  scope: 'file',
  needsOwnPlan: true,
  options,
  messages: {
    wrong: 'The plan has `{{parent}}` above `{{level}}`, and `parent_group_id` is the id of `{{given}}` here: pass `{{id}}`.',
    missing: 'This group() call does not say which `{{parent}}` the `{{level}}` belongs to: add `parent_group_id: {{id}}` to its traits.',
  },
  check(context) {
    for (const call of context.calls) if (call.kind === 'group' && call.live) checkCall(context, call);
  },
});

function checkCall(context: Context, call: Call): void {
  const { plan, sdk, options: { everyCall } } = context;
  const [own, ...others] = levelsSetBy(call, plan);
  const group = plan.groups.find(({ type }) => type === own?.level);
  const parent = group?.parentType ?? null;
  if (!group || parent === null || others.length > 0) return;
  const given = call.parent === null ? null : levelOfId(plan, call.parent);
  if (given !== null && given !== parent) reportParent(context, { call, group, parent, messageId: 'wrong', given });
  const isMissing = !call.traits.open && !call.traits.keys.includes('parent_group_id');
  if (everyCall && isMissing && call.sdks.some((id) => takesTraits(sdk(id), 'group'))) reportParent(context, { call, group, parent, messageId: 'missing', given: '' });
}

interface Found {
  readonly call: Call;
  readonly group: PlanGroup;
  readonly parent: string;
  readonly messageId: MessageId;
  readonly given: string;
}

function reportParent({ report }: Context, { call, group, parent, messageId, given }: Found): void {
  const trait = call.traits.values.find(({ key }) => key === 'parent_group_id');
  report({
    place: trait?.values[0]?.span ?? trait?.span ?? call.span,
    messageId,
    data: { level: group.type, parent, given, id: idVariable(parent) },
    subject: `${messageId} ${group.type} ${call.parent ?? ''}`,
  });
}
