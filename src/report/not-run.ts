/** Rules that could not judge, in words. */
import { plural } from './plural.ts';
import type { AuditReport } from './report-schema.ts';

type NotRun = AuditReport['summary']['notRun'][number];

export interface NotRunText {
  readonly rules: string;
  readonly reason: string;
}

/** One for each reason. Rules over plans, which run together or not at all, are told by number. */
export function notRunTexts(notRun: readonly NotRun[], shownId: (id: string) => string = (id) => id): NotRunText[] {
  const reasons = [...new Set(notRun.map(({ reason }) => reason))];
  return reasons.map((reason) => ({ reason, rules: rulesText(notRun.filter((one) => one.reason === reason).map(({ rule }) => rule), shownId) }));
}

function rulesText(ids: readonly string[], shownId: (id: string) => string): string {
  const overPlans = ids.filter((id) => id.startsWith('plan/'));
  const others = overPlans.length < 2 ? ids : ids.filter((id) => !overPlans.includes(id));
  const shown = [...others.map(shownId), ...(others === ids ? [] : [plural(overPlans.length, 'plan rule')])];
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
