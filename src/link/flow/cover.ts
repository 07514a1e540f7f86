/** What the paths after an identify call meet: a group call, or what else is looked for, on all of them, on some, on none. */
import { hasCalls, type Contact, type FlowNode, type FlowTest } from './flow.ts';
import { concerns, mergedWords, NONE } from '../sdk-calls/group-words.ts';
import type { Place } from '../values/value.ts';

/** Null where every path fails, which counts for nothing. `words`: what the groups' ids are called. */
export type Cover =
  | { readonly k: 'always'; readonly words: ReadonlySet<string> }
  | { readonly k: 'never' }
  | { readonly k: 'some'; readonly reason: 'guarded' | 'path'; readonly path: string | null; readonly words: ReadonlySet<string> }
  | null;

export interface Search {
  readonly site: Place;
  /** Whether what is looked for is found in a call. */
  meets(node: Contact): boolean;
  /** The source of a test, and where it stands: its line, in another file than the site's with that. */
  describe(test: FlowTest): { readonly text: string; readonly where: string };
}

/** Conditions that hold wherever the site was reached: text without negation → whether it is true. */
type Assumed = ReadonlyMap<string, boolean>;

export const NEVER: Cover = { k: 'never' };

export function isSite(node: FlowNode, site: Place): boolean {
  return node.k === 'identify' && node.places.some(({ file, at }) => file === site.file && at[0] === site.at[0]);
}

/** What follows each occurrence of the site among the nodes. */
export function coversOf(search: Search, nodes: readonly FlowNode[], rest: (assumed: Assumed) => Cover, before: Assumed = new Map()): Cover[] {
  const covers: Cover[] = [];
  let assumed = before;
  nodes.forEach((node, index) => {
    const next = (known: Assumed): Cover => cover(search, nodes, index + 1, known, rest, rest);
    if (isSite(node, search.site)) covers.push(node.k === 'identify' && node.groups ? { k: 'always', words: NONE } : next(assumed));
    else if (node.k === 'call') covers.push(...coversOf(search, node.nodes, next, assumed));
    else if (node.k === 'alternatives') {
      node.branches.forEach((branch, which) => covers.push(...coversOf(search, branch, next, assume(search, assumed, node.test, which))));
      const ending = node.branches.map((branch) => branch.some(({ k }) => k === 'exit'));
      if (ending.length === 2 && ending[0] !== ending[1]) assumed = assume(search, assumed, node.test, ending[0] ? 1 : 0);
    }
  });
  return covers;
}

/** What the nodes from an index on meet; `rest` follows their end, `leave` an exit. */
function cover(search: Search, nodes: readonly FlowNode[], index: number, assumed: Assumed, rest: (assumed: Assumed) => Cover, leave: (assumed: Assumed) => Cover): Cover {
  const node = nodes[index];
  if (!node) return rest(assumed);
  const next = once(() => cover(search, nodes, index + 1, assumed, rest, leave));
  switch (node.k) {
    case 'group':
    case 'identify':
      return search.meets(node) ? { k: 'always', words: node.words } : next();
    case 'track':
      return next();
    case 'exit':
      return node.failing ? null : leave(assumed);
    case 'call':
      return hasCalls(node.nodes) ? cover(search, node.nodes, 0, assumed, next, next) : next();
    case 'alternatives': {
      const truth = node.test?.k === 'if' ? truthOf(assumed, search.describe(node.test).text) : undefined;
      const branches = truth === undefined ? node.branches : [node.branches[truth ? 0 : 1] ?? []];
      return combine(branches.map((branch) => cover(search, branch, 0, assumed, next, leave)), node.test, search);
    }
  }
}

function once(compute: () => Cover): () => Cover {
  let result: { readonly cover: Cover } | null = null;
  return () => (result ??= { cover: compute() }).cover;
}

export function combine(covers: readonly Cover[], test: FlowTest | null, search: Search): Cover {
  const known = covers.filter((one) => one !== null);
  if (known.length === 0) return null;
  const words = mergedWords(known.map((one) => (one.k === 'never' ? NONE : one.words)));
  if (known.every((one) => one.k === 'always')) return { k: 'always', words };
  if (known.every((one) => one.k === 'never')) return NEVER;
  // Where a group is certain if its own id is given, what else may follow if it is not says nothing.
  const sure = mergedWords(known.map((one) => (one.k === 'always' ? one.words : NONE)));
  if (test && test.k !== 'loop' && concerns(search.describe(test).text, sure)) return { k: 'some', reason: 'guarded', path: null, words };
  const partial = known.find((one) => one.k === 'some' && one.reason === 'path');
  if (partial?.k === 'some') return { ...partial, words };
  if (!known.some((one) => one.k === 'never') || test?.k === 'loop') return { k: 'some', reason: 'guarded', path: null, words };
  if (!test) return { k: 'some', reason: 'path', path: null, words };
  const { text, where } = search.describe(test);
  if (concerns(text, words)) return { k: 'some', reason: 'guarded', path: null, words };
  return { k: 'some', reason: 'path', path: `where \`${text}\` (${where}) decides otherwise`, words };
}

function assume(search: Search, assumed: Assumed, test: FlowTest | null, branch: number): Assumed {
  if (test?.k !== 'if') return assumed;
  const { base, negated } = baseOf(search.describe(test).text);
  return new Map([...assumed, [base, (branch === 0) !== negated]]);
}

function truthOf(assumed: Assumed, text: string): boolean | undefined {
  const { base, negated } = baseOf(text);
  const truth = assumed.get(base);
  return truth === undefined ? undefined : truth !== negated;
}

function baseOf(text: string): { readonly base: string; readonly negated: boolean } {
  const marks = /^[!\s]*/.exec(text)?.[0] ?? '';
  return { base: text.slice(marks.length), negated: marks.replace(/\s/g, '').length % 2 === 1 };
}
