/** Calls of SDKs, read as their catalogue entries describe them. */
import type { ArgPath, ArgTest, Method, Signature } from '../../sdk/types.ts';
import { isBorrowed, isOfOthersPage } from './borrowed.ts';
import { sdkValue } from './catalogue.ts';
import type { Effect } from './effect.ts';
import type { Argument } from '../evaluate/evaluate.ts';
import { groupAt } from './group-slots.ts';
import { addedGroup, affixed, isEvent, UNKNOWN_GROUPS, withAdded, withoutOthers } from './additions.ts';
import { mentionsGroups } from './enrichers.ts';
import { callback } from '../evaluate/invoke.ts';
import { itemsOf } from '../values/lists.ts';
import type { CallSite, Machine } from '../evaluate/machine.ts';
import { member } from '../evaluate/members.ts';
import { callTracker, callTracking, reactTracking } from '../frameworks/react-tracking.ts';
import { alternatives, atHand, forced, isNullish, literal, object, OTHERS, UNDEFINED, unknown, type SdkMethod, type SdkValue, type Value } from '../values/value.ts';

/** Calls a method of an SDK's value. */
export function callMethod(m: Machine, callee: SdkMethod, args: readonly Argument[], site: CallSite): Value {
  const { of, name, method } = callee;
  if (of.sdk === reactTracking) return callTracker(m, callee, args, site);
  if (name === 'push' && of.shape === 'client' && of.sdk.client.push && !method.signatures) return callPushed(m, of, args, site);
  return callDescribed(m, of, method, args, site);
}

/** Calls an SDK's value itself: a hook, a factory, a command function. */
export function callShape(m: Machine, callee: SdkValue, args: readonly Argument[], site: CallSite): Value {
  const { shape, sdk } = callee;
  if (sdk === reactTracking) return callTracking(m, callee, args, site);
  if (shape === 'client') return sdk.client.call ? callDescribed(m, callee, sdk.client.call, args, site) : unknown('call of a client');
  const values = args.map(({ value }) => value);
  return shape.call ? sdkValue(sdk, shape.call, values) : unknown('call of an SDK value');
}

/** `analytics.push(['track', name, properties])`. */
function callPushed(m: Machine, of: SdkValue, args: readonly Argument[], site: CallSite): Value {
  for (const list of args[0] ? forced(args[0].value) : []) {
    const [name, ...items] = itemsOf(list)?.items ?? [];
    const method = name?.k === 'literal' ? of.sdk.client.methods[String(name.value)] : undefined;
    if (method) callDescribed(m, of, method, items.map((value) => ({ value, rest: false })), site);
  }
  return unknown('length');
}

function callDescribed(m: Machine, of: SdkValue, method: Method, args: readonly Argument[], site: CallSite): Value {
  const call: ReadCall = { m, of, args };
  if (method.batch === undefined) apply(call, method, site);
  else for (const message of messagesOf(read(call, method.batch))) apply({ m, of, args: [{ value: message, rest: false }] }, method, site);
  if (method.enriches !== undefined && mentionsGroups(m, read(call, method.enriches))) m.claims.record(m, { ...effectOf(call, { kind: 'context' }, site), groups: [UNKNOWN_GROUPS], enriches: true });
  if (method.registers !== undefined)
    for (const name of forced(read(call, method.registers))) if (name.k === 'literal' && typeof name.value === 'string') m.catalogue.register(of.sdk, name.value);
  for (const [path, shapes] of Object.entries(method.callbacks ?? {})) {
    const fn = forced(read(call, path)).filter((one) => one.k === 'closure');
    for (const one of fn) callback(m, one, shapes.map((shape) => sdkValue(of.sdk, shape)), site);
  }
  return method.returns ? sdkValue(of.sdk, method.returns, method.returns === 'client' ? [] : args.map(({ value }) => value)) : unknown('result of an SDK call');
}

function messagesOf(list: Value): readonly Value[] {
  const items = itemsOf(list);
  return items ? [...items.items, ...(items.open ? [items.open] : [])] : [unknown('an unknown list of messages')];
}

interface ReadCall {
  readonly m: Machine;
  readonly of: SdkValue;
  readonly args: readonly Argument[];
}

