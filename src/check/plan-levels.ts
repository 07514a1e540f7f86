import type { Plan } from './rule.ts';

const ACCOUNT = 'account';

/** The top level of the plan's hierarchy; without one, the specification's. */
export function topLevel(plan: Plan): string {
  return (plan.groups.find(({ isTopLevel }) => isTopLevel) ?? plan.groups[0])?.type ?? ACCOUNT;
}

/** The level at which the plan wants events of these names: theirs where they agree, else the top. */
export function levelOfEvents(plan: Plan, names: readonly string[]): string {
  const wanted = new Set(plan.events.filter(({ name }) => names.includes(name)).map(({ groupLevel }) => groupLevel));
  const [only] = wanted;
  return wanted.size === 1 && only ? only : topLevel(plan);
}
