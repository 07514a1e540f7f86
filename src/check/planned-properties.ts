/** What a plan says of properties at any depth, and what a call gives there. */
import type { CallKeys, PlanProperty, Span, ValueShape } from './rule.ts';

/** The step from a list to its elements. */
const EACH = '[]';

export interface Planned {
  /** The way to it in one text: `address.city`, `lines[].sku`. */
  readonly name: string;
  readonly property: PlanProperty;
  /** Whether it stands within another one of the plan, so that it is wanted only where that is given. */
  readonly isNested: boolean;
}

/** Properties and all that is within them. A name with dots, as plans write them too, is no nesting. */
export function plannedIn(properties: readonly PlanProperty[]): Planned[] {
  return properties.flatMap((property) => [{ name: property.name, property, isNested: false }, ...within(property, property.name)]);
}

function within({ properties, items }: PlanProperty, way: string): Planned[] {
  const each = `${way}${EACH}`;
  return [
    ...properties.flatMap((one) => [{ name: `${way}.${one.name}`, property: one, isNested: true }, ...within(one, `${way}.${one.name}`)]),
    ...(items ? [{ name: each, property: items, isNested: true }, ...within(items, each)] : []),
  ];
}

export interface Placed {
  readonly value: ValueShape;
  /** Where the key is written. */
  readonly span: Span | null;
}

/** The values under a name, or at the end of a way. */
export function valuesAt({ values }: CallKeys, name: string): Placed[] {
  const own = values.find(({ key }) => key === name);
  if (own) return own.values.map((value) => ({ value, span: own.span }));
  const { head, each, rest } = firstStep(name);
  const found = values.find(({ key }) => key === head);
  if (!found || (rest === '' && !each)) return [];
  const elements = each ? found.values.flatMap((value) => elementsOf(value, each)) : found.values;
  return rest === '' ? elements.map((value) => ({ value, span: value.span ?? found.span })) : elements.flatMap(({ members }) => (members ? valuesAt(members, rest) : []));
}

/** Whether a call certainly does not give what is planned under a name. */
export function lacks(keys: CallKeys, { name, isNested }: Pick<Planned, 'name' | 'isNested'>): boolean {
  if (keys.open || keys.keys.includes(name)) return false;
  const { head, each, rest } = firstStep(name);
  if (rest === '' && !each) return true;
  const found = keys.values.find(({ key }) => key === head);
  // A name with dots that stands for itself is missing with its head; what is within another one is not wanted then.
  if (!found) return !isNested && !keys.keys.includes(head);
  const wholes = each ? found.values.flatMap((value) => elementsOf(value, each)) : found.values;
  return rest !== '' && wholes.length > 0 && wholes.every((whole) => lacksWithin(whole, { name: rest, isNested }));
}

/** A whole of another kind than an object has no such member either, but its kind is what is wrong with it. */
function lacksWithin({ type, members }: ValueShape, planned: Pick<Planned, 'name' | 'isNested'>): boolean {
  if (type !== 'object') return type !== 'unknown' && !planned.isNested;
  return members !== undefined && lacks(members, planned);
}

/** The objects that stand at a way, with the keys that are known of them; of an empty way the call's own. */
export function objectsAt(keys: CallKeys, name: string): CallKeys[] {
  return name === '' ? [keys] : valuesAt(keys, name).flatMap(({ value }) => value.members ?? []);
}

function elementsOf(value: ValueShape, each: string): readonly ValueShape[] {
  return each === '' ? [value] : (value.items ?? []).flatMap((one) => elementsOf(one, each.slice(EACH.length)));
}

/** `lines[].sku` begins with `lines`, of each element of which `sku` is meant. */
function firstStep(name: string): { readonly head: string; readonly each: string; readonly rest: string } {
  const [first = '', ...rest] = name.split('.');
  const head = first.replace(/(\[\])+$/, '');
  return { head, each: first.slice(head.length), rest: rest.join('.') };
}
