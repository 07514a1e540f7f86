import { z } from 'zod';
import { speaksOfAccount } from '../../src/check/account-property.ts';
import { topLevel } from '../../src/check/plan-levels.ts';
import { defineRule, type Call, type Plan, type RuleContext } from '../../src/check/rule.ts';
import { isUser } from '../../src/check/identity.ts';
import { isTrait } from '../../src/check/trait-names.ts';
import { takesTraits } from '../../src/check/vocabulary.ts';
import { quoted } from '../../src/check/wording.ts';

const options = z.strictObject({
  traits: z.array(z.string()).nullable().default(null).describe('The traits that users need; without it those that the plan requires.'),
});

type Context = RuleContext<z.output<typeof options>, 'missing'>;

export const rule = defineRule<z.output<typeof options>, 'missing'>({
  id: 'require-user-traits',
  description: 'Require identify() to set the traits that every user needs',
  recommended: 'warning',
  strict: 'error',
  scope: 'project',
  options,
  messages: { missing: 'No identify() sets the {{noun}} {{traits}} of users: pass {{pronoun}} here.' },
  check(context) {
    const { calls, plan, report, identity } = context;
    if (identity === 'instance') return;
    const identifying = calls.filter((call) => isIdentify(context, call));
    const [first, ...others] = identifying.filter(isOfUser);
    if (!first || identifying.some(({ traits }) => traits.open)) return;
    const missing = wantedTraits(context).filter((name) => !identifying.some(({ traits }) => traits.keys.some((key) => isTrait(key, name, topLevel(plan)))));
    if (missing.length === 0) return;
    const fullest = others.reduce((best, call) => (call.traits.keys.length > best.traits.keys.length ? call : best), first);
    report({
      place: fullest.span,
      messageId: 'missing',
      data: { traits: quoted(missing, 'and'), noun: missing.length > 1 ? 'traits' : 'trait', pronoun: missing.length > 1 ? 'them' : 'it' },
      subject: missing.join(' '),
    });
  },
});

function isIdentify({ sdk }: Context, { kind, live, sdks }: Call): boolean {
  return kind === 'identify' && live && sdks.some((id) => takesTraits(sdk(id), 'identify'));
}

/** Not of a visitor who is not known yet, nor of an account that stands for all its users. */
function isOfUser({ userId }: Call): boolean {
  return isUser(userId) && !(userId?.match(/[A-Za-z_$][\w$]*/g) ?? []).some(speaksOfAccount);
}

/** Where the plan forbids personal data, nobody misses the email. */
function wantedTraits({ options: { traits }, plan }: { readonly options: z.output<typeof options>; readonly plan: Plan }): readonly string[] {
  return traits ?? plan.userTraits.filter(({ required, pii, name }) => required && name !== 'user_id' && !(pii && plan.piiPolicy === 'none')).map(({ name }) => name);
}
