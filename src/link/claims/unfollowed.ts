/** Calls that look like tracking and lead to nothing that is known: what could be declared. */
import type { CallExpr, Expr } from '../../extract/facts.ts';
import type { Argument } from '../evaluate/evaluate.ts';
import type { Frame } from '../evaluate/frame.ts';
import type { Machine } from '../evaluate/machine.ts';
import { member } from '../evaluate/members.ts';
import type { Module } from '../program/modules.ts';
import { forced, type External, type ObjectValue, type Place, type Value } from '../values/value.ts';
import type { Wrapper } from '../../sdk/types.ts';

/** One such call, with the declaration that would make it known. */
export interface Unfollowed {
  readonly wrapper: Wrapper;
  /** What holds it: a package, or the object of which it is a member. */
  readonly owner: string;
  readonly place: Place;
  /** The events that it names; none for identify and group calls. */
  readonly events: readonly string[];
}

/** What tells an event's function by its name alone. */
const TRACKS = /^track(?!By|Promise|Error|Exception|Ref|Child|Deps|Changes?$)([A-Z_]\w*)?$|^(log|record|send|report|post|push)\w*(Usage|Analytics|Telemetry|Tracking)\w*$/;
/** What does only where something around it speaks of analytics. */
const MAY_TRACK = /^(capture|captureEvent|(log|record|send|report)\w*Events?)$/;
const OTHER_KINDS: Readonly<Record<string, Wrapper['kind']>> = {
  identify: 'identify', identifyUser: 'identify', group: 'group', groupIdentify: 'group', page: 'page', trackPage: 'page', trackPageView: 'page', screen: 'screen', alias: 'alias', reset: 'reset',
};
const ANALYTICS = /analytics|telemetry|track(ing|er)\b|usage|insights?\b|metrics\b/i;
/** What has calls of such names for something else. */
const ELSEWHERE = /sentry|opentelemetry|bugsnag|rollbar|datadog|newrelic|playwright|puppeteer|cypress|testing|mobx|vue|angular|inngest|logger|console|emitter|socket|span$|queue|bus$|^(page|browser|driver)$/i;

