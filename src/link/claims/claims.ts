/** Effects, claimed by the places where they are decided: the event site is where the event's name becomes known. */
import { NAMED_BY_PACKAGE } from '../call.ts';
import type { SdkCallKind } from '../../sdk/types.ts';
import { outOfClient } from '../sdk-calls/clients.ts';
import { valuesOf, type DraftValue } from '../values/draft-values.ts';
import type { Effect } from '../sdk-calls/effect.ts';
import type { Frame } from '../evaluate/frame.ts';
import { groupsOf, type ClaimGroups } from '../sdk-calls/groups.ts';
import { groupWords, NONE } from '../sdk-calls/group-words.ts';
import { fileOfKey, functionKey, type Machine } from '../evaluate/machine.ts';
import { keysOf, type ObjectKeys } from '../values/object-keys.ts';
import { noteRelease } from '../frameworks/queues.ts';
import { patternOfValue, stringsOfValue } from '../values/type-strings.ts';
import type { Declaration } from '../sdk-calls/wrapper-sdk.ts';
import { alternatives, atHand, forced, symbolsIn, type Place, type Value } from '../values/value.ts';

/** One SDK call as seen from one site. */
export interface Claim {
  readonly kind: SdkCallKind;
  readonly sdk: string;
  readonly sdkPlace: Place;
  readonly endpoint?: string;
  readonly declaration?: Declaration;
  readonly enriches?: boolean;
  /** Where the literal stands that gives the name. */
  readonly nameOrigin?: Place;
  readonly site: Place;
  readonly namePlace: Place | null;
  /** True where the site is one of a list of objects handled as data. */
  readonly isData: boolean;
  readonly names: readonly string[];
  readonly pattern: string | null;
  readonly reason: string | null;
  readonly groups: ClaimGroups;
  readonly properties: ObjectKeys;
  readonly traits: ObjectKeys;
  readonly userId: Place | null;
  readonly userIdValues: readonly DraftValue[];
  /** Groups at places where the SDK takes none. */
  readonly misplaced: readonly { readonly at: string; readonly place: Place }[];
  readonly groupType: string | null;
  readonly groupId: Place | null;
  /** Functions entered between the site and the SDK call, outermost first, and the calls that entered them. */
  readonly chain: readonly Entered[];
  /** The functions through whose parameters what decides came, also those that had returned. */
  readonly through: readonly string[];
  /** Whether the site's function writes what decides, as in `identify({ accountId: account.id })`. */
  readonly isSpelled: boolean;
  /** Whether the site's function was evaluated for all its callers, and not for one of them. */
  readonly home: boolean;
  /** The file whose evaluation showed it. */
  readonly owner: string;
}

export interface Entered {
  readonly key: string;
  readonly name: string;
  readonly call: Place;
  /** Where the function that was entered stands. */
  readonly body: Place;
}

/** An effect that only callers decide, with the claim to make if none does. */
export interface OpenEffect {
  readonly claim: Claim;
  /** The functions whose callers decide. */
  readonly keys: readonly string[];
}

/** Whether a function, evaluated for all callers, gives an SDK call its groups: what it could carry. */
export type Carried = Map<string, ClaimGroups['context'] | 'habit'>;

export class Claims {
  readonly claims: Claim[] = [];
  readonly open: OpenEffect[] = [];
  readonly carried: Carried = new Map();

  /** Drops what the evaluation of files showed. */
  forget(files: ReadonlySet<string>): void {
    dropFrom(this.claims, ({ owner }) => files.has(owner));
    dropFrom(this.open, ({ claim: { owner } }) => files.has(owner));
    for (const key of this.carried.keys()) if (files.has(fileOfKey(key))) this.carried.delete(key);
  }

  record(m: Machine, effect: Effect): void {
    const decider = deciderOf(effect);
    const groups = groupsOf(m, effect);
    noteCarried(this.carried, effect, groups);
    const sites = new Set<string>();
    const all = decider ? (effect.name ? forced(decider) : atHand(decider)) : [null];
    const given = all.flatMap((one) => (one && isOpen(effect, one) ? [one] : []));
    for (const one of all) {
      if (one && isNothing(one) && effect.name) continue;
      const left = one !== null && isOpen(effect, one);
      if (one && (left || !effect.name)) leaveToCallers(m, one, effect.frame);
      if (m.rehearsing || effect.isBorrowed) continue;
      const claim = claimOf(m, effect, one, groups);
      if (!claim) continue;
      // What a function sends by default it sends only for callers that give nothing: they claim it.
      if (one && !left && !one.through && effect.name && given.length > 0) this.open.push({ claim, keys: given.flatMap((each) => decidingFunctions(effect, each)) });
      else if (one && (left || ((claim.reason !== null || claim.pattern !== null) && !isSpelledAt(one, claim) && !(claim.reason !== null && isSpelledOutside(one, claim))))) this.open.push({ claim, keys: decidingFunctions(effect, one) });
      else this.claims.push(claim);
      const site = `${claim.site.file}:${String(claim.site.at[0])}`;
      if ((effect.kind === 'identify' || effect.kind === 'group') && !sites.has(site)) {
        const places = [claim.site, ...claim.chain.map(({ call }) => call), claim.sdkPlace];
        const words = effect.kind === 'group' ? groupWords(claim.groupId, places, m.source) : NONE;
        m.flow.add({ k: effect.kind, sdk: effect.sdk, places, words, groups: groups.context === 'present', attaches: effect.attaches ?? true });
        sites.add(site);
      }
      if (effect.kind === 'track') m.flow.add({ k: 'track', sdk: effect.sdk, site: claim.site });
    }
  }
}

