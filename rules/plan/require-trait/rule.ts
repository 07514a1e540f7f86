import { z } from 'zod';
import { topLevel } from '../../../src/check/plan-levels.ts';
import { defineRule, type PlanProperty, type RuleContext } from '../../../src/check/rule.ts';
import { isTrait } from '../../../src/check/trait-names.ts';
import { quoted } from '../../../src/check/wording.ts';

const options = z.strictObject({
  user: z.array(z.string()).default(['email', 'account_id', 'role']).describe('The traits that users need.'),
  account: z.array(z.string()).default(['name', 'plan']).describe('The traits that the top level needs.'),
});

type Context = RuleContext<z.output<typeof options>, 'user' | 'account'>;

export const rule = defineRule<z.output<typeof options>, 'user' | 'account'>({
  id: 'plan/require-trait',
  description: 'Require the traits of users and accounts that B2B analytics are made with',
  recommended: 'warning',
  scope: 'plan',
  options,
  messages: {
    user: 'The plan has no {{traits}} among the traits of users: add {{what}} under `entities.user.traits`.',
    account: 'The plan has no {{traits}} among the traits of `{{level}}`: add {{what}} under the `traits` of that group.',
  },
  check(context) {
    const { plan, options: { user, account }, identity } = context;
    const top = plan.groups.find(({ type }) => type === topLevel(plan));
    // Without groups it is no plan of a B2B product: plan/valid-hierarchy asks for them.
    if (!top) return;
    // Where one identity stands for a whole account, there are no users to have traits.
    if (identity !== 'instance') reportMissing(context, 'user', user.filter((name) => name !== 'email' || plan.piiPolicy !== 'none'), plan.userTraits);
    reportMissing(context, 'account', account, top.traits);
  },
});

function reportMissing({ plan, report }: Context, messageId: 'user' | 'account', wanted: readonly string[], traits: readonly PlanProperty[]): void {
  const level = topLevel(plan);
  const missing = wanted.filter((name) => !traits.some((trait) => isTrait(trait.name, name, level)));
  if (missing.length === 0) return;
  const place = messageId === 'user' ? plan.parts.user : (plan.groups.find(({ type }) => type === level)?.place ?? plan.parts.events);
  const data = { traits: quoted(missing, 'or'), what: missing.length === 1 ? 'it' : 'them', level };
  report({ place, messageId, data, subject: messageId });
}
