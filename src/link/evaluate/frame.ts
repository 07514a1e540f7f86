/** Frames hold the variables of one evaluation of a function; the journal lets branches be tried and merged. */
import { join, UNDEFINED, type Closure, type Place, type Value } from '../values/value.ts';
import type { Module } from '../program/modules.ts';

export interface Frame {
  readonly module: Module;
  readonly fn: number;
  readonly vars: Map<number, Value>;
  /** The frame in which the function was made; null for a module's body. */
  readonly parent: Frame | null;
  /** The frame that called; null where a function is evaluated by itself. */
  readonly caller: Frame | null;
  /** The call expression that entered the frame. */
  readonly call: Place | null;
  readonly self: Value | null;
  /** True where the frame stands for every call of its function, false where for one of them. */
  readonly home: boolean;
  /** True where a JSX element or a library function entered the frame, and no call of it that stands in the code. */
  readonly byFramework: boolean;
  readonly depth: number;
  readonly returns: Value[];
  /** Closures made here, to be evaluated by themselves afterwards. */
  readonly made: Closure[];
  /** False once the call has returned. */
  live: boolean;
}

/** How a list of statements ended. */
export type Completion = 'next' | 'return' | 'throw' | 'break' | 'continue';

type AnyMap = Map<unknown, Value>;
type Log = Map<AnyMap, Map<unknown, Value | undefined>>;

/** Records writes, so that a branch can be undone and the outcomes of several branches merged. */
export class Journal {
  readonly #logs: Log[] = [];
  /** Fields: what a branch leaves there outlives it, even where it returns. */
  readonly #lasting = new WeakSet<AnyMap>();

  write<Key>(map: Map<Key, Value>, key: Key, value: Value): void {
    const log = this.#logs.at(-1);
    if (log) {
      const old = log.get(map) ?? new Map<unknown, Value | undefined>();
      log.set(map, old);
      if (!old.has(key)) old.set(key, map.get(key));
    }
    map.set(key, value);
  }

  writeField<Key>(fields: Map<Key, Value>, key: Key, value: Value): void {
    this.#lasting.add(fields);
    this.write(fields, key, value);
  }

  /** Runs something and takes back all that it wrote. */
  rehearse(run: () => void): void {
    this.#attempt(() => (run(), 'next'));
  }

  /** Runs each branch from the same state; afterwards a cell holds the union of what the branches that go on left. */
  fork(branches: readonly (() => Completion)[]): Completion {
    const outcomes = branches.map((branch) => this.#attempt(branch));
    const goingOn = outcomes.filter(({ completion }) => completion !== 'return' && completion !== 'throw');
    const cells = new Map<AnyMap, Set<unknown>>();
    for (const { after } of goingOn)
      for (const [map, values] of after) {
        const keys = cells.get(map) ?? new Set();
        for (const key of values.keys()) keys.add(key);
        cells.set(map, keys);
      }
    for (const [map, keys] of cells)
      for (const key of keys) {
        const values = goingOn.map(({ after }) => {
          const own = after.get(map);
          return (own?.has(key) ? own.get(key) : map.get(key)) ?? UNDEFINED;
        });
        this.write(map, key, join(values));
      }
    for (const { after, completion } of outcomes) if (completion === 'return') this.#keepFields(after);
    return combine(outcomes.map(({ completion }) => completion));
  }

  #keepFields(after: Log): void {
    for (const [map, values] of after)
      if (this.#lasting.has(map)) for (const [key, value] of values) if (value !== undefined) this.write(map, key, join([...[map.get(key)].filter((one) => one !== undefined), value]));
  }

  #attempt(branch: () => Completion): { readonly completion: Completion; readonly after: Log } {
    const log: Log = new Map();
    this.#logs.push(log);
    const completion = branch();
    this.#logs.pop();
    const after: Log = new Map();
    for (const [map, old] of log) {
      after.set(map, new Map([...old.keys()].map((key) => [key, map.get(key)])));
      for (const [key, value] of old) {
        if (value === undefined) map.delete(key);
        else map.set(key, value);
      }
    }
    return { completion, after };
  }
}

function combine(completions: readonly Completion[]): Completion {
  const [first, ...others] = completions;
  if (first === undefined || completions.includes('next')) return 'next';
  if (others.every((other) => other === first)) return first;
  return completions.includes('continue') || completions.includes('break') ? 'continue' : 'return';
}