function dropFrom<T>(list: T[], test: (item: T) => boolean): void {
  list.splice(0, Infinity, ...list.filter((item) => !test(item)));
}

/** The value that decides where an effect belongs: the event's name, else whose id it is. */
function deciderOf(effect: Effect): Value | null {
  if (effect.name) return effect.name;
  return effect.kind === 'group' ? (effect.groupId ?? effect.groupType) : (effect.userId ?? effect.traits);
}

function isNothing(value: Value): boolean {
  return value.k === 'literal' && (value.value === undefined || value.value === null);
}

/** Whether only a caller can say the value. The id of an entity passed in (`user.id`) is said where it is read. */
function isOpen(effect: Effect, value: Value): boolean {
  const symbols = symbolsIn(value);
  if (effect.name || symbols.length === 0) return symbols.length > 0;
  return !symbols.every((symbol) => isEntityId(symbol.path));
}

/** The functions whose parameters a value depends on; where it depends on none, the one that holds the SDK call. */
function decidingFunctions(effect: Effect, value: Value): string[] {
  const frames = symbolsIn(value).map(({ frame }) => frame);
  return (frames.length > 0 ? frames : [effect.frame]).map(({ module, fn }) => functionKey(module, fn));
}

/** Whether the expression of a value stands in the call that it is claimed for. */
function isSpelledAt({ at }: Value, { site, chain }: Pick<Claim, 'site' | 'chain'>): boolean {
  return chain.length === 0 || (at?.file === site.file && at.at[0] >= site.at[0] && at.at[1] <= site.at[1]);
}

/** Whether the expression of a value stands in none of the functions through which it passed: none of them decides it. */
function isSpelledOutside(value: Value, { chain }: Claim): boolean {
  const { through } = value;
  const at = value.at ?? (value.k === 'unknown' ? value.partOf : undefined);
  return at !== undefined && through !== undefined && !chain.some(({ body }) => at.file === body.file && at.at[0] >= body.at[0] && at.at[1] <= body.at[1]);
}

function isWrittenIn(decider: Value | null, { module, fn }: Frame): boolean {
  const [start, end] = module.facts.functions[fn]?.at ?? [0, 0];
  const at = decider?.at;
  return at?.file === module.path && at.at[0] >= start && at.at[1] <= end;
}

/** `user.id`, `event.workspaceId`; not `options.userId`, in which the caller says an argument of the SDK by its name. */
function isEntityId(path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  return path.length > (path[0] === '' ? 2 : 1) && /(^_?|_|[a-z])id$/i.test(last) && !/^(user|distinct|group|anonymous)_?id$/i.test(last);
}

/** Calls of these functions decide what is sent. */
function leaveToCallers(m: Machine, value: Value, sending: Frame): void {
  for (const { frame } of symbolsIn(value)) {
    const summary = m.summaries.get(functionKey(frame.module, frame.fn));
    if (summary) summary.open = true;
    noteRelease(m, frame, sending);
  }
}

/** For each function evaluated for all its callers, whether it leaves room for groups at this SDK call. */
function noteCarried(carried: Carried, effect: Effect, { context, habit }: ClaimGroups): void {
  let outermost = effect.frame;
  while (outermost.caller && !outermost.home) outermost = outermost.caller;
  if (!outermost.home) return;
  const key = carriedKey(functionKey(outermost.module, outermost.fn), effect.place);
  const before = carried.get(key);
  carried.set(key, before === undefined || before === 'absent' ? (context === 'absent' && habit === 'unseen' ? 'habit' : context) : before);
}

export function carriedKey(fn: string, place: Place): string {
  return `${fn}\0${place.file}\0${String(place.at[0])}`;
}

