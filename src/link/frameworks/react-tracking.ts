/**
 * react-tracking, through which components hand events to the `dispatch` function of a component further out. Which one
 * that is only the rendered page knows: an event goes to every dispatch function of the program.
 */
import type { Sdk, Shape } from '../../sdk/types.ts';
import { sdkValue } from '../sdk-calls/catalogue.ts';
import type { Argument } from '../evaluate/evaluate.ts';
import { spreadInto } from '../evaluate/evaluate.ts';
import { callback, callValue, renderElement } from '../evaluate/invoke.ts';
import { functionKey, type CallSite, type Machine } from '../evaluate/machine.ts';
import { genericInstance, member } from '../evaluate/members.ts';
import type { Module } from '../program/modules.ts';
import { alternatives, forced, isNullish, join, object, OTHERS, symbolsIn, truthy, UNDEFINED, unknown, type SdkMethod, type SdkValue, type Store, type Value } from '../values/value.ts';

/** A component with its tracking property; made of the component and what it tracks with. */
const TRACKED: Shape = { call: {} };
/** What `track(data, options)` gives; made of both: it decorates components, and methods whose calls are events. */
const DECORATOR: Shape = { call: TRACKED };
const TRACK: Shape = { call: DECORATOR };
const HOOK: Shape = { call: 'client' };
const ELEMENT: Shape = { call: {} };

/** Described as an SDK is, though it sends nothing by itself. A client is what a component tracks with, made of its data. */
export const reactTracking: Sdk = {
  id: 'react-tracking',
  title: 'react-tracking',
  runtime: 'client',
  groupState: 'none',
  modules: [{ specifiers: ['react-tracking'], exports: { default: TRACK, track: TRACK, withTracking: TRACK, useTracking: HOOK, TrackingProp: { new: 'client' } } }],
  client: { methods: { trackEvent: { signatures: [] }, getTrackingData: {} }, members: { Track: ELEMENT } },
  groupContextHint: 'ID among the event\'s data',
};

/** Calls a value of the library: the hook, the decorator or what it gives, an element. */
export function callTracking(m: Machine, callee: SdkValue, args: readonly Argument[], site: CallSite): Value {
  const [first = UNDEFINED, second = UNDEFINED] = args.map(({ value }) => value);
  switch (callee.shape) {
    case HOOK:
    case TRACK: {
      const data = dataOf(m, first, site);
      const dispatches = noteDispatch(m, member(m, second, 'dispatch'), data);
      if (callee.shape === TRACK && !dispatches) noteProvided(m, data);
      const made = sdkValue(callee.sdk, callee.shape === HOOK ? 'client' : DECORATOR, [data]);
      sendOnMount(m, made, member(m, second, 'dispatchOnMount'), site);
      return made;
    }
    case DECORATOR:
      if (args.length > 1) send(m, sdkValue(callee.sdk, 'client'), callee.made[0] ?? UNDEFINED, site);
      return args.length > 1 ? UNDEFINED : decorate(m, first, sdkValue(callee.sdk, 'client', callee.made), site);
    case TRACKED:
      renderElement(m, callee.made[0] ?? UNDEFINED, withTracking(m, first, callee.made[1] ?? UNDEFINED), site);
      return unknown('element');
    case ELEMENT:
      noteDispatch(m, member(m, first, 'dispatch'), UNDEFINED);
      noteProvided(m, callee.made[0] ?? UNDEFINED);
      return unknown('element');
    default:
      return unknown('call of a tracker');
  }
}

/** `trackEvent(event)` and `getTrackingData()`. */
export function callTracker(m: Machine, { of, name }: SdkMethod, args: readonly Argument[], site: CallSite): Value {
  if (name === 'trackEvent') send(m, of, args[0]?.value ?? UNDEFINED, site);
  return name === 'getTrackingData' ? (of.made[0] ?? UNDEFINED) : UNDEFINED;
}

