/** What a PostHog destination behind a Segment-like SDK understands: `$groups` among the properties of events. */
import type { Method, Signature } from '../types.ts';

const KEY = '$groups';
const EVENTS = new Set(['track', 'page', 'screen']);

export const posthogDestinationReserved = [KEY];

/** The methods of a client, with `$groups` as a place for groups. */
export function withPostHogGroups(methods: Readonly<Record<string, Method>>): Readonly<Record<string, Method>> {
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, method.signatures ? { ...method, signatures: method.signatures.map(withGroups) } : method]));
}

function withGroups(signature: Signature): Signature {
  const { kind, properties, groups = [] } = signature;
  if (!EVENTS.has(kind) || properties === undefined) return signature;
  return { ...signature, groups: [...groups, { at: `${properties}.${KEY}`, form: 'map', ifUsed: true }] };
}