/** Null where a generated client sends something for whoever calls it. */
function claimOf(m: Machine, effect: Effect, decider: Value | null, groups: ClaimGroups): Claim | null {
  const found = outOfClient(m, effect, decider, siteOf(effect, decider));
  if (!found) return null;
  const { site, frame, isData } = found;
  const chain = chainFrom(effect.frame, frame);
  return {
    kind: effect.kind,
    sdk: effect.sdk,
    sdkPlace: effect.place,
    ...(effect.endpoint !== undefined && { endpoint: effect.endpoint }),
    ...(effect.declaration && { declaration: effect.declaration }),
    ...(effect.enriches && { enriches: true }),
    ...(effect.name && decider?.k === 'literal' && decider.origin && { nameOrigin: decider.origin }),
    site,
    namePlace: effect.name ? (decider?.at ?? null) : null,
    isData,
    ...nameOf(m, effect, decider),
    groups: groups.from(chain.length === 0 ? null : (outermostOf(effect.frame, frame) ?? null)),
    properties: keysOf(effect.properties),
    traits: keysOf(effect.traits),
    userId: effect.userId?.at ?? null,
    userIdValues: effect.userId ? valuesOf(atHand(effect.userId), () => null) : [],
    misplaced: (effect.misplaced ?? []).flatMap(({ at, value }) => misplacedAt(at, value)),
    groupType: constantOf(effect.groupType),
    groupId: effect.groupId?.at ?? null,
    chain,
    through: (decider?.through ?? []).map((one) => functionKey(one.module, one.fn)),
    isSpelled: !isData && chain.length > 0 && isWrittenIn(decider, frame),
    home: frame.home,
    owner: m.owner,
  };
}

/** A group that certainly stands at a place, and where it is written. */
function misplacedAt(at: string, value: Value): Claim['misplaced'] {
  // By level, groups are an object; `groups: 3` counts something.
  const all = atHand(value).filter((one) => !isNothing(one) && (!at.endsWith('groups') || (one.k === 'object' && !one.isArray)));
  const place = all.map((one) => one.keyAt ?? one.at).find((one) => one !== undefined);
  return place ? [{ at, place }] : [];
}

export interface Site {
  readonly site: Place;
  /** The frame whose code holds the site. */
  readonly frame: Frame;
  readonly isData: boolean;
}

/**
 * A value that came through parameters was decided by the outermost call that is still under way; where all have
 * returned (a hook's, a curried function's), by the last of them. One of a list of objects stands where it is written.
 */
function siteOf(effect: Effect, decider: Value | null): Site {
  if (decider?.anchor) return { site: decider.anchor.call, frame: decider.anchor.frame, isData: true };
  // Who renders a component, or gives a list, names the events in it, but identifies nobody.
  const through = (decider?.through ?? []).filter((frame) => frame.call && frame.caller && (effect.name || !frame.byFramework));
  const live = through.filter((frame) => frame.live).sort((a, b) => a.depth - b.depth);
  const latest = live[0] ?? through.filter((frame) => isAround(frame, effect.frame)).at(-1);
  const entered = decider?.k === 'literal' ? outOfMade(latest, through) : latest;
  if (!entered?.call || !entered.caller) return { site: effect.place, frame: effect.frame, isData: false };
  return { site: entered.call, frame: entered.caller, isData: false };
}

/** A call that stands in a function which an earlier call made, and that passes on what that one was given: the earlier one decides. */
function outOfMade(entered: Frame | undefined, through: readonly Frame[]): Frame | undefined {
  for (let at = entered?.caller ?? null; at; at = at.parent) if (at !== entered && !at.live && through.includes(at)) return outOfMade(at, through.filter((one) => one !== at));
  return entered;
}

/** Whether any function under way was made in a frame. */
function isAround(outer: Frame, inner: Frame): boolean {
  for (let at: Frame | null = inner; at; at = at.caller) for (let around: Frame | null = at; around; around = around.parent) if (around === outer) return true;
  return false;
}

/** The functions entered from a frame down to the one that holds the SDK call. */
function chainFrom(inner: Frame, outer: Frame): Entered[] {
  const chain: Entered[] = [];
  for (let at: Frame | null = inner; at && at !== outer && at.call; at = at.caller)
    chain.unshift(enteredBy(at, at.call));
  return chain;
}

function enteredBy({ module, fn }: Frame, call: Place): Entered {
  const facts = module.facts.functions[fn];
  return { key: functionKey(module, fn), name: facts?.name ?? '', call, body: { file: module.path, at: facts?.at ?? [0, 0] } };
}

function outermostOf(inner: Frame, outer: Frame): Frame | null {
  let last: Frame | null = null;
  for (let at: Frame | null = inner; at && at !== outer; at = at.caller) last = at;
  return last;
}

function nameOf(m: Machine, effect: Effect, value: Value | null): Pick<Claim, 'names' | 'pattern' | 'reason'> {
  if (!effect.name || !value) return { names: [], pattern: null, reason: null };
  if (value.k === 'literal') return { names: [String(value.value)], pattern: null, reason: null };
  const strings = value.k === 'text' || value.k === 'sym' ? stringsOfValue(m, value) : null;
  if (strings) return { names: strings, pattern: null, reason: null };
  const pattern = patternOfValue(m, value);
  if (pattern !== null) return { names: [], pattern, reason: null };
  if (value.k === 'sym') return { names: [], pattern: null, reason: `the parameter ${value.path.join('.')} is not known` };
  return { names: [], pattern: null, reason: value.k === 'unknown' ? value.reason : value.k === 'external' ? NAMED_BY_PACKAGE : `a ${value.k} is not a name` };
}

function constantOf(value: Value | null): string | null {
  const all = value ? alternatives(value) : [];
  const [only] = all;
  return all.length === 1 && only?.k === 'literal' && typeof only.value === 'string' ? only.value : null;
}
