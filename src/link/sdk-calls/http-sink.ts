/** Own pipelines: requests to a telemetry endpoint whose body takes an event's name from a wrapper's parameter. */
import type { Argument } from '../evaluate/evaluate.ts';
import type { CallSite, Machine } from '../evaluate/machine.ts';
import { member } from '../evaluate/members.ts';
import { forced, symbolsIn, UNDEFINED, type Value } from '../values/value.ts';

export const HTTP = 'http';

const REQUESTS = new Set(['post', 'put', 'patch', 'fetch', 'request', 'sendBeacon', 'axios', '$fetch']);
const EVENT_KEYS = ['event', 'eventName', 'event_name', 'name', 'action'];
const PROPERTY_KEYS = ['properties', 'data', 'payload', 'metadata', 'props'];
const ENDPOINT = /(^|[^a-z])(telemetry|analytics|track|tracking)([^a-z]|$)/i;

/** Texts that make a file worth reading for such requests. */
export const ENDPOINT_NEEDLES = ['telemetry/', '/telemetry', 'analytics/', '/analytics', '/track', 'track/', '/tracking', '_TELEMETRY_URL', '_ANALYTICS_URL', '_TRACKING_URL', 'TELEMETRY_URL', 'ANALYTICS_URL', 'TRACKING_URL'];

/** Whether a text or a name may be an endpoint's address: by its form, or where a request is made beside it. */
export function mayNameEndpoint(word: string, beside: ReadonlySet<string>): boolean {
  if (!ENDPOINT.test(word) || /\s/.test(word)) return false;
  return /\/|URL|ENDPOINT/i.test(word) || (/^[\w-]+$/.test(word) && [...REQUESTS].some((name) => beside.has(name)));
}

export function considerSink(m: Machine, name: string, args: readonly Argument[], site: CallSite): void {
  const [url, body, options] = args.map(({ value }) => value);
  if (!m.http || !REQUESTS.has(name) || !url || !isEndpoint(m, url)) return;
  for (const candidate of [body, body && member(m, body, 'body'), body && member(m, body, 'data'), options, member(m, url, 'data')]) {
    const found = candidate ? eventIn(m, candidate) : null;
    if (!found) continue;
    const { event, properties } = found;
    m.claims.record(m, {
      kind: 'track', sdk: HTTP, place: site.place, frame: site.frame, name: event, properties,
      userId: null, traits: null, groupType: null, groupId: null, groups: [], ...endpointOf(m, url),
    });
    return;
  }
}

function isEndpoint(m: Machine, url: Value): boolean {
  return forced(url).some((one) => {
    if (one.k === 'literal') return typeof one.value === 'string' && ENDPOINT.test(one.value);
    if (one.k === 'text') return one.parts.some((part) => ENDPOINT.test(typeof part === 'string' ? part : part.at ? m.source(part.at) : ''));
    if (one.k === 'object') return isEndpoint(m, one.store.get('url') ?? UNDEFINED);
    return one.at !== undefined && /URL|ENDPOINT/i.test(m.source(one.at)) && ENDPOINT.test(m.source(one.at));
  });
}

/** An endpoint, whatever host and version of an API stand before it. */
function endpointOf(m: Machine, url: Value): { readonly endpoint?: string } {
  const [one, ...others] = forced(url);
  const text = one?.k === 'literal' ? String(one.value) : one?.k === 'text' ? one.parts.map((part) => (typeof part === 'string' ? part : '*')).join('') : one?.at ? m.source(one.at) : '';
  const found = ENDPOINT.exec(text);
  return found && others.length === 0 ? { endpoint: text.slice(found.index) } : {};
}

/** The event's name in a request's body, where it comes from a wrapper's parameter. */
function eventIn(m: Machine, body: Value): { readonly event: Value; readonly properties: Value | null } | null {
  for (const one of forced(body)) {
    if (one.k !== 'object') continue;
    const key = EVENT_KEYS.find((each) => one.store.has(each));
    const event = key ? member(m, one, key) : null;
    if (!event || !forced(event).some((each) => each.through || symbolsIn(each).length > 0)) continue;
    const properties = PROPERTY_KEYS.find((each) => one.store.has(each));
    return { event, properties: properties ? member(m, one, properties) : null };
  }
  return null;
}
