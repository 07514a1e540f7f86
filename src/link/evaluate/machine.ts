/** The state of one linking run, shared by everything that evaluates. */
import type { TypeRef } from '../../extract/facts.ts';
import type { Catalogue } from '../sdk-calls/catalogue.ts';
import type { Claims } from '../claims/claims.ts';
import type { Declared } from '../sdk-calls/declared.ts';
import { Flow } from '../flow/flow.ts';
import { Journal, type Frame } from './frame.ts';
import type { Unfollowed } from '../claims/unfollowed.ts';
import type { Module, Modules } from '../program/modules.ts';
import type { Procedure } from '../frameworks/procedures.ts';
import type { SharedValues } from '../program/shared-values.ts';
import { atHand, forced, join, lazy, unknown, type Closure, type Lazy, type Place, type Value } from '../values/value.ts';

export interface Machine {
  readonly modules: Modules;
  readonly catalogue: Catalogue;
  readonly declared: Declared;
  readonly claims: Claims;
  /** Whether requests to the product's own telemetry endpoints are calls. */
  readonly http: boolean;
  /** Files that are evaluated whole; values from others are looked up only when they matter. */
  readonly candidates: ReadonlySet<string>;
  /** What evaluating a function by itself showed, by `functionKey`. */
  readonly summaries: Map<string, Summary>;
  /** Values assigned to module variables after their declaration. */
  readonly assigned: Map<Module, Map<number, Value>>;
  /** Values given to React contexts by their providers, by context. */
  readonly contexts: SharedValues<Value>;
  /** Values that calls put into variables of modules, by the module's path and the binding. */
  readonly injected: SharedValues<Value>;
  /** Functions that clients call from afar, by the value that stands for them. */
  readonly procedures: SharedValues<Procedure>;
  /** Functions given to hooks, by `functionKey`. */
  readonly hookCallbacks: Set<string>;
  /** Values added to objects of frameworks, and provided under keys. */
  readonly decorations: SharedValues<Value>;
  /** Names of methods that reach an SDK: a call of one is worth reading another file for. */
  readonly methods: Set<string>;
  /** Names under which files export a way to an SDK. */
  readonly names: Set<string>;
  /** Where calls are noted that look like tracking and cannot be followed; null where nobody asks. */
  readonly unfollowed: Unfollowed[] | null;
  source(place: Place): string;
  /** The file whose code is evaluated for all that call it: what is found out then hangs on its text. */
  owner: string;
  /** What is evaluated only shows what depends on callers. */
  rehearsing: boolean;
  journal: Journal;
  flow: Flow;
  /** Files whose calls nest more deeply than evaluation can follow. */
  readonly tooDeep: Set<string>;
  steps: number;
  /** Evaluations under way, each of which another waits for. */
  nested: number;
  /** Spreads of objects within objects being looked through. */
  spreads: number;
  /** Values being worked out, each because another needs it. */
  pending: number;
}

export interface Summary {
  state: 'running' | 'done';
  /** An effect depends on a parameter, so that every call shows something new. */
  open: boolean;
  /** Parameters that are called, or parts of which are: their names, and keys of those that are destructured. */
  readonly calls: Set<string>;
  /** A parameter, or a part of one, is changed. */
  changesParameter: boolean;
  /** A module's variable is given something that depends on how this is called. */
  keeps?: boolean;
  returns: Value;
  /** Functions that send what this one is given and keeps. */
  readonly releases: Closure[];
  flow: Flow;
}

/** Where a call is made: the frame, the call expression or JSX element, and its type argument. */
export interface CallSite {
  readonly frame: Frame;
  readonly place: Place;
  readonly typeArg?: TypeRef | null;
  readonly byFramework?: boolean;
  /** Where the name of the method that is called stands. */
  readonly keyPlace?: Place;
}

/** Expressions evaluated for one function by itself, beyond which its calls are no longer followed. */
export const STEP_LIMIT = 30_000;
export const DEPTH_LIMIT = 12;
export const NESTED_LIMIT = 80;
const PENDING_LIMIT = 8;

export function functionKey(module: Module, fn: number): string {
  return `${module.path}\0${fn}`;
}

/** The file of a function's key, or of a longer one that begins with it. */
export function fileOfKey(key: string): string {
  return key.slice(0, key.indexOf('\0'));
}

/** Runs an evaluation of a file's code apart from the one under way: with its own journal, flow and budget, and for good. */
export function apart<T>(m: Machine, owner: string, flow: Flow, run: () => T): T {
  const outer = { owner: m.owner, journal: m.journal, flow: m.flow, steps: m.steps, rehearsing: m.rehearsing, nested: m.nested };
  Object.assign(m, { owner, journal: new Journal(), flow, steps: 0, rehearsing: false, nested: m.nested + 1 });
  try {
    return run();
  } finally {
    Object.assign(m, outer);
  }
}

/** A value worked out only if it matters; by then the evaluation under way is another, which it must not disturb. */
export function later(m: Machine, compute: () => Value, calls = false): Lazy {
  return lazy(() => {
    if (m.pending >= PENDING_LIMIT) return unknown('too many values that wait for others');
    const outer = { journal: m.journal, flow: m.flow };
    Object.assign(m, { journal: new Journal(), flow: new Flow(), pending: m.pending + 1 });
    try {
      // None of its alternatives is another of its kind, so that they cannot multiply.
      return join(calls ? forced(compute()) : atHand(compute()));
    } finally {
      Object.assign(m, outer, { pending: m.pending - 1 });
    }
  }, calls);
}

export const CYCLE = unknown('cyclic definition');
