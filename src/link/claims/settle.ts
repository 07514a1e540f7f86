/** Which claims stand: each SDK call is claimed once, by the place that decides it. */
import { carriedKey, type Claim, type Claims } from './claims.ts';
import { HTTP } from '../sdk-calls/http-sink.ts';
import type { Place } from '../values/value.ts';

/** Distinct places that name events, below which a request is not taken for an analytics pipeline. */
const LEAST_HTTP_SITES = 2;

export function settle({ claims, open }: Claims): Claim[] {
  const events = claims.filter((claim) => claim.home && claim.names.length > 0);
  const inward = (claim: Claim): Claim => (isPersonal(claim) ? intoProductCode(claim, events) : claim);
  const settled = { claims: claims.map(inward), open: open.map(({ claim, keys }) => ({ claim: inward(claim), keys })) };
  const undecided = undecidedClaims(settled);
  const decided = decidedClaims(settled.claims, undecided);
  return withoutStraySinks(outermost([...decided, ...undecided], decided));
}

export function siteKey(claim: Claim): string {
  const data = claim.isData && claim.namePlace ? ` ${claim.namePlace.file} ${String(claim.namePlace.at[0])}` : '';
  return `${placeKey(claim.site)} ${String(claim.site.at[1])}${data}`;
}

export function placeKey(place: Place): string {
  return `${place.file} ${String(place.at[0])}`;
}

export function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const of = groups.get(key(item));
    if (of) of.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Identify, group and alias calls have no name: whose id they take decides where they belong. */
function isPersonal(claim: Claim): boolean {
  return claim.kind === 'identify' || claim.kind === 'group' || claim.kind === 'alias';
}

/** A function that sends an event of its own is no wrapper but product code: what it does besides stands in it. */
function intoProductCode(claim: Claim, events: readonly Claim[]): Claim {
  const index = claim.chain.findLastIndex(({ body }) => events.some((event) => isWithin(event.site, body)));
  return index < 0 ? claim : { ...claim, site: claim.chain[index + 1]?.call ?? claim.sdkPlace, chain: claim.chain.slice(index + 1) };
}

function isWithin(place: Place, body: Place): boolean {
  return place.file === body.file && place.at[0] >= body.at[0] && place.at[1] <= body.at[1];
}

interface Made {
  readonly claims: readonly Claim[];
  readonly open: Claims['open'];
}

/** Claims of functions evaluated for all callers; one made for a single caller counts only where there is no other. */
function decidedClaims(claims: readonly Claim[], undecided: readonly Claim[]): Claim[] {
  const home = claims.filter((claim) => claim.home);
  const known = new Set([...home, ...undecided].map((claim) => `${claim.kind} ${siteKey(claim)}`));
  return [...home, ...claims.filter((claim) => !claim.home && !known.has(`${claim.kind} ${siteKey(claim)}`))];
}

/**
 * A personal call that a function decides for all its callers is none of the callers', unless one of them spells the
 * id: then the function only reads its options.
 */
function outermost(claims: readonly Claim[], decided: readonly Claim[]): Claim[] {
  const personal = claims.filter(isPersonal);
  const optional = new Set(personal.filter(({ isSpelled }) => isSpelled).flatMap((claim) => placesWithin(claim).map((place) => wayKey(claim, place))));
  const deciding = new Set(decided.filter((claim) => isPersonal(claim) && claim.home).map((claim) => wayKey(claim, claim.site)).filter((key) => !optional.has(key)));
  return claims.filter((claim) => !isPersonal(claim) || (!optional.has(wayKey(claim, claim.site)) && !placesWithin(claim).some((place) => deciding.has(wayKey(claim, place)))));
}

/** The calls on the way from a site to the SDK. */
function placesWithin(claim: Claim): Place[] {
  return [...claim.chain.slice(1).map(({ call }) => call), claim.sdkPlace].filter((place) => placeKey(place) !== placeKey(claim.site));
}

function wayKey(claim: Claim, place: Place): string {
  return `${claim.kind} ${placeKey(claim.sdkPlace)} ${placeKey(place)}`;
}

/** Effects that no caller decides, claimed by the outermost of the functions through which they pass. */
function undecidedClaims({ claims, open }: Made): Claim[] {
  const passed = [...claims.map((claim) => ({ claim, keys: [] as readonly string[] })), ...open];
  const decided = new Set(passed.flatMap(({ claim, keys }) => [...claim.chain.map(({ key }) => key), ...claim.through].filter((key) => !keys.includes(key)).map((key) => carriedKey(key, claim.sdkPlace))));
  return open.filter(({ claim, keys }) => claim.home && !keys.some((key) => decided.has(carriedKey(key, claim.sdkPlace)))).map(({ claim }) => claim);
}

/** A request counts as a sink only where several places name events for its endpoint. */
function withoutStraySinks(claims: readonly Claim[]): Claim[] {
  const sinks = grouped(claims.filter((claim) => claim.sdk === HTTP), pipelineOf);
  const strays = new Set([...sinks].flatMap(([key, of]) => (new Set(of.filter((claim) => claim.names.length > 0 || claim.pattern).map(siteKey)).size < LEAST_HTTP_SITES ? [key] : [])));
  return claims.filter((claim) => claim.sdk !== HTTP || !strays.has(pipelineOf(claim)));
}

function pipelineOf(claim: Claim): string {
  return claim.endpoint ?? placeKey(claim.sdkPlace);
}
