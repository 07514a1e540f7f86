/** What products call the traits that the specification wants. */
import { wordsOf } from './words.ts';

/** Other words for a trait. `LEVEL` is the top level of the plan. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  account_id: ['(account|organi[sz]ation|org|company|tenant|workspace|team|business|LEVEL)( \\w+)? (id|uuid|key|slug|code)', '(account|organi[sz]ation|org|company|tenant|workspace|team|business|LEVEL)s?( ids)?'],
  role: ['\\w+ role', 'roles', '(is )?(admin|owner)', '\\w+ admin', 'permission( level)?s?', 'user type'],
  name: ['(\\w+ )+name', 'title'],
  plan: ['plan \\w+', '\\w+ plan', '(subscription|pricing|billing)( \\w+)?', '(\\w+ )?(tier|sku|edition|subscription)'],
  group_type: ['type', 'level', 'group level'],
  email: ['e ?mail', '\\w+ e ?mail', 'e ?mail \\w+'],
};

/** Whether a trait is the one that is wanted, by its name or by what products call it. */
export function isTrait(name: string, wanted: string, level: string): boolean {
  const text = wordsOf(name).join(' ');
  const forms = [wordsOf(wanted).join(' '), ...(SAME[wanted] ?? [])];
  return forms.some((form) => new RegExp(`^(${form.replaceAll('LEVEL', wordsOf(level).join(' '))})$`).test(text));
}
