/** Claims by event site. */
import type { Claim } from './claims.ts';
import { grouped, placeKey, siteKey } from './settle.ts';

/** The claims of each site together. A call or element that names several events, each sent in its own way, is a site of each. */
export function claimsBySite(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  return [...grouped(claims, (claim) => `${claim.kind} ${siteKey(claim)}`).values()].flatMap(byEvent);
}

/** Names that are alternatives of one another are sent in the same ways; those of different events share none. */
function byEvent(claims: readonly Claim[]): (readonly Claim[])[] {
  if (!claims.every(isNamedWithin)) return [claims];
  const events: { readonly claims: Claim[]; readonly ways: Set<string> }[] = [];
  for (const [, named] of grouped(claims, ({ namePlace }) => (namePlace ? placeKey(namePlace) : ''))) {
    const ways = new Set(named.map(wayOf));
    const same = events.filter((event) => [...ways].some((way) => event.ways.has(way)));
    for (const event of same) events.splice(events.indexOf(event), 1);
    events.push({ claims: [...same.flatMap((event) => event.claims), ...named], ways: new Set([...same.flatMap((event) => [...event.ways]), ...ways]) });
  }
  return events.map((event) => event.claims);
}

function isNamedWithin({ site, namePlace }: Claim): boolean {
  return namePlace !== null && namePlace.file === site.file && namePlace.at[0] >= site.at[0] && namePlace.at[1] <= site.at[1];
}

function wayOf({ chain, sdkPlace }: Claim): string {
  return [...chain.slice(1).map(({ call }) => call), sdkPlace].map(placeKey).join(' ');
}
