/** Properties that hold the account's id, which satisfies its level in every SDK. */
import { topLevel } from './plan-levels.ts';
import type { Call, Plan } from './rule.ts';

/** Words for what the specification calls an account: organizations, companies, workspaces. A name alone is no id. */
const ACCOUNT = /^(account|organi[sz]ation|org|workspace|tenant)(id|uuid|key|slug)?$|^(company|team)(id|uuid|key|slug)$/;

/** Whether a name speaks of an account: `organizationId`, `workspace`. */
export function speaksOfAccount(name: string): boolean {
  return ACCOUNT.test(lettersOf(name));
}

/** The property by which a call certainly names the account: as the specification or the plan calls it. */
export function accountProperty(plan: Plan, { properties }: Call): string | null {
  const names = new Set(['accountid', lettersOf(`${topLevel(plan)}id`)]);
  return properties.keys.find((key) => names.has(lettersOf(key))) ?? null;
}

/** The property that may well name the account, where no plan says what the product calls it, or the plan has that level alone. */
export function likelyAccountProperty(plan: Plan, call: Call): string | null {
  const certain = accountProperty(plan, call);
  if (certain !== null || (!plan.embedded && plan.groups.length !== 1)) return certain;
  return call.properties.keys.find(speaksOfAccount) ?? null;
}

export interface PropertyHabit {
  readonly key: string;
  /** How many event sites have it. */
  readonly count: number;
}

/** For each SDK, the property by which most of its events name the account, where no event of it carries a group. */
export function propertyHabits(plan: Plan, calls: readonly Call[]): ReadonlyMap<string, PropertyHabit> {
  const events = calls.filter(({ kind, live }) => kind === 'track' && live);
  const grouped = new Set(events.filter(({ groupContext }) => groupContext === 'present').flatMap(({ sdks }) => sdks));
  const habits = new Map<string, PropertyHabit>();
  for (const [sdk, counts] of countsBySdk(plan, events)) {
    const [most, ...others] = [...counts].map(([key, count]) => ({ key, count }));
    if (most && !grouped.has(sdk)) habits.set(sdk, others.reduce((best, one) => (one.count > best.count ? one : best), most));
  }
  return habits;
}

function countsBySdk(plan: Plan, events: readonly Call[]): Map<string, Map<string, number>> {
  const bySdk = new Map<string, Map<string, number>>();
  for (const call of events) {
    const key = likelyAccountProperty(plan, call);
    if (key === null) continue;
    for (const sdk of call.sdks) {
      const counts = bySdk.get(sdk) ?? new Map<string, number>();
      bySdk.set(sdk, counts.set(key, (counts.get(key) ?? 0) + 1));
    }
  }
  return bySdk;
}

/** The letters and digits of a name, in lower case: styles of writing aside. */
export function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
