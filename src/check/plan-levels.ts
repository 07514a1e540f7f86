import type { Call, Plan } from './rule.ts';

const ACCOUNT = 'account';

/** The top level of the plan's hierarchy; without one, the specification's. */
export function topLevel(plan: Plan): string {
  return (plan.groups.find(({ isTopLevel }) => isTopLevel) ?? plan.groups[0])?.type ?? ACCOUNT;
}

/** Whether the product's own plan says that it has no levels: with `groups: []`, and not by leaving them out. */
export function hasNoLevels({ embedded, groups, parts }: Plan): boolean {
  return !embedded && groups.length === 0 && parts.groups !== null;
}

/** The top level as messages call it: without a plan of the product's own, what its code calls most of its groups. */
export function spokenLevel(plan: Plan, calls: readonly Call[]): string {
  if (!plan.embedded) return topLevel(plan);
  const counts = new Map<string, number>();
  for (const { level } of calls.flatMap(({ groups }) => groups)) if (level !== null) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].reduce<readonly [string, number]>((most, one) => (one[1] > most[1] ? one : most), [topLevel(plan), 0])[0];
}

/** The level at which the plan wants events of these names: theirs where they agree, else the top. */
export function levelOfEvents(plan: Plan, names: readonly string[], calls: readonly Call[]): string {
  const wanted = new Set(plan.embedded ? [] : plan.events.filter(({ name }) => names.includes(name)).map(({ groupLevel }) => groupLevel));
  const [only] = wanted;
  return wanted.size === 1 && only ? only : spokenLevel(plan, calls);
}
