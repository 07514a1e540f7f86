/** Lists whose elements are known one by one. */
import { alternatives, elements, inherit, isNullish, join, unknown, type Value } from './value.ts';

/** Elements beyond this number make all elements unknown. */
export const MOST_ITEMS = 60;

/**
 * The elements of a list, in order, each known as an element of a list: an object literal among them is data, and its
 * place is where it stands. Null where the elements are not known.
 */
export function itemsOf(list: Value): { readonly items: readonly Value[]; readonly open: Value | null } | null {
  const whole = list.k === 'lazy' ? list.force() : list;
  const all = alternatives(whole).map((one) => (one.k === 'object' ? inherit(one, list) : one));
  const lists = all.filter((one) => one.k === 'object');
  if (lists.length === 0) return null;
  const items = lists.flatMap((one) => elements(one).items).map(asData);
  const opens = lists.map((one) => elements(one).open).filter((one) => one !== null);
  if (items.length > MOST_ITEMS) return null;
  const unseen = all.find((one) => one.k !== 'object' && !isNullish(one));
  if (unseen) opens.push(unseen.k === 'sym' ? { ...unseen, path: [...unseen.path, '[]'], type: null } : unknown('element of an unknown list'));
  return { items, open: opens.length > 0 ? asData(join(opens)) : null };
}

/** An object literal among others in a list: what it holds was said where it stands. */
function asData(item: Value): Value {
  if (item.k === 'union') return { ...item, of: item.of.map(asData) };
  return item.k === 'object' && item.literal && !item.anchor ? { ...item, anchor: item.literal } : item;
}