/** Sends an event, with the data of the component and of the one that dispatches, to where events go. */
function send(m: Machine, { made }: SdkValue, event: Value, site: CallSite): void {
  const dispatches = [...m.decorations].filter(([key]) => key.startsWith(DISPATCH));
  if (dispatches.length === 0) leaveToCallers(m, event);
  for (const [, noted] of dispatches)
    callValue(m, member(m, noted, 'dispatch'), [{ value: merged(m, [member(m, noted, 'data'), made[0] ?? UNDEFINED, event]), rest: false }], site);
}

const DISPATCH = 'react-tracking:';

/** Remembers a function that events are handed to, in place of what an earlier evaluation found it to be; false where there is none. */
function noteDispatch(m: Machine, dispatch: Value, data: Value): boolean {
  for (const one of forced(dispatch)) {
    const key = one.k === 'closure' ? functionKey(one.module, one.fn) : one.k === 'method' ? `${one.of.sdk.id}.${one.name}` : null;
    if (key !== null) m.decorations.set(DISPATCH + key, object([['dispatch', one], ['data', data]]));
  }
  return !alternatives(dispatch).every(isNullish);
}

const PROVIDED = 'data of react-tracking';

/** Remembers that a component adds data to the events of those within it. */
function noteProvided(m: Machine, data: Value): void {
  if (!alternatives(data).every(isNullish)) m.decorations.set(PROVIDED, data);
}

/** While no dispatch function has been found, who uses a component may decide what is sent. */
function leaveToCallers(m: Machine, event: Value): void {
  const parts = alternatives(event).flatMap((one) => (one.k === 'object' ? [...one.store.values()] : [one]));
  for (const { frame } of parts.flatMap(symbolsIn)) {
    const summary = m.summaries.get(functionKey(frame.module, frame.fn));
    if (summary) summary.open = true;
  }
}

/** Tracking data: an object, or a function of the component's properties that gives one. */
function dataOf(m: Machine, data: Value, site: CallSite): Value {
  return join(alternatives(data).map((one) => (one.k === 'closure' ? callback(m, one, [unknown('properties')], site) : one)));
}

function sendOnMount(m: Machine, of: SdkValue, option: Value, site: CallSite): void {
  for (const one of forced(option))
    if (one.k === 'closure') send(m, of, callback(m, one, [of.made[0] ?? UNDEFINED], site), site);
    else if (truthy(one) === true) send(m, of, UNDEFINED, site);
}

/** An event with the data that comes with it; components around may have added more. */
function merged(m: Machine, parts: readonly Value[]): Value {
  const given = parts.filter((part) => !alternatives(part).every(isNullish));
  const isWhole = !m.decorations.has(PROVIDED);
  if (isWhole && given.length === 1 && given[0]) return given[0];
  const store: Store = new Map();
  for (const part of given) spreadInto(m, store, join(forced(part)));
  if (!isWhole && !store.has(OTHERS)) store.set(OTHERS, unknown('data of a component around'));
  return { k: 'object', store, isArray: false, literal: null };
}

/** A component that gets what it tracks with as a property, if it looks for it; it is rendered for whoever shows the page. */
function decorate(m: Machine, component: Value, client: SdkValue, site: CallSite): Value {
  return join(
    forced(component).map((one): Value => {
      if ((one.k !== 'closure' && one.k !== 'class') || !mentionsTracking(one.module)) return one;
      if (one.k === 'class') genericInstance(m, one).store.set('props', withTracking(m, unknown('properties'), client));
      else renderElement(m, one, withTracking(m, unknown('properties'), client), site);
      return one.k === 'class' ? one : sdkValue(client.sdk, TRACKED, [one, client]);
    }),
  );
}

const PROPERTY = 'tracking';

function withTracking(m: Machine, props: Value, client: Value): Value {
  const store: Store = new Map();
  spreadInto(m, store, props);
  return { k: 'object', store: store.set(PROPERTY, client), isArray: false, literal: null };
}

const MENTIONS = new WeakMap<Module['facts'], boolean>();

function mentionsTracking({ facts }: Module): boolean {
  let known = MENTIONS.get(facts);
  if (known === undefined) MENTIONS.set(facts, (known = JSON.stringify(facts.functions).includes(`"${PROPERTY}"`)));
  return known;
}