/** Finds calls worth a look in a file's text, before it is parsed: the names by which they are made. */
export function suspectsIn(text: string): string[] {
  const found = [...text.matchAll(/\b([a-z]\w+)\s*(?:\?\.)?\(\s*(?:[\w.?!]+\s*,\s*)?(?:['"`{]|[A-Z]\w*[.,)[])/g)].map(([, name = '']) => name);
  return [...new Set(found.filter((name) => TRACKS.test(name) || MAY_TRACK.test(name)))];
}

/** Texts that stand in every file in which there is a suspect. */
export const SUSPECT_NEEDLES = [' track', '.track', '(track', '\ttrack', '{track', 'capture(', 'captureEvent(', 'Event(', 'Events(', 'Usage', 'Analytics', 'Telemetry', 'Tracking'];

export function considerUnfollowed(m: Machine, expr: CallExpr, name: string, callee: () => Value, args: readonly Argument[], frame: Frame): void {
  if (!m.unfollowed || !(TRACKS.test(name) || MAY_TRACK.test(name) || Object.hasOwn(OTHER_KINDS, name))) return;
  const kind = Object.hasOwn(OTHER_KINDS, name) ? OTHER_KINDS[name] : 'track';
  const shape = kind === 'track' ? eventShape(m, args) : personalShape(kind, args);
  if (!shape) return;
  const values = forced(callee());
  if (values.length === 0 || !values.every(isUnfollowed)) return;
  const outside = values.find((one) => one.k === 'external');
  const way = outside ? wayOutside(outside) : wayWritten(expr.callee, frame.module);
  if (!way || ELSEWHERE.test(way.owner) || (MAY_TRACK.test(name) && !ANALYTICS.test(way.owner))) return;
  const { events, ...places } = shape;
  m.unfollowed.push({ wrapper: { ...way.wrapper, ...(kind !== 'track' && { kind }), ...places }, owner: way.owner, place: { file: frame.module.path, at: expr.at }, events });
}

/** A part of a parameter, too: where callers give one that is followed, the call is known already. */
function isUnfollowed(value: Value): boolean {
  return value.k === 'unknown' || value.k === 'external' || (value.k === 'sym' && !value.otherwise && value.path.length > (value.path[0] === '' ? 2 : 1));
}

interface Way {
  readonly wrapper: Pick<Wrapper, 'name' | 'member' | 'import'>;
  readonly owner: string;
}

function wayOutside({ from, path }: External): Way | null {
  if (from.startsWith('context:') || /^(node:|\.)/.test(from)) return null;
  const name = path.join('.');
  if (from === 'global') return name === '' ? null : { wrapper: { name: name.replace(/^(window|globalThis|self|global)\./, '') }, owner: path.slice(0, -1).join('.') };
  return { wrapper: { import: { from, name: name === '' ? 'default' : name } }, owner: from };
}

function wayWritten(callee: Expr, module: Module): Way | null {
  if (callee.k === 'ref') {
    const name = module.facts.bindings[callee.binding]?.name ?? '';
    return { wrapper: { name }, owner: name };
  }
  if (callee.k !== 'member' || typeof callee.key !== 'string') return null;
  const owner = ownerName(callee.object, module);
  return owner === '' ? null : { wrapper: { member: `${owner}.${callee.key}` }, owner };
}

function ownerName(expr: Expr, module: Module): string {
  if (expr.k === 'ref') return module.facts.bindings[expr.binding]?.name ?? '';
  if (expr.k === 'global') return expr.name;
  if (expr.k === 'member') return typeof expr.key === 'string' ? expr.key : '';
  const called = expr.k === 'call' ? ownerName(expr.callee, module) : '';
  return called === '' ? '' : `${called}()`;
}

type Shape = Omit<Wrapper, 'name' | 'member' | 'import'> & Pick<Unfollowed, 'events'>;

const EVENT_KEYS = ['event', 'eventName', 'event_name', 'name'];
const PROPERTY_KEYS = ['properties', 'data', 'payload', 'metadata', 'props', 'eventProperties'];
const LISTS = ['events'];

/** Where a call holds an event's name: as its first or second argument, in an object, or in a list of objects. */
function eventShape(m: Machine, args: readonly Argument[]): Shape | null {
  const [first, second] = args.map(({ value }) => value);
  if (!first || args.some(({ rest }) => rest)) return null;
  const events = namesIn(first);
  if (events) return { event: 0, ...(args.length > 1 && { properties: 1 }), events };
  const object = forced(first).find((one) => one.k === 'object' && !one.isArray);
  if (object?.k === 'object') return messageShape(m, object);
  const later = second && forced(first).every((one) => one.k !== 'object' && one.k !== 'closure') ? namesIn(second) : null;
  return later ? { userId: 0, event: 1, ...(args.length > 2 && { properties: 2 }), events: later } : null;
}

function messageShape(m: Machine, message: ObjectValue): Shape | null {
  for (const list of LISTS) {
    const items = message.store.has(list) ? forced(member(m, message, list)).flatMap((one) => (one.k === 'object' && one.isArray ? [...one.store.values()] : [])) : [];
    const shapes = items.flatMap(forced).map((one) => (one.k === 'object' ? messageShape(m, one) : null));
    const [shape] = shapes;
    if (shape) return { ...shape, batch: `0.${list}`, events: shapes.flatMap((one) => one?.events ?? []) };
  }
  const key = EVENT_KEYS.find((each) => message.store.has(each));
  const events = key === undefined ? null : namesIn(member(m, message, key));
  if (!events || key === undefined) return null;
  const properties = PROPERTY_KEYS.find((each) => message.store.has(each));
  return { event: `0.${key}`, properties: properties === undefined ? 0 : `0.${properties}`, events };
}

function personalShape(kind: Wrapper['kind'], args: readonly Argument[]): Shape | null {
  if (kind === 'reset') return args.length === 0 ? { events: [] } : null;
  if (args.length === 0 || args.some(({ rest }) => rest)) return null;
  if (kind === 'identify') return { userId: 0, ...(args.length > 1 && { traits: 1 }), events: [] };
  if (kind === 'page' || kind === 'screen') return { event: 0, ...(args.length > 1 && { properties: 1 }), events: [] };
  if (kind === 'alias') return { userId: 0, events: [] };
  const second = args[1] ? forced(args[1].value) : [];
  const named = args.length > 2 || (args.length === 2 && !second.some((one) => one.k === 'object'));
  return named ? { groupType: 0, groupId: 1, ...(args.length > 2 && { traits: 2 }), events: [] } : { groupId: 0, ...(args.length > 1 && { traits: 1 }), events: [] };
}

/** A text that is an event's name: words, neither a sentence nor a path, an address or a type. */
const EVENT_NAME = /^\p{L}[\p{L}\p{N}]*([ ._:-]{1,3}[\p{L}\p{N}]+){0,5}$/u;
const TWO_WORDS = /[\p{L}\p{N}][ ._:-]|\p{Ll}\p{Lu}/u;

function namesIn(value: Value): readonly string[] | null {
  const all = forced(value);
  const names = all.flatMap((one) => (one.k === 'literal' && typeof one.value === 'string' && one.value.length <= 60 && EVENT_NAME.test(one.value) ? [one.value] : []));
  return names.length > 0 && names.length === all.length ? names : null;
}

export function isTelling(name: string): boolean {
  return TWO_WORDS.test(name);
}
