/** What a wrapper's description says that its calls add to what they are given. */
import type { Additions, Signature } from '../../sdk/types.ts';
import type { EffectGroup } from './effect.ts';
import { concat } from '../values/strings.ts';
import { forced, isNullish, join, literal, object, OTHERS, unknown, type Store, type Value } from '../values/value.ts';

/** The groups of an event where nobody says where it would carry any. */
export const UNKNOWN_GROUPS: EffectGroup = addedUnknown();

function addedUnknown(): EffectGroup {
  const value = unknown('a declared wrapper may add groups');
  return { form: 'map', value, written: value, isUnseen: true, ifUsed: false };
}

export function isEvent({ kind }: Signature): boolean {
  return kind === 'track' || kind === 'page' || kind === 'screen';
}

export function addedGroup(level: string): EffectGroup {
  const value = unknown('an id that a wrapper adds');
  return { form: 'id', value, written: value, isUnseen: false, ifUsed: false, level, isAdded: true };
}

export function affixed(name: Value | null, { prefix = '', suffix = '' }: Signature): Value | null {
  return name === null || (prefix === '' && suffix === '') ? name : concat([...(prefix ? [literal(prefix)] : []), name, ...(suffix ? [literal(suffix)] : [])]);
}

export function withAdded(properties: Value | null, added: NonNullable<Additions['properties']>): Value | null {
  const entries: [string, Value][] = Array.isArray(added) ? added.map((key: string) => [key, unknown('a value that a wrapper adds')]) : Object.entries(added).map(([key, value]) => [key, literal(value)]);
  if (entries.length === 0) return properties;
  if (properties === null) return object(entries);
  return join(
    forced(properties).map((one): Value => {
      if (one.k === 'object') return { ...one, store: new Map([...entries, ...one.store]) };
      return object(isNullish(one) ? entries : [...entries, [OTHERS, one]]);
    }),
  );
}

/** Where the properties stand in one object with the name, the user and the groups, these are none of them. */
export function withoutOthers(properties: Value | null, { properties: at, name, userId, groupId, groupType }: Signature): Value | null {
  if (properties === null || at === undefined) return properties;
  const others = [name, userId, groupId, groupType].flatMap((path) => keyWithin(path, at));
  if (others.length === 0) return properties;
  return join(forced(properties).map((one) => (one.k === 'object' ? { ...one, store: without(one.store, others) } : one)));
}

function keyWithin(path: string | undefined, at: string): string[] {
  const [key] = path?.startsWith(`${at}.`) ? path.slice(at.length + 1).split('.') : [];
  return key === undefined ? [] : [key];
}

function without(store: Store, keys: readonly string[]): Store {
  return new Map([...store].filter(([key]) => !keys.includes(key)));
}
