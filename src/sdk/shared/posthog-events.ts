/** Names that turn PostHog's `capture` into another kind of call, and names that it takes out of the properties. */
import type { ArgPath, GroupSlot, Signature } from '../types.ts';

export const posthogReserved = ['$groups', '$set', '$set_once', '$unset', '$insert_id', '$process_person_profile', 'distinct_id', 'token'];

interface Places {
  readonly name: ArgPath;
  readonly properties: ArgPath;
  readonly userId?: ArgPath;
  readonly groups: readonly GroupSlot[];
}

export function captures({ name, properties, userId, groups }: Places): readonly Signature[] {
  const who = userId === undefined ? {} : { userId };
  const named = (is: string): Pick<Signature, 'when'> => ({ when: { [name]: { is } } });
  const event = { name, properties, groups, ...who };
  return [
    { kind: 'page', ...named('$pageview'), ...event },
    { kind: 'screen', ...named('$screen'), ...event },
    {
      kind: 'group',
      ...named('$groupidentify'),
      groupType: `${properties}.$group_type`,
      groupId: `${properties}.$group_key`,
      traits: `${properties}.$group_set`,
      attaches: false,
      ...who,
    },
    { kind: 'identify', ...named('$identify'), userId: userId ?? `${properties}.distinct_id`, traits: `${properties}.$set`, groups },
    { kind: 'identify', ...named('$set'), traits: `${properties}.$set`, ...who },
    { kind: 'alias', ...named('$create_alias'), userId: `${properties}.alias` },
    { kind: 'track', ...event },
  ];
}
