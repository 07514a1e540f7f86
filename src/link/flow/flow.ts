/** The order and branching of identify and group calls, and of the events between them, recorded while a function is evaluated. */
import type { Expr } from '../../extract/facts.ts';
import type { Completion, Frame, Journal } from '../evaluate/frame.ts';
import type { Place } from '../values/value.ts';

export type FlowNode =
  | Contact
  | { readonly k: 'alternatives'; readonly branches: readonly (readonly FlowNode[])[]; readonly test: FlowTest | null }
  /** A call: an exit inside ends only the call. */
  | { readonly k: 'call'; readonly nodes: readonly FlowNode[]; readonly key: string; readonly place: Place | null }
  | { readonly k: 'exit'; readonly failing: boolean }
  /** An event, by its site. */
  | { readonly k: 'track'; readonly sdk: string; readonly site: Place };

/** An SDK call that says who the user is, or in which group. `places`: the calls on the way to the SDK, that of the site first; `words`: what a group's id is called. */
export interface Contact {
  readonly k: 'identify' | 'group';
  readonly sdk: string;
  readonly places: readonly Place[];
  readonly words: ReadonlySet<string>;
  readonly groups: boolean;
  /** Whether later events get the group. */
  readonly attaches: boolean;
}

/** What decides between branches and where it stands; those of an `if` are where it is true and where not. */
export interface FlowTest {
  readonly k: 'if' | 'switch' | 'loop';
  readonly frame: Frame;
  readonly test: Expr;
}

/** Events of a call that are kept, which is one for wrappers. */
const MOST_EVENTS = 4;

export class Flow {
  readonly nodes: FlowNode[] = [];
  #current: FlowNode[] = this.nodes;

  add(node: FlowNode): void {
    this.#current.push(node);
  }

  exit(): void {
    this.#current.push({ k: 'exit', failing: false });
  }

  fail(): void {
    this.#current.push({ k: 'exit', failing: true });
  }

  /** Runs what a call does as a node of its own; where it neither identifies nor groups anybody, its events alone are kept. */
  within<T>(key: string, place: Place | null, run: () => T): T {
    const nodes: FlowNode[] = [];
    const outer = this.#current;
    this.#current = nodes;
    const result = run();
    this.#current = outer;
    if (hasCalls(nodes)) outer.push({ k: 'call', nodes, key, place });
    else outer.push(...nodes.filter(({ k }) => k === 'track').slice(0, MOST_EVENTS));
    return result;
  }

  /** Tries branches on the journal, and records what each does. */
  fork(branches: readonly (() => Completion | undefined | void)[], test: FlowTest | null, journal: Journal): Completion {
    const outer = this.#current;
    const recorded: FlowNode[][] = [];
    const completion = journal.fork(
      branches.map((branch) => () => {
        const nodes: FlowNode[] = [];
        this.#current = nodes;
        const outcome = branch() ?? 'next';
        recorded.push(nodes);
        return outcome;
      }),
    );
    this.#current = outer;
    if (recorded.some((nodes) => nodes.length > 0)) outer.push({ k: 'alternatives', branches: recorded, test });
    return completion;
  }
}

/** Whether any identify or group call is among the nodes. */
export function hasCalls(nodes: readonly FlowNode[]): boolean {
  return nodes.some((node) => {
    if (node.k === 'alternatives') return node.branches.some(hasCalls);
    return node.k === 'call' ? hasCalls(node.nodes) : node.k === 'identify' || node.k === 'group';
  });
}
