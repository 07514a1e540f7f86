/** Proxies: what is asked of one, the traps of its handler answer. A name may be the way of properties up to a call. */
import type { Argument } from '../evaluate/evaluate.ts';
import { Journal } from '../evaluate/frame.ts';
import { callValue, escape } from '../evaluate/invoke.ts';
import type { CallSite, Machine } from '../evaluate/machine.ts';
import { member } from '../evaluate/members.ts';
import { alternatives, array, forced, inherit, isNullish, join, literal, type Place, type Proxied, type Value } from '../values/value.ts';

/** `new Proxy(target, handler)`; where the handler is not known, what is asked of it is asked of the target. */
export function makeProxy(m: Machine, target: Value, handler: Value, { frame, place }: CallSite): Value {
  const [only] = forced(handler);
  if (only?.k !== 'object') return (escape(m, handler, frame), target);
  for (const [key, trap] of only.store) if (!FOLLOWED.has(key)) escape(m, trap, frame);
  return { k: 'proxy', target, handler: only, site: { frame, place } };
}

/** Traps that run where a proxy is asked for something, or called. */
const FOLLOWED = new Set(['get', 'apply']);

/** `value.key` as it stands somewhere: what a proxy gives for it is decided there. */
export function memberAt(m: Machine, value: Value, key: string | Value, site: CallSite, keyPlace: Place): Value {
  if (!alternatives(value).some(({ k }) => k === 'proxy')) return member(m, value, key);
  return join(alternatives(value).map((one) => inherit(one.k === 'proxy' ? trappedAny(m, one, key, site, keyPlace) : member(m, one, key), one)));
}

function trappedAny(m: Machine, proxy: Proxied, key: string | Value, site: CallSite, keyPlace: Place): Value {
  if (typeof key === 'string') return trapped(m, proxy, key, site, keyPlace);
  return join(forced(key).map((one) => (one.k === 'literal' ? trapped(m, proxy, String(one.value), site, one.at ?? keyPlace) : member(m, proxy.target, one))));
}

/** What a proxy gives for a key: what its trap returns, else what the target has. */
export function trapped(m: Machine, proxy: Proxied, key: string, site: CallSite = proxy.site, keyPlace: Place = site.place): Value {
  const trap = member(m, proxy.handler, 'get');
  // What the target has, a trap mostly gives as well.
  if (isNullish(trap) || forced(proxy.target).some((one) => one.k === 'object' && one.store.has(key))) return member(m, proxy.target, key);
  const asked: Value = { ...literal(key), at: keyPlace, origin: keyPlace };
  const given = keeping(m, proxy.target, () => forced(callValue(m, trap, argumentsOf([proxy.target, asked, proxy]), site)));
  const known = given.filter((one) => one.k !== 'unknown' && !isNullish(one));
  return known.length > 0 ? join(known) : given.some((one) => one.k === 'unknown') ? member(m, proxy.target, key) : join(given);
}

/** What a trap puts into its target, for the next time, says nothing about this time. */
function keeping<T>(m: Machine, target: Value, run: () => T): T {
  if (target.k !== 'object') return run();
  const before = [...target.store];
  const outer = m.journal;
  m.journal = new Journal();
  const result = run();
  m.journal = outer;
  target.store.clear();
  for (const [key, value] of before) target.store.set(key, value);
  return result;
}

/** `proxy(...args)`. */
export function callProxy(m: Machine, proxy: Proxied, args: readonly Argument[], self: Value, site: CallSite): Value {
  const trap = member(m, proxy.handler, 'apply');
  if (isNullish(trap)) return callValue(m, proxy.target, args, site);
  const list = array(args.filter(({ rest }) => !rest).map(({ value }) => value));
  for (const { value, rest } of args) if (rest) list.store.set('*', value);
  return callValue(m, trap, argumentsOf([proxy.target, self, list]), site);
}

function argumentsOf(values: readonly Value[]): Argument[] {
  return values.map((value) => ({ value, rest: false }));
}
