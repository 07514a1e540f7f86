import { z } from 'zod';
import { groupedBy } from '../../src/check/causes.ts';
import { levelsSetBy } from '../../src/check/levels.ts';
import { topLevel } from '../../src/check/plan-levels.ts';
import { defineRule, type Call, type RuleContext } from '../../src/check/rule.ts';
import { isTrait } from '../../src/check/trait-names.ts';
import { namesLevel, takesTraits } from '../../src/check/vocabulary.ts';
import { quoted } from '../../src/check/wording.ts';

const options = z.strictObject({
  traits: z.array(z.string()).nullable().default(null).describe('The traits that groups need; without it those that the plan requires for their level.'),
});

type MessageId = 'missing' | 'type';
type Context = RuleContext<z.output<typeof options>, MessageId>;

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'require-group-traits',
  description: 'Require group() to set the traits that every group needs',
  recommended: 'warning',
  strict: 'error',
  scope: 'project',
  options,
  messages: {
    missing: 'No group() call sets the {{noun}} {{traits}} of {{level}}: pass {{pronoun}} here.',
    type: 'This group() call does not say of which level the group is: pass the trait `group_type`, one of {{levels}}.',
  },
  check(context) {
    const setters = context.calls.flatMap((call) => settersOf(context, call));
    for (const of of groupedBy(setters, ({ level }) => String(level))) reportLevel(context, of);
    for (const { call, level } of setters) if (level === null) reportType(context, call);
  },
});

interface Setter {
  readonly call: Call;
  /** The plan's; null where none fits. */
  readonly level: string | null;
}

/** What products call their accounts; a group of another name is below them. */
const ACCOUNT = /account|organi[sz]ation|\borg|company|customer|workspace|tenant|team|business/i;

function settersOf({ plan, sdk }: Context, call: Call): Setter[] {
  if (call.kind !== 'group' || !call.live || !call.sdks.some((id) => takesTraits(sdk(id), 'group'))) return [];
  if (plan.embedded) return levelsSetBy(call, plan).every(({ named }) => named === null || ACCOUNT.test(named)) ? [{ call, level: topLevel(plan) }] : [];
  const levels = levelsSetBy(call, plan);
  return levels.length === 1 ? levels.map(({ level, named }) => ({ call, level: level ?? (plan.groups.length < 2 && named === null ? topLevel(plan) : null) })) : [];
}

/** Traits stay with a group, so that each may come from another call; one that is not fully known may give any. */
function reportLevel({ options, plan, report }: Context, setters: readonly [Setter, ...Setter[]]): void {
  const [{ call: first, level }] = setters;
  const calls = setters.map(({ call }) => call);
  if (level === null || calls.some(({ traits }) => traits.open)) return;
  const wanted = options.traits ?? plan.groups.find(({ type }) => type === level)?.traits.filter(({ required }) => required).map(({ name }) => name) ?? [];
  const missing = wanted.filter((name) => !name.endsWith('_id') && !calls.some(({ traits }) => traits.keys.some((key) => isTrait(key, name, topLevel(plan)))));
  if (missing.length === 0) return;
  const fullest = calls.reduce((best, call) => (call.traits.keys.length > best.traits.keys.length ? call : best), first);
  const isMany = missing.length > 1;
  report({
    place: fullest.span,
    messageId: 'missing',
    data: { traits: quoted(missing, 'and'), noun: isMany ? 'traits' : 'trait', pronoun: isMany ? 'them' : 'it', level: plan.embedded ? 'accounts' : `the level \`${level}\`` },
    subject: `${level} ${missing.join(' ')}`,
  });
}

/** Where the plan has several levels, the SDK names none, and neither the id nor the code around it tells. */
function reportType({ plan, report, sdk }: Context, call: Call): void {
  const isNamed = call.sdks.some((id) => {
    const found = sdk(id);
    return !found || namesLevel(found);
  });
  if (plan.groups.length < 2 || isNamed || call.traits.open || call.traits.keys.some((key) => isTrait(key, 'group_type', ''))) return;
  report({ place: call.span, messageId: 'type', data: { levels: quoted(plan.groups.map(({ type }) => type), 'or') }, subject: call.groupId ?? '' });
}
