import type { PlanGroup } from './model.ts';
import { didYouMean } from './nearest.ts';
import type { PlanSource } from './source.ts';

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
 * Gives the levels parents first, otherwise in the order of the file, and reports those that contradict each other.
 * `types` are all that the plan declares.
 */
export function orderLevels(groups: readonly ReadGroup[], types: ReadonlySet<string>, source: PlanSource): readonly PlanGroup[] {
  const byType = new Map<string, ReadGroup>();
  for (const read of groups) addLevel(read, byType, source);
  for (const read of byType.values()) checkParent(read, types, source);
  const ordered = new Set<PlanGroup>();
  for (const read of byType.values()) addUpwards(read, byType, ordered, source);
  return [...ordered];
}

/** The level of an event, or null for none. Reports a level that the plan does not have. */
export function checkLevel(
  { level, event, offset }: { readonly level: string; readonly event: string | null; readonly offset: number },
  types: ReadonlySet<string>, source: PlanSource,
): string | null {
  if (types.has(level)) return level;
  if (LEVEL_OF_NONE.has(level)) return null;
  const subject = event === null ? 'An event' : `The event ${quoted(event)}`;
  const message = `${subject} has the \`group_level\` ${quoted(level)}, which is no \`type\` of the plan's groups.`;
  source.report(offset, message, didYouMean(level, types) ?? levelsThatAre(types));
  return null;
}

function levelsThatAre(types: ReadonlySet<string>): string {
  if (types.size === 0) return 'The plan has no other `groups`: add one with this `type`.';
  return `The plan's levels are ${[...types].slice(0, 12).join(', ')}${types.size > 12 ? ', …' : ''}.`;
}

function addLevel(read: ReadGroup, byType: Map<string, ReadGroup>, source: PlanSource): void {
  const { type } = read.group;
  const before = byType.get(type);
  if (before) {
    const { line } = before.group.place;
    source.report(read.typeOffset, `The group ${quoted(type)} stands twice; the first is on line ${line}.`, 'Keep one.');
  } else byType.set(type, read);
}

function checkParent({ group, parentOffset, topOffset }: ReadGroup, types: ReadonlySet<string>, source: PlanSource): void {
  const { type, parentType } = group;
  if (parentType === null) return;
  if (topOffset !== null) {
    const message = `The group ${quoted(type)} is the top level, and has the parent ${quoted(parentType)}.`;
    source.report(topOffset, message, 'Remove `is_top_level` or `parent_type`.');
  }
  if (types.has(parentType)) return;
  const others = new Set([...types].filter((other) => other !== type));
  const message = `The group ${quoted(type)} has the \`parent_type\` ${quoted(parentType)}, which is no \`type\` of the plan's groups.`;
  source.report(parentOffset, message, didYouMean(parentType, others) ?? levelsThatAre(others));
}

/** Walks up from a level and adds the levels met, topmost first. */
function addUpwards(start: ReadGroup, byType: ReadonlyMap<string, ReadGroup>, ordered: Set<PlanGroup>, source: PlanSource): void {
  const path = new Set<ReadGroup>();
  let level: ReadGroup | undefined = start;
  while (level && !ordered.has(level.group) && !path.has(level)) {
    path.add(level);
    level = level.group.parentType === null ? undefined : byType.get(level.group.parentType);
  }
  const levels = [...path];
  if (level && path.has(level)) reportCycle(levels.slice(levels.indexOf(level)), source);
  for (const { group } of levels.reverse()) ordered.add(group);
}

function reportCycle(cycle: readonly ReadGroup[], source: PlanSource): void {
  const [first] = cycle;
  if (!first) return;
  const names = [...cycle, first].map(({ group }) => group.type).join(' → ');
  source.report(first.parentOffset, `These groups are each other's parents: ${names}.`, 'Remove one `parent_type`.');
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
