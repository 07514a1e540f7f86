import type { PlanGroup } from './model.ts';
import { didYouMean } from './nearest.ts';
import type { PlanSource } from './source.ts';
import type { Tree } from './tree.ts';

/** A group as read, with the offsets of what it says about the hierarchy. */
export interface ReadGroup {
  readonly group: PlanGroup;
  readonly typeOffset: number;
  readonly parentOffset: number;
  /** Where `is_top_level: true` stands, if it does. */
  readonly topOffset: number | null;
}

/** `group_level` values for events that occur at no level of the hierarchy. */
const LEVEL_OF_NONE: ReadonlySet<string> = new Set(['user', 'none']);

/**
 * Gives the levels parents first, otherwise in the order of the file, without what contradicts the rest, which is noted.
 * `types` are all that the plan declares.
 */
export function orderLevels(groups: readonly ReadGroup[], types: ReadonlySet<string>, source: PlanSource): readonly PlanGroup[] {
  const byType = new Map<string, ReadGroup>();
  for (const read of groups) addLevel(read, byType, types, source);
  const ordered = new Map<string, PlanGroup>();
  for (const read of byType.values()) addUpwards(read, byType, ordered, source);
  return [...ordered.values()];
}

/** The level of an event, or null for none. Notes a level that the plan does not have. */
export function knownLevel(
  { level, event, offset }: { readonly level: string; readonly event: string; readonly offset: number },
  types: ReadonlySet<string>, source: PlanSource,
): string | null {
  if (types.has(level)) return level;
  if (!LEVEL_OF_NONE.has(level)) source.fault('unknownLevel', offset, { event, level, hint: didYouMean(level, types) ?? levelsThatAre(types) });
  return null;
}

/** Whether an event is said to occur at no level: `none`, `user` or `null`, written out. */
export function isNoLevel(event: Tree): boolean {
  const entry = event.kind === 'map' ? event.entries.get('group_level') : undefined;
  if (entry?.value.kind !== 'scalar') return false;
  const { value, offset } = entry.value;
  return value === null ? offset !== entry.keyOffset : LEVEL_OF_NONE.has(String(value));
}

function levelsThatAre(types: ReadonlySet<string>): string {
  if (types.size === 0) return 'The plan has no other `groups`: add one with this `type`.';
  return `The plan's levels are ${[...types].slice(0, 12).join(', ')}${types.size > 12 ? ', …' : ''}.`;
}

function addLevel(read: ReadGroup, byType: Map<string, ReadGroup>, types: ReadonlySet<string>, source: PlanSource): void {
  const { type } = read.group;
  const before = byType.get(type);
  if (before) source.fault('repeatedGroup', read.typeOffset, { level: type, line: String(before.group.place.line) });
  else byType.set(type, withoutContradictions(read, types, source));
}

function withoutContradictions(read: ReadGroup, types: ReadonlySet<string>, source: PlanSource): ReadGroup {
  const { group, parentOffset, topOffset } = read;
  const { type, parentType } = group;
  if (parentType === null) return read;
  if (topOffset !== null) source.fault('parentOfTop', topOffset, { level: type, parent: parentType });
  if (types.has(parentType)) return { ...read, group: { ...group, isTopLevel: false } };
  const others = new Set([...types].filter((other) => other !== type));
  source.fault('unknownParent', parentOffset, { level: type, parent: parentType, hint: didYouMean(parentType, others) ?? levelsThatAre(others) });
  return { ...read, group: { ...group, parentType: null } };
}

/** Walks up from a level and adds the levels met, topmost first. A parent that closes a circle is left out. */
function addUpwards(start: ReadGroup, byType: ReadonlyMap<string, ReadGroup>, ordered: Map<string, PlanGroup>, source: PlanSource): void {
  const path = new Map<string, ReadGroup>();
  let level: ReadGroup | undefined = start;
  while (level && !ordered.has(level.group.type) && !path.has(level.group.type)) {
    path.set(level.group.type, level);
    level = level.group.parentType === null ? undefined : byType.get(level.group.parentType);
  }
  const levels = [...path.values()];
  const circle = level && path.has(level.group.type) ? levels.slice(levels.indexOf(level)) : [];
  noteCircle(circle, source);
  const last = circle.at(-1);
  for (const read of levels.reverse()) ordered.set(read.group.type, read === last ? { ...read.group, parentType: null } : read.group);
}

function noteCircle(circle: readonly ReadGroup[], source: PlanSource): void {
  const [first] = circle;
  if (first) source.fault('cycle', first.parentOffset, { level: first.group.type, circle: [...circle, first].map(({ group }) => group.type).join(' → ') });
}
