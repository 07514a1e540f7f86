/** Properties that any event may carry, whatever the plan says of it: who did it, when, and in which group. */
import { lettersOf } from './account-property.ts';
import type { Plan } from './rule.ts';

const ALWAYS: ReadonlySet<string> = new Set(['userid', 'distinctid', 'anonymousid', 'sessionid', 'deviceid', 'timestamp', 'time', 'accountid', 'groupid', 'groups', 'insertid']);

export function isCommonProperty({ groups }: Plan, key: string): boolean {
  const letters = lettersOf(key);
  return key.startsWith('$') || ALWAYS.has(letters) || groups.some(({ type }) => letters === lettersOf(type) || letters === `${lettersOf(type)}id`);
}
