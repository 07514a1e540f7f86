/** The plan against the code: which planned events are sent from where, and what establishes each level. */
import { likelyAccountProperty } from './account-property.ts';
import { levelsSetBy } from './levels.ts';
import { nameTest } from './name-pattern.ts';
import type { Call, Plan, PlanEvent, PlanGroup } from './rule.ts';

export interface EventCoverage {
  /** The name that the plan or, where it does not know the event, the code gives. */
  readonly name: string;
  /** Null where the plan does not have it. */
  readonly event: PlanEvent | null;
  /** Sites that send it by its name or an alias. */
  readonly sites: readonly Call[];
  /** Sites whose name has unknown parts, and may be this. */
  readonly possible: readonly Call[];
}

export interface LevelCoverage {
  readonly type: string;
  /** Null where only the code speaks of it. */
  readonly group: PlanGroup | null;
  /** Group and identify calls that set it. */
  readonly setters: readonly Call[];
  /** How many events the plan has at this level. */
  readonly events: number;
}

/**
 * How a track call gets its group: on the event, as a property that names the account, or from the session; `absent`
 * where it certainly has none.
 */
export type GroupSource = 'event' | 'property' | 'session' | 'absent' | 'unknown';

export interface Coverage {
  /** The plan's events in its order, then those that it does not have, by name. */
  readonly events: readonly EventCoverage[];
  /** The plan's levels, parents first, then those that only the code names. */
  readonly levels: readonly LevelCoverage[];
  /** Sites of events whose name is not known. */
  readonly unnamed: readonly Call[];
  /** Group and identify calls that set a group of a level that is not known. */
  readonly unknownSetters: readonly Call[];
  /** Of every track call. */
  readonly groupSources: ReadonlyMap<Call, GroupSource>;
}

export function coverageOf(calls: readonly Call[], plan: Plan): Coverage {
  const sites = calls.filter(({ kind }) => kind === 'track' || kind === 'page' || kind === 'screen');
  const unnamed = sites.filter(({ names }) => names.length === 0);
  const tracks = sites.filter(({ kind }) => kind === 'track');
  return {
    events: eventsOf(sites.filter(({ names }) => names.length > 0), unnamed, plan),
    unnamed,
    ...levelsOf(calls, plan),
    groupSources: new Map(tracks.map((call) => [call, groupSourceOf(call, plan)])),
  };
}

function groupSourceOf(call: Call, plan: Plan): GroupSource {
  if (call.groupContext === 'present') return 'event';
  if (call.groups.some(({ source }) => source === 'session')) return 'session';
  if (likelyAccountProperty(plan, call) !== null) return 'property';
  return call.groupContext;
}

function eventsOf(sites: readonly Call[], unnamed: readonly Call[], plan: Plan): EventCoverage[] {
  const byName = new Map<string, Call[]>();
  for (const site of sites) for (const name of site.names) byName.set(name, [...(byName.get(name) ?? []), site]);
  const patterns = unnamed.flatMap((site) => (site.pattern === null ? [] : [{ site, test: nameTest(site.pattern) }]));
  const planned = plan.events.map((event): EventCoverage => {
    const names = [event.name, ...event.aliases];
    const found = new Set(names.flatMap((name) => byName.get(name) ?? []));
    return { name: event.name, event, sites: [...found], possible: patterns.filter(({ test }) => names.some(test)).map(({ site }) => site) };
  });
  const known = new Set(plan.events.flatMap(({ name, aliases }) => [name, ...aliases]));
  const others = [...byName].filter(([name]) => !known.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  return [...planned, ...others.map(([name, found]) => ({ name, event: null, sites: found, possible: [] }))];
}

function levelsOf(calls: readonly Call[], plan: Plan): Pick<Coverage, 'levels' | 'unknownSetters'> {
  const setters = new Map<string, Set<Call>>();
  const unknownSetters: Call[] = [];
  for (const call of calls) {
    if (call.kind !== 'group' && call.kind !== 'identify') continue;
    const set = levelsSetBy(call, plan).map(({ level, named }) => level ?? named);
    for (const level of set) if (level !== null) setters.set(level, (setters.get(level) ?? new Set()).add(call));
    if (set.includes(null)) unknownSetters.push(call);
  }
  const planned = plan.groups.map((group) => ({ type: group.type, group }));
  const others = [...setters.keys()].filter((type) => !plan.groups.some((group) => group.type === type)).sort();
  const levels = [...planned, ...others.map((type) => ({ type, group: null }))].map(({ type, group }): LevelCoverage => ({
    type, group,
    setters: [...(setters.get(type) ?? [])],
    events: plan.events.filter(({ groupLevel }) => groupLevel === type).length,
  }));
  return { levels, unknownSetters };
}
