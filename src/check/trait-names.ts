/** Traits by other names: what counts as the specification's `email`, `account_id`, `role`, `name` and so on. */
import { lettersOf, speaksOfAccount } from './account-property.ts';
import type { CallKeys, Plan } from './rule.ts';
import { topLevel } from './plan-levels.ts';
import { wordsOf } from './words.ts';

type Test = (key: string, plan: Plan) => boolean;

const SYNONYMS: Readonly<Record<string, Test>> = {
  account_id: (key, plan) => speaksOfAccount(key) || lettersOf(key).startsWith(lettersOf(topLevel(plan))) || /^(company|companies|group|team)/.test(lettersOf(key)),
  role: (key) => wordsOf(key).some((word) => /^(role|roles|admin|owner|permission|permissions)$/.test(word)),
  name: (key) => wordsOf(key).at(-1) === 'name' || lettersOf(key) === 'title',
  plan: (key) => wordsOf(key).some((word) => /^(plan|tier|subscription|sku|edition|billing)$/.test(word)),
  group_type: (key) => ['grouptype', 'type', 'level', 'objecttypeid'].includes(lettersOf(key)),
};

/** Whether traits hold one, under its own name in any style, or under another that says the same. */
export function hasTrait(plan: Plan, traits: Pick<CallKeys, 'keys'>, name: string): boolean {
  const letters = lettersOf(name);
  return traits.keys.some((key) => lettersOf(key) === letters || wordsOf(key).join(' ').endsWith(wordsOf(name).join(' ')) || (Object.hasOwn(SYNONYMS, name) && SYNONYMS[name]?.(key, plan) === true));
}

/** Other words for a trait. `LEVEL` is the top level of the plan. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  account_id: ['(account|organi[sz]ation|org|company|tenant|workspace|team|business|LEVEL)( \\w+)? (id|uuid|key|slug|code)', '(account|organi[sz]ation|org|company|tenant|workspace|team|business|LEVEL)s?( ids)?'],
  role: ['\\w+ role', 'roles', 'is (admin|owner)', 'permission( level)?s?', 'user type'],
  name: ['\\w+ name'],
  plan: ['plan \\w+', '\\w+ plan', '(subscription|pricing|billing)( \\w+)?', '(\\w+ )?tier'],
  email: ['e ?mail', '\\w+ e ?mail', 'e ?mail \\w+'],
};

/** Whether a trait is the one that is wanted, by its name or by what products call it. */
export function isTrait(name: string, wanted: string, level: string): boolean {
  const text = wordsOf(name).join(' ');
  const forms = [wordsOf(wanted).join(' '), ...(SAME[wanted] ?? [])];
  return forms.some((form) => new RegExp(`^(${form.replaceAll('LEVEL', wordsOf(level).join(' '))})$`).test(text));
}
