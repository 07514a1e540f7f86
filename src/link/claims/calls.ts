/** Claims, merged into one call for each site. */
import type { Sdk, SdkCallKind } from '../../sdk/types.ts';
import { eventKey, eventsWithGroup, followingOf, groupsOfFrameworks, recordedIn, type Recorded } from '../flow/after.ts';
import type { Call, CallGroup, CallKind, Resolution, Span } from '../call.ts';
import { carriedKey, type Claim } from './claims.ts';
import { HTTP } from '../sdk-calls/http-sink.ts';
import { earlyEvents } from '../flow/early.ts';
import { createLiveness, type Liveness } from '../flow/live.ts';
import type { Machine } from '../evaluate/machine.ts';
import type { ObjectKeys } from '../values/object-keys.ts';
import { createSession, type Session } from '../sdk-calls/session-groups.ts';
import { grouped, placeKey, settle } from './settle.ts';
import { claimsBySite } from './sites.ts';
import { createShaper, type Shaper } from '../values/value-shapes.ts';
import type { Place } from '../values/value.ts';
import { wrapperName } from '../sdk-calls/wrapper-sdk.ts';

export function buildCalls(m: Machine, sdks: readonly Sdk[], spanOf: (place: Place) => Span): Call[] {
  const claims = settle(m.claims);
  const isLive = createLiveness(m);
  const session = createSession(claims, sdks);
  const recorded = recordedIn(m);
  const flows = { early: earlyEvents(m, recorded), withGroup: eventsWithGroup(recorded), framework: groupsOfFrameworks(m, recorded) };
  const shaper = createShaper(m, spanOf);
  const calls = claimsBySite(claims).flatMap((of) => {
    const [first] = of;
    return first && first.kind !== 'context' ? [callOf({ isLive, recorded, flows, shaper, m, sdks, spanOf, session, claims: of, first, kind: first.kind })] : [];
  });
  return calls.sort((a, b) => (a.span.file < b.span.file ? -1 : a.span.file > b.span.file ? 1 : a.span.start - b.span.start || a.kind.localeCompare(b.kind) || (a.nameSpan?.start ?? 0) - (b.nameSpan?.start ?? 0)));
}

interface Site {
  readonly isLive: Liveness;
  readonly shaper: Shaper;
  readonly recorded: Recorded;
  readonly flows: { readonly early: ReadonlyMap<string, Place>; readonly withGroup: ReadonlySet<string>; readonly framework: ReadonlySet<string> };
  readonly m: Machine;
  readonly sdks: readonly Sdk[];
  readonly spanOf: (place: Place) => Span;
  readonly session: Session;
  readonly claims: readonly Claim[];
  readonly first: Claim;
  readonly kind: Exclude<SdkCallKind, 'context'> & CallKind;
}

function callOf(site: Site): Call {
  const { m, claims, first, spanOf, kind, isLive } = site;
  const names = [...new Set(claims.flatMap((claim) => claim.names))].sort();
  const pattern = names.length > 0 ? null : (claims.find((claim) => claim.pattern !== null)?.pattern ?? null);
  const namePlace = placeOfNames(claims);
  const reason = names.length > 0 || pattern !== null ? null : (claims.find((claim) => claim.reason)?.reason ?? null);
  const groups = mergeGroups(site);
  const identifies = kind === 'identify';
  const keys = claims.map((claim) => eventKey(claim.sdk, claim.site));
  const laterGroup = kind === 'track' ? keys.map((key) => site.flows.early.get(key)).find((place) => place !== undefined) : undefined;
  const following = identifies ? followingOf(m, site.recorded, first.site, new Set(claims.map((claim) => claim.sdk)), site.sdks.some(({ id, runtime }) => runtime === 'client' && claims.some((claim) => claim.sdk === id))) : null;
  return {
    kind,
    sdks: [...new Set(claims.map((claim) => claim.sdk))].sort(),
    span: spanOf(first.site),
    package: m.modules.packageAround(first.site.file).folder,
    nameSpan: namePlace ? spanOf(namePlace) : null,
    nameOrigins: Object.fromEntries(claims.flatMap((claim): [string, Span][] => (claim.nameOrigin ? claim.names.map((name) => [name, spanOf(claim.nameOrigin ?? claim.site)]) : []))),
    names,
    pattern,
    resolution: resolutionOf(m, names, pattern, namePlace, reason),
    reason,
    groups: [...groups, ...(isEvent(kind) ? site.session.groupsFor(claims) : [])],
    groupContext: contextOf(site, groups),
    misplacedGroups: [...grouped(claims.flatMap(({ sdk, misplaced }) => misplaced.map((one) => ({ sdk, ...one }))), ({ sdk, at, place }) => `${sdk} ${at} ${placeKey(place)}`).values()].flatMap(([one]) => (one ? [{ sdk: one.sdk, at: one.at, span: spanOf(one.place) }] : [])),
    properties: site.shaper.keys(claims.map((claim) => ownProperties(claim, site.sdks))),
    traits: site.shaper.keys(claims.map((claim) => claim.traits)),
    traitTexts: Object.assign({}, ...claims.map((claim) => claim.traits.texts)) as Record<string, string>,
    userId: sourceOf(m, claims.find((claim) => claim.userId)?.userId),
    groupId: sourceOf(m, claims.find((claim) => claim.groupId)?.groupId),
    userIdValues: site.shaper.values(claims.flatMap((claim) => claim.userIdValues)),
    parent: sourceOf(m, claims.map((claim) => claim.traits.places['parent_group_id']).find((place) => place !== undefined)),
    via: viaOf(claims),
    live: claims.some((claim) => isLive(claim.site)),
    sdkCalls: [...grouped(claims, (claim) => `${claim.sdk} ${placeKey(claim.sdkPlace)}`).values()].flatMap(([claim]) => (claim ? [{ sdk: claim.sdk, span: spanOf(claim.sdkPlace), ...(claim.declaration && { declared: true }) }] : [])),
    groupFix: spanOf(fixOf(site, claims.find((claim) => claim.groups.context === 'absent') ?? first)),
    groupAfter: following?.after ?? null,
    groupAfterReason: following?.reason ?? null,
    groupAfterPath: following?.path ?? null,
    identifiedAgain: following?.again ?? false,
    laterGroup: laterGroup ? spanOf(laterGroup) : null,
    isGrouping: kind === 'track' && keys.some((key) => site.flows.withGroup.has(key)),
    byFramework: kind === 'group' && site.flows.framework.has(placeKey(first.site)),
  };
}

