/** A first tracking plan, written down from what the code sends. */
import { Document, isMap, isScalar, visit } from 'yaml';
import type { Call, CallKeys } from '../link/call.ts';

/** Names under which the top of a hierarchy goes, likelier ones first. */
const TOP_LEVELS = ['account', 'organization', 'organisation', 'org', 'company', 'tenant', 'customer', 'team', 'workspace'];
const PERSONAL = /^(e?_?mail|(first|last|full|display|user)?_?name|phone(_?number)?|address|ip(_?address)?)$/i;

interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly pii?: true;
}

/** Text of a `tracking-plan.yaml`. Events whose name is no more than a pattern are not in it. */
export function inferPlan(calls: readonly Call[], product: string): string {
  const live = calls.filter((call) => call.live);
  const levels = levelsOf(live);
  const [top = 'account'] = levels;
  const plan = new Document({
    meta: { product, version: '1.0.0' },
    entities: { user: { traits: keysOf(live.filter(({ kind }) => kind === 'identify').map(({ traits }) => traits), true) } },
    groups: (levels.length > 0 ? levels : [top]).map((type) => ({
      type,
      ...(type === top ? { is_top_level: true } : { parent_type: top }),
      traits: keysOf(live.filter((call) => call.kind === 'group' && levelOf([call]) === type).map(({ traits }) => traits), true),
    })),
    events: eventsOf(live, levels),
  });
  plan.commentBefore = ' What the code sent when this plan was made. Read it, correct it, and keep it beside the code.';
  // A property or trait takes one line.
  visit(plan, { Map: (_, node) => void (node.flow = isMap(node) && node.items.some(({ key }) => isScalar(key) && key.value === 'required')) });
  return plan.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** The top first. */
function levelsOf(calls: readonly Call[]): string[] {
  const found = [...new Set(calls.flatMap(({ groups }) => groups.flatMap(({ level }) => level ?? [])))].sort();
  const rank = (level: string): number => (TOP_LEVELS.includes(level.toLowerCase()) ? TOP_LEVELS.indexOf(level.toLowerCase()) : TOP_LEVELS.length);
  return found.sort((a, b) => rank(a) - rank(b));
}

function eventsOf(calls: readonly Call[], levels: readonly string[]): unknown[] {
  const byName = new Map<string, Call[]>();
  for (const call of calls)
    if (call.kind === 'track') for (const name of call.names) byName.set(name, [...(byName.get(name) ?? []), call]);
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sites]) => {
    const level = levelOfEvent(sites, levels);
    const properties = keysOf(sites.map((site) => site.properties), false);
    return { name, ...(level === undefined ? {} : { group_level: level }), ...(properties.length > 0 ? { properties } : {}) };
  });
}

/** The level at which an event happens: below the top, where every place that sends it names that and one level more. */
function levelOfEvent(sites: readonly Call[], [top, ...others]: readonly string[]): string | undefined {
  if (others.length === 0) return top;
  const below = others.filter((level) => sites.every(({ groups }) => groups.some((group) => group.level === level)));
  return below.length === 1 ? below[0] : levelOf(sites);
}

/** The one level that calls name, if they agree. */
function levelOf(calls: readonly Call[]): string | undefined {
  const levels = new Set(calls.flatMap(({ groups }) => groups.flatMap(({ level }) => level ?? [])));
  return levels.size === 1 ? [...levels][0] : undefined;
}

/** A key is required where every place certainly sends it. */
function keysOf(shapes: readonly CallKeys[], isTrait: boolean): Property[] {
  const names = [...new Set(shapes.flatMap(({ keys }) => keys))].filter((name) => !name.startsWith('$')).sort();
  return names.map((name) => ({
    name,
    required: shapes.every(({ keys, optional }) => keys.includes(name) && !optional.includes(name)),
    ...(PERSONAL.test(name) && isTrait ? { pii: true as const } : {}),
  }));
}
