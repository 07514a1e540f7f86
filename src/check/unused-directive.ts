/** Comments that switch nothing off, as findings. It needs no program, so it is no rule of `rules/`. */
import { z } from 'zod';
import { didYouMean } from '../plan/nearest.ts';
import type { Unused } from './directives.ts';
import type { Raised } from './findings.ts';
import { defineRule, type Rule } from './rule.ts';
import type { RuleInfo } from './rule-settings.ts';

const rule: Rule = defineRule({
  id: 'no-unused-directive',
  description: 'Disallow comments that switch rules off where these find nothing',
  recommended: null,
  scope: 'project',
  options: z.strictObject({}),
  messages: {
    named: '`{{id}}` finds nothing here: take it out of this comment.',
    unnamed: 'No rule finds anything here: remove this comment.',
    unknown: 'There is no rule `{{id}}`: {{hint}}',
  },
  check: () => undefined,
});

export const unusedDirective: RuleInfo = { id: rule.id, description: rule.description, severity: 'error' };

interface Judged {
  /** The ids of all rules. */
  readonly known: readonly string[];
  judges(rule: string, file: string): boolean;
  /** Whether every rule that is switched on could judge. */
  readonly isComplete: boolean;
}

/** A rule that is off, or could not judge, leaves its comments alone: they may be right. */
export function raisedByUnused(unused: readonly Unused[], { known, judges, isComplete }: Judged): Raised[] {
  return unused.flatMap(({ directive: { file, line, column }, id }): Raised[] => {
    const raise = (messageId: string, data: Readonly<Record<string, string>> = {}): Raised[] => [
      { rule, severity: unusedDirective.severity, report: { place: { file, line, column }, messageId, data, subject: id ?? '' } },
    ];
    if (id === null) return isComplete ? raise('unnamed') : [];
    if (!known.includes(id) && id !== rule.id) return raise('unknown', { id, hint: didYouMean(id, known) ?? 'remove it.' });
    return judges(id, file) ? raise('named', { id }) : [];
  });
}
