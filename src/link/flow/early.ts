/** Events that are sent after an identify call and before the group call that follows it. */
import { eventKey, type Recorded } from './after.ts';
import type { FlowNode } from './flow.ts';
import { fileOfKey, type Machine } from '../evaluate/machine.ts';
import type { Place } from '../values/value.ts';

/** Where the group calls stand that follow, by `eventKey` of the events. An event counts in the function that it stands in. */
export function earlyEvents(m: Machine, recorded: Recorded): ReadonlyMap<string, Place> {
  const all = new Map<string, Place>();
  for (const [key, { flow }] of recorded) {
    const early: Early[] = [];
    walk(flow.nodes, new Map(), early);
    for (const { sdk, site, group } of early) if (isWithin(m, site, key) && !all.has(eventKey(sdk, site))) all.set(eventKey(sdk, site), group);
  }
  return all;
}

interface Early {
  readonly sdk: string;
  readonly site: Place;
  readonly group: Place;
}

function isWithin(m: Machine, { file, at: [start, end] }: Place, key: string): boolean {
  const fn = Number(key.slice(key.indexOf('\0') + 1));
  const [from, to] = m.modules.load(file)?.facts.functions[fn]?.at ?? [0, 0];
  return file === fileOfKey(key) && (fn === 0 || (start >= from && end <= to));
}

/** What a path has met, by SDK: sites of events since the last identify call; null once there is a group. */
type Met = Map<string, readonly Place[] | null>;

/** Follows the paths through nodes; false where none reaches their end. */
function walk(nodes: readonly FlowNode[], met: Met, found: Early[]): boolean {
  for (const node of nodes) {
    if (node.k === 'exit') return false;
    if (node.k === 'call') walk(node.nodes, met, found);
    else if (node.k === 'alternatives') {
      if (!walkBranches(node.branches, met, found)) return false;
    } else meet(node, met, found);
  }
  return true;
}

function walkBranches(branches: readonly (readonly FlowNode[])[], met: Met, found: Early[]): boolean {
  const ends = branches.flatMap((branch) => {
    const own = new Map(met);
    return walk(branch, own, found) ? [own] : [];
  });
  for (const sdk of new Set(ends.flatMap((end) => [...end.keys()]))) {
    const states = ends.map((end) => end.get(sdk));
    const before = met.get(sdk) ?? [];
    // Where any branch identifies anew, what was sent before belongs to another flow.
    const stays = (site: Place): boolean => !before.includes(site) || states.every((sites) => sites?.includes(site));
    met.set(sdk, states.includes(null) ? null : [...new Set(states.flatMap((sites) => sites ?? []))].filter(stays));
  }
  return ends.length > 0;
}

function meet(node: Exclude<FlowNode, { k: 'exit' | 'call' | 'alternatives' }>, met: Met, found: Early[]): void {
  const sites = met.get(node.sdk);
  if (sites === null) return;
  if (node.k === 'track') {
    if (sites) met.set(node.sdk, [...sites, node.site]);
  } else if (node.k === 'identify') met.set(node.sdk, node.groups ? null : []);
  else if (node.attaches) {
    const [group] = node.places;
    if (group) found.push(...(sites ?? []).map((site) => ({ sdk: node.sdk, site, group })));
    met.set(node.sdk, null);
  }
}
