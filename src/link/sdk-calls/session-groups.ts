/** The groups that clients hold for later events, and those that properties name. */
import type { Sdk } from '../../sdk/types.ts';
import type { CallGroup } from '../call.ts';
import type { Claim } from '../claims/claims.ts';
import type { ClaimGroup } from './groups.ts';

export interface Session {
  /** The groups of the session that an event of these claims gets. */
  groupsFor(claims: readonly Claim[]): CallGroup[];
  /** Whether clients put groups of their own on the events of a claim, where nothing says that the event itself has one. */
  isEnriched(claim: Claim): boolean;
  /** Whether some call of a claim's SDK has groups at a place that few projects use. */
  hasHabit(claim: Claim): boolean;
  /** The groups that the properties of a claim name by their keys. */
  groupsByKey(claim: Claim): ClaimGroup[];
}

type Levels = ReadonlyMap<string, ReadonlySet<string | null>>;

export function createSession(claims: readonly Claim[], sdks: readonly Sdk[]): Session {
  const catalogue = new Map(sdks.map((sdk) => [sdk.id, sdk]));
  const named = new Set(claims.flatMap((claim) => (claim.kind === 'group' ? claim.groups.groups.flatMap(({ level }) => level ?? []) : [])));

  function groupsByKey({ sdk, properties }: Claim): ClaimGroup[] {
    if (!catalogue.get(sdk)?.groupKeysAreProperties) return [];
    const levels = properties.keys.filter((key) => named.has(key));
    return levels.map((level) => ({ level, id: properties.places[level] ?? null, always: !properties.optional.includes(level), source: 'call' }));
  }

  const levels = levelsBySdk(claims, (claim) => {
    if (!staysWithClient(claim, catalogue.get(claim.sdk))) return [];
    return [...claim.groups.groups, ...groupsByKey(claim)].map(({ level }) => level);
  });

  const habits = new Set(claims.flatMap(({ sdk, groups }) => (groups.habit === 'used' ? [sdk] : [])));

  const enriched = new Set(claims.flatMap(({ sdk, enriches }) => (enriches ? [sdk] : [])));

  return {
    groupsByKey,
    hasHabit: ({ sdk }) => habits.has(sdk),
    groupsFor: (of) => [...new Set(of.flatMap(({ sdk }) => [...(levels.get(sdk) ?? [])]))].sort().map((level) => ({ level, source: 'session', id: null, always: false })),
    isEnriched: ({ sdk }) => enriched.has(sdk) || (catalogue.get(sdk)?.groupState === 'none' && levels.has(sdk)),
  };
}

/** A context goes with all events; what group and identify calls set does where the SDK, or its vendor, keeps it. */
function staysWithClient({ kind, groups }: Claim, sdk: Sdk | undefined): boolean {
  if (kind === 'context') return true;
  if (sdk?.groupState === 'none') return false;
  return (kind === 'group' && groups.attaches) || kind === 'identify';
}

function levelsBySdk(claims: readonly Claim[], levelsOf: (claim: Claim) => readonly (string | null)[]): Levels {
  const levels = new Map<string, Set<string | null>>();
  for (const claim of claims)
    for (const level of levelsOf(claim)) {
      const of = levels.get(claim.sdk) ?? new Set();
      of.add(level);
      levels.set(claim.sdk, of);
    }
  return levels;
}
