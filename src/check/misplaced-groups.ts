/** Groups at places where the SDK takes none. */
import { speaksOfAccount } from './account-property.ts';
import { levelOfId } from './levels.ts';
import type { Call, MisplacedGroup, Plan } from './rule.ts';

/**
 * Those of a call that are certainly meant as its group. `groupId` among the properties may as well be the id of what the
 * event is about, a group of users: it counts where its expression speaks of an account or of a level of the plan.
 */
export function misplacedGroups(plan: Plan, { misplacedGroups: all, properties }: Call): readonly MisplacedGroup[] {
  return all.filter(({ at }) => {
    const key = /^(?:1|0\.properties)\.(group_?id)$/i.exec(at)?.[1];
    if (key === undefined) return true;
    const texts = properties.values.find((one) => one.key === key)?.values.map(({ text }) => text) ?? [];
    return texts.length > 0 && texts.every((text) => text !== null && (levelOfId(plan, text) !== null || (text.match(/[A-Za-z_$][\w$]*/g) ?? []).some(speaksOfAccount)));
  });
}
