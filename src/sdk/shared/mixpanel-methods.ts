/** Parts that Mixpanel's SDKs share: super properties, profiles of users and of groups. */
import type { GroupSlot, Method, Signature } from '../types.ts';

/** The specification's form; a property named like a group key counts besides. */
export function groupsInProperties(at: number): readonly GroupSlot[] {
  return [{ at: `${String(at)}.$groups`, form: 'map' }];
}

/** Changes of single values, which say nothing about the whole. */
export const partialUpdates = {
  unset: {}, increment: {}, append: {}, union: {}, remove: {}, track_charge: {}, clear_charges: {}, delete_user: {}, delete_group: {}, delete: {},
} as const satisfies Readonly<Record<string, Method>>;

/** `set({ ... })`, or `set(key, value)`. */
export function setter(signature: Signature, at: number): Method {
  const first = String(at);
  return { signatures: [{ ...signature, when: { [first]: 'string' }, trait: [first, String(at + 1)] }, { ...signature, traits: first }] };
}

export const mixpanelReserved = ['$groups', '$insert_id', '$device_id', '$user_id', 'distinct_id', 'token', 'time'];

export const mixpanelHint = '`$groups: { LEVEL: ID }`, or the group key itself, among the properties';