/** From the first to the last of the names that a call may send, where they stand within it. */
function placeOfNames(claims: readonly Claim[]): Place | null {
  const places = claims.map(({ namePlace }) => namePlace).filter((place) => place !== null);
  const [first] = places;
  const { file, at: [start, end] } = claims[0]?.site ?? { file: '', at: [0, 0] };
  if (!first || !places.every((place) => place.file === file && place.at[0] >= start && place.at[1] <= end)) return first ?? null;
  return { file, at: [Math.min(...places.map(({ at }) => at[0])), Math.max(...places.map(({ at }) => at[1]))] };
}

function sourceOf(m: Machine, place: Place | null | undefined): string | null {
  return place ? m.source(place) : null;
}

/** Literal where there is no name to resolve. */
function resolutionOf(m: Machine, names: readonly string[], pattern: string | null, place: Place | null, reason: string | null): Resolution {
  if (names.length > 1) return 'union';
  if (names.length === 1) return place && /^["'`]/.test(m.source(place)) ? 'literal' : place ? 'constant' : 'literal';
  if (pattern !== null) return 'pattern';
  return reason === null ? 'literal' : 'dynamic';
}

/** The outermost call whose callee can carry groups; the SDK call where none can. */
function fixOf({ m, session }: Site, claim: Claim): Place {
  const { chain, sdkPlace } = claim;
  const index = chain.findIndex(({ key }) => {
    const carried = m.claims.carried.get(carriedKey(key, sdkPlace));
    return carried !== undefined && carried !== 'absent' && (carried !== 'habit' || session.hasHabit(claim));
  });
  const entered = chain[index];
  // What is put into a list that is sent carries its groups itself.
  if (index === 0 && claim.isData) return claim.site;
  if (entered && m.modules.load(entered.call.file)?.facts.isClient) return m.modules.load(sdkPlace.file)?.facts.isClient ? claim.site : sdkPlace;
  // What only unseen code calls has no call that could carry anything: whoever made it can, or it can itself.
  return (entered && isSame(entered.call, entered.body) ? (chain[index - 1] ?? chain[index + 1]) : entered)?.call ?? sdkPlace;
}

function isSame(a: Place, b: Place): boolean {
  return placeKey(a) === placeKey(b) && a.at[1] === b.at[1];
}

function isEvent(kind: CallKind): boolean {
  return kind === 'track' || kind === 'page' || kind === 'screen';
}

function contextOf({ claims, kind, session }: Site, groups: readonly CallGroup[]): Call['groupContext'] {
  if (groups.length > 0) return 'present';
  const mayHaveGroups = (claim: Claim): boolean => claim.groups.context === 'unknown' || (claim.groups.habit === 'unseen' && session.hasHabit(claim));
  if (claims.some((claim) => claim.sdk === HTTP || mayHaveGroups(claim) || (isEvent(kind) && session.isEnriched(claim)))) return 'unknown';
  return claims.some((claim) => claim.groups.context === 'present') ? 'present' : 'absent';
}

function mergeGroups({ m, claims, session }: Site): CallGroup[] {
  const all = claims.flatMap((claim) => [...claim.groups.groups, ...session.groupsByKey(claim)].map((group) => ({ ...group, of: claim })));
  return [...grouped(all, (group) => String(group.level)).values()].flatMap((same): CallGroup[] => {
    const [group] = same;
    if (!group) return [];
    const everywhere = new Set(same.map((one) => one.of)).size === claims.length;
    return [{ level: group.level, source: same.some((one) => one.source === 'call') ? 'call' : 'wrapper', id: sourceOf(m, group.id), always: everywhere && same.every((one) => one.always) }];
  });
}

function ownProperties({ sdk: id, properties }: Claim, sdks: readonly Sdk[]): ObjectKeys {
  const reserved = sdks.find((sdk) => sdk.id === id)?.reserved;
  if (!reserved?.some((key) => properties.keys.includes(key))) return properties;
  const isOwn = (_: unknown, index: number): boolean => !reserved.includes(properties.keys[index] ?? '');
  return { ...properties, keys: properties.keys.filter(isOwn), entries: properties.entries.filter(isOwn) };
}

function viaOf(claims: readonly Claim[]): string[] {
  return [...new Set(claims.flatMap(({ chain, declaration }) => [...chain.map((entered) => entered.name), ...(declaration ? [wrapperName(declaration.wrapper)] : [])]))].filter((name) => name !== '');
}
