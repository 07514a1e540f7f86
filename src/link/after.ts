/** Whether a group call follows an identify call, along the paths recorded while functions were evaluated. */
import type { GroupAfter, GroupAfterReason } from './call.ts';
import { hasCalls, type FlowNode, type FlowTest } from './flow.ts';
import type { Machine } from './machine.ts';
import type { Place } from './value.ts';

export interface Following {
  readonly after: GroupAfter;
  readonly reason: GroupAfterReason | null;
  readonly path: string | null;
}

/** What a path meets after the identify; null where the path fails, which counts for nothing. */
type Cover =
  | { readonly k: 'always'; readonly ids: readonly string[] }
  | { readonly k: 'never' }
  | { readonly k: 'some'; readonly reason: 'guarded' | 'path'; readonly path: string | null; readonly ids: readonly string[] }
  | null;

interface Search {
  readonly sdks: ReadonlySet<string>;
  describe(test: FlowTest): { readonly text: string; readonly line: number };
}

const NEVER: Cover = { k: 'never' };

/** Judges the identify calls of a site. */
export function followingOf(m: Machine, site: Place, sdks: ReadonlySet<string>): Following {
  const search: Search = {
    sdks,
    describe: ({ frame, test }) => {
      const lines = frame.module.facts.lines;
      let line = 0;
      while (line < lines.length && (lines[line] ?? 0) <= test.at[0]) line++;
      return { text: m.source({ file: frame.module.path, at: test.at }), line };
    },
  };
  const roots = [...m.summaries].filter(([, summary]) => contains(summary.flow.nodes, site));
  const entered = new Set(roots.flatMap(([, summary]) => calledKeys(summary.flow.nodes, site)));
  const outermost = roots.filter(([key]) => !entered.has(key));
  const covers = (outermost.length > 0 ? outermost : roots).flatMap(([, summary]) => coversOf(search, summary.flow.nodes, site, () => NEVER));
  const all = combine(covers, null, search);
  if (all?.k === 'always') return { after: 'always', reason: null, path: null };
  if (all?.k === 'some') return { after: 'some', reason: all.reason, path: all.path };
  const elsewhere = [...m.summaries.values()].some(({ flow }) => hasGroup(flow.nodes, sdks));
  return elsewhere ? { after: 'some', reason: 'elsewhere', path: null } : { after: 'never', reason: null, path: null };
}

function isSite(node: FlowNode, site: Place): boolean {
  return node.k === 'identify' && node.places.some(({ file, at }) => file === site.file && at[0] === site.at[0]);
}

function contains(nodes: readonly FlowNode[], site: Place): boolean {
  return nodes.some((node) => isSite(node, site) || (node.k === 'call' && contains(node.nodes, site)) || (node.k === 'alternatives' && node.branches.some((branch) => contains(branch, site))));
}

function hasGroup(nodes: readonly FlowNode[], sdks: ReadonlySet<string>): boolean {
  return nodes.some((node) => (node.k === 'group' && sdks.has(node.sdk)) || (node.k === 'call' && hasGroup(node.nodes, sdks)) || (node.k === 'alternatives' && node.branches.some((branch) => hasGroup(branch, sdks))));
}

/** Functions through which a root reaches the site. */
function calledKeys(nodes: readonly FlowNode[], site: Place): string[] {
  return nodes.flatMap((node) => {
    if (node.k === 'alternatives') return node.branches.flatMap((branch) => calledKeys(branch, site));
    return node.k === 'call' && contains(node.nodes, site) ? [node.key, ...calledKeys(node.nodes, site)] : [];
  });
}

/** What follows each occurrence of the site among the nodes. */
function coversOf(search: Search, nodes: readonly FlowNode[], site: Place, rest: () => Cover): Cover[] {
  return nodes.flatMap((node, index): Cover[] => {
    const next = (): Cover => cover(search, nodes, index + 1, rest, rest);
    if (isSite(node, site)) return [node.k === 'identify' && node.groups ? { k: 'always', ids: [] } : next()];
    if (node.k === 'call') return coversOf(search, node.nodes, site, next);
    return node.k === 'alternatives' ? node.branches.flatMap((branch) => coversOf(search, branch, site, next)) : [];
  });
}

/** What the nodes from an index on meet; `rest` follows their end, `leave` an exit. */
function cover(search: Search, nodes: readonly FlowNode[], index: number, rest: () => Cover, leave: () => Cover): Cover {
  const node = nodes[index];
  if (!node) return rest();
  const next = once(() => cover(search, nodes, index + 1, rest, leave));
  switch (node.k) {
    case 'group':
      return search.sdks.has(node.sdk) ? { k: 'always', ids: node.id ? [node.id] : [] } : next();
    case 'identify':
      return next();
    case 'exit':
      return node.failing ? null : leave();
    case 'call':
      return hasCalls(node.nodes) ? cover(search, node.nodes, 0, next, next) : next();
    case 'alternatives':
      return combine(node.branches.map((branch) => cover(search, branch, 0, next, leave)), node.test, search);
  }
}

function once(compute: () => Cover): () => Cover {
  let result: { readonly cover: Cover } | null = null;
  return () => (result ??= { cover: compute() }).cover;
}

function combine(covers: readonly Cover[], test: FlowTest | null, search: Search): Cover {
  const known = covers.filter((one) => one !== null);
  if (known.length === 0) return null;
  const ids = known.flatMap((one) => (one.k === 'never' ? [] : one.ids));
  if (known.every((one) => one.k === 'always')) return { k: 'always', ids };
  if (known.every((one) => one.k === 'never')) return NEVER;
  const misses = known.some((one) => one.k === 'never');
  const partial = known.find((one) => one.k === 'some' && one.reason === 'path');
  if (partial?.k === 'some') return { ...partial, ids };
  if (!misses) return { k: 'some', reason: 'guarded', path: null, ids };
  if (!test) return { k: 'some', reason: 'path', path: null, ids };
  const { text, line } = search.describe(test);
  return ids.some((id) => concerns(text, id)) ? { k: 'some', reason: 'guarded', path: null, ids } : { k: 'some', reason: 'path', path: `where \`${text}\` (line ${String(line)}) decides otherwise`, ids };
}

/** Whether a test is about the entity whose id is grouped by. */
function concerns(test: string, id: string): boolean {
  const words = new Set(id.match(/[A-Za-z_$][\w$]*/g) ?? []);
  return (test.match(/[A-Za-z_$][\w$]*/g) ?? []).some((word) => words.has(word) && !/^(id|user|String|this|data|props|undefined|null)$/.test(word));
}
