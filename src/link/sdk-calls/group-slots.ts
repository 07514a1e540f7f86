/** The places of a call where an SDK looks for groups, and what is written there. */
import type { ArgPath, GroupSlot } from '../../sdk/types.ts';
import type { EffectGroup } from './effect.ts';
import { alternatives, forced, inherit, join, OTHERS, UNDEFINED, type ObjectValue, type Value } from '../values/value.ts';

/** What a call passes at a place. `read` gives the value at any path into its arguments. */
export function groupAt({ at, form, ifUsed = false, level }: GroupSlot, read: (path: ArgPath) => Value): EffectGroup {
  const value = read(at);
  const dot = at.lastIndexOf('.');
  if (form === 'map' || dot < 0) return { form, value, written: value, isUnseen: false, ifUsed, ...(level !== undefined && { level }) };
  const owners = forced(read(at.slice(0, dot)));
  const parts = owners.map((owner) => partOf(owner, at.slice(dot + 1)));
  return { form, value, written: join(parts.map(({ written }) => written)), isUnseen: parts.some(({ isUnseen }) => isUnseen), ifUsed, ...(level !== undefined && { level }) };
}

type Part = Pick<EffectGroup, 'written' | 'isUnseen'>;

function partOf(owner: Value, key: string): Part {
  if (owner.k === 'object') return partOfObject(owner, key);
  return { written: UNDEFINED, isUnseen: owner.k !== 'literal' };
}

function partOfObject(owner: ObjectValue, key: string): Part {
  const own = owner.store.get(key);
  const others = owner.store.get(OTHERS);
  const spread = others ? forced(others).map((one) => partOf(one, key)) : [];
  const written = own ? alternatives(own).map((one) => inherit(one, owner)) : spread.map((part) => inherit(part.written, owner));
  return { written: join(written), isUnseen: spread.some(({ isUnseen }) => isUnseen) };
}