function apply(call: ReadCall, method: Method, site: CallSite): void {
  const signature = method.signatures?.find((one) => Object.entries(one.when ?? {}).every(([path, test]) => isPossible(read(call, path), test)));
  if (!signature) return;
  const effect = effectOf(call, signature, site);
  for (const sdk of call.of.sdk.sendsTo ?? [call.of.sdk.id]) call.m.claims.record(call.m, { ...effect, sdk });
}

function effectOf(call: ReadCall, signature: Signature, site: CallSite): Effect {
  const { of } = call;
  const at = (path: ArgPath | undefined): Value | null => (path === undefined ? null : path.startsWith('=') ? literal(path.slice(1)) : read(call, path));
  const declaration = call.m.declared.of(of.sdk);
  const groups = [...(signature.groups ?? []).map((slot) => groupAt(slot, (path) => read(call, path))), ...(signature.adds?.groups ?? []).map(addedGroup)];
  const properties = declaration ? withoutOthers(at(signature.properties), signature) : at(signature.properties);
  const [name, userId, groupId] = [affixed(at(signature.name), signature), givenOnly(at(signature.userId)), at(signature.groupId)];
  return {
    kind: signature.kind,
    sdk: of.sdk.id,
    place: site.place,
    frame: site.frame,
    name,
    properties: withAdded(properties, signature.adds?.properties ?? []),
    userId,
    traits: signature.trait ? ofOne(read(call, signature.trait[0]), read(call, signature.trait[1])) : at(signature.traits),
    groupType: at(signature.groupType),
    groupId,
    groups: declaration && groups.length === 0 && isEvent(signature) ? [UNKNOWN_GROUPS] : groups,
    ...(declaration && { declaration }),
    attaches: signature.attaches ?? true,
    isBorrowed: isBorrowed(of.made, [name, userId, groupId]) || isOfOthersPage(call.m, of.made, site.frame.module.path),
    ...(signature.kind === 'track' && of.sdk.ignoresGroupsAt && { misplaced: of.sdk.ignoresGroupsAt.map((path) => ({ at: path, value: groupAt({ at: path, form: 'id' }, (part) => read(call, part)).written })) }),
  };
}

/** The object that holds one value under a key. */
function ofOne(key: Value, value: Value): Value {
  return object(forced(key).map((one) => [one.k === 'literal' ? String(one.value) : OTHERS, value]));
}

/** Null for what is certainly not given. */
function givenOnly(value: Value | null): Value | null {
  return value && alternatives(value).every(isNullish) ? null : value;
}

/** The value at a path into the arguments. */
function read({ m, of, args }: ReadCall, path: ArgPath): Value {
  if (path === 'last-string') return lastString(args);
  const made = path.startsWith('^');
  const [index = '0', ...keys] = (made ? path.slice(1) : path).split('.');
  const whole = made ? of.made[Number(index)] : argument(args, Number(index));
  return keys.reduce((value, key) => member(m, value, key), whole ?? UNDEFINED);
}

function argument(args: readonly Argument[], index: number): Value {
  const rest = args.findIndex((arg) => arg.rest);
  return rest >= 0 && index >= rest ? (args[rest]?.value ?? UNDEFINED) : (args[index]?.value ?? UNDEFINED);
}

function lastString(args: readonly Argument[]): Value {
  let last: Value = UNDEFINED;
  for (const { value } of args) {
    if (!isPossible(value, 'string')) break;
    last = value;
  }
  return last;
}

/** Whether a value may be what an overload asks for. A name with unknown parts is taken for none in particular. */
function isPossible(value: Value, test: ArgTest): boolean {
  return atHand(value).some((one) => {
    if (typeof test === 'object') return one.k === 'literal' && one.value === test.is;
    if (test === 'absent') return isNullish(one);
    if (one.k === 'literal') return test === 'string' ? typeof one.value === 'string' : test === 'present' && !isNullish(one);
    if (test === 'present') return true;
    if (one.k === 'text') return test === 'string';
    if (one.k === 'closure') return test === 'function';
    return one.k === 'object' || one.k === 'instance' ? test === 'object' : true;
  });
}

