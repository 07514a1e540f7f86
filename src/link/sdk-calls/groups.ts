/** The groups that an SDK call carries or sets. */
import type { Effect, EffectGroup } from './effect.ts';
import type { Frame } from '../evaluate/frame.ts';
import type { Machine } from '../evaluate/machine.ts';
import { isOpen, mergedStore } from '../values/object-keys.ts';
import { atHand, forced, isNullish, type Place, type Value } from '../values/value.ts';

export interface ClaimGroup {
  readonly level: string | null;
  readonly id: Place | null;
  readonly always: boolean;
  readonly source: 'call' | 'wrapper';
}

export interface ClaimGroups {
  readonly context: 'present' | 'absent' | 'unknown';
  readonly groups: readonly ClaimGroup[];
  /** Whether a place that few projects use holds a group, or may hold one unseen. */
  readonly habit: 'used' | 'unseen' | 'none';
  /** Whether a group call makes its groups those of later events, and does not only describe them. */
  readonly attaches: boolean;
  /** The same, told apart by what the call that entered a frame passes and what wrappers add. */
  from(entered: Frame | null): ClaimGroups;
}

interface Found {
  readonly level: string | null;
  readonly value: Value;
  readonly always: boolean;
  readonly isAdded?: boolean;
}

/** The trait that names a group's level, where the SDK has no argument for it. */
const LEVEL_TRAIT = 'group_type';

/** The property that names the account in the specification, whatever the SDK. */
const ACCOUNT_KEY = 'account_id';
const ACCOUNT = 'account';

export function groupsOf(_m: Machine, effect: Effect): ClaimGroups {
  const slots = effect.groups.map(readSlot);
  const found = [...groupsSet(effect), ...slots.flatMap((slot) => slot.found)];
  const account = accountProperty(effect);
  if (account) found.push(account);
  const unseen = slots.some((slot) => slot.unknown && !slot.ifUsed) || (effect.properties !== null && isOpen(effect.properties) && slots.length === 0);
  const context = found.length > 0 ? 'present' : unseen ? 'unknown' : 'absent';
  const habits = slots.filter((slot) => slot.ifUsed);
  const habit = habits.some((slot) => slot.found.length > 0) ? 'used' : habits.some((slot) => slot.unknown) ? 'unseen' : 'none';
  return withSources({ context, found, habit, attaches: effect.attaches ?? true }, null);
}

interface Sourced extends Pick<ClaimGroups, 'context' | 'attaches' | 'habit'> {
  readonly found: readonly Found[];
}

function withSources({ context, attaches, habit, found }: Sourced, entered: Frame | null): ClaimGroups {
  const groups = found.map(({ level, value, always, isAdded }): ClaimGroup => {
    const passed = !isAdded && (entered === null || atHand(value).some((one) => one.through?.includes(entered) ?? false));
    return { level, id: firstPlace(value), always, source: passed ? 'call' : 'wrapper' };
  });
  return { context, attaches, habit, groups, from: (frame) => withSources({ context, attaches, habit, found }, frame) };
}

function firstPlace(value: Value): Place | null {
  return atHand(value).find((one) => one.at)?.at ?? null;
}

/** What a group call sets by its own arguments. */
function groupsSet(effect: Effect): Found[] {
  if (effect.kind !== 'group') return [];
  const type = effect.groupType ?? mergedStore(effect.traits).store.get(LEVEL_TRAIT) ?? null;
  const value = effect.groupId ?? type;
  const presence = value ? presenceOf(value) : 'never';
  if (!value || presence === 'never') return [];
  const levels = levelsIn(type);
  return levels.map((level) => ({ level, value, always: levels.length === 1 && presence === 'always' }));
}

function levelsIn(type: Value | null): (string | null)[] {
  const all = type ? forced(type).filter((one) => !isNullish(one)) : [];
  const levels = all.map((one) => (one.k === 'literal' && typeof one.value === 'string' ? one.value : null));
  return levels.length > 0 ? [...new Set(levels)] : [null];
}

function accountProperty(effect: Effect): Found | null {
  if (effect.kind !== 'track' && effect.kind !== 'page' && effect.kind !== 'screen' && effect.kind !== 'context') return null;
  const value = mergedStore(effect.properties).store.get(ACCOUNT_KEY);
  const presence = value ? presenceOf(value) : 'never';
  return value && presence !== 'never' ? { level: ACCOUNT, value, always: presence === 'always' } : null;
}

/** An id that is written counts, whatever it is, unless it is certainly none. */
function readSlot({ form, written, isUnseen, ifUsed, level, isAdded }: EffectGroup): { readonly found: Found[]; readonly unknown: boolean; readonly ifUsed: boolean } {
  if (form === 'map') {
    const { store, open } = mergedStore(written);
    const found = [...store].flatMap(([level, id]): Found[] => {
      const presence = presenceOf(id);
      return presence === 'never' ? [] : [{ level, value: id, always: presence === 'always' }];
    });
    return { found, unknown: open, ifUsed };
  }
  const presence = presenceOf(written);
  return presence === 'never' ? { found: [], unknown: isUnseen, ifUsed } : { found: [{ level: level ?? null, value: written, always: presence === 'always' && !isUnseen, ...(isAdded && { isAdded }) }], unknown: false, ifUsed };
}

function presenceOf(value: Value): 'always' | 'sometimes' | 'never' {
  const all = atHand(value);
  const present = all.filter((one) => !(one.k === 'literal' && (one.value === undefined || one.value === null || one.value === '')));
  if (present.length === 0) return 'never';
  return present.length === all.length ? 'always' : 'sometimes';
}
