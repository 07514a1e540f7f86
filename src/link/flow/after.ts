/** Whether a group call follows an identify call, along the paths recorded while functions were evaluated. */
import type { GroupAfter, GroupAfterReason } from '../call.ts';
import { combine, coversOf, isSite, NEVER, type Cover, type Search } from './cover.ts';
import { hasCalls, type FlowNode } from './flow.ts';
import type { Machine, Summary } from '../evaluate/machine.ts';
import { placeKey } from '../claims/settle.ts';
import type { Place } from '../values/value.ts';

export interface Following {
  readonly after: GroupAfter;
  readonly reason: GroupAfterReason | null;
  readonly path: string | null;
  /** Whether on every path another identify call follows, so that the group belongs after that one. */
  readonly again: boolean;
}

/** Functions, by key, that identify or group anybody. */
export type Recorded = readonly (readonly [string, Summary])[];

export function recordedIn(m: Machine): Recorded {
  return [...m.summaries].filter(([, { flow }]) => hasCalls(flow.nodes));
}

/** Functions that frameworks run by themselves: components, hooks, lifecycle methods. */
const RUN_BY_FRAMEWORKS = /^(use)?[A-Z]|^(setup|mounted|created|beforeMount|componentDidMount|componentDidUpdate|ngOnInit|ngAfterViewInit|onMount)$/;

/**
 * Judges the identify calls of a site. `kept`: a client keeps the identity between calls, so that a group call in
 * another flow may follow; on a server each call stands alone.
 */
export function followingOf(m: Machine, recorded: Recorded, site: Place, sdks: ReadonlySet<string>, kept: boolean): Following {
  const search = searchFor(m, site, (node) => node.k === 'group' && sdks.has(node.sdk));
  const roots = rootsOf(recorded, site);
  const covers = coversFrom(roots, search);
  const all = combine(covers.map(({ cover }) => cover), null, search);
  if (all?.k === 'always') return { after: 'always', reason: null, path: null, again: false };
  const others = searchFor(m, site, (node) => node.k === 'identify' && sdks.has(node.sdk) && !isSite(node, site));
  const again = combine(coversFrom(roots, others).map(({ cover }) => cover), null, others)?.k === 'always';
  if (all?.k === 'some') return { after: 'some', reason: all.reason, path: all.path ?? (all.reason === 'path' ? missingRoot(m, covers) : null), again };
  const flows = kept ? recorded : roots;
  const elsewhere = flows.some(([key, { flow }]) => hasGroup(flow.nodes, sdks) && (!kept || isRunByFramework(m, key)));
  return elsewhere ? { after: 'some', reason: 'elsewhere', path: null, again } : { after: 'never', reason: null, path: null, again };
}

/** The group calls, by `placeKey`, that a framework runs by itself, again whenever what they depend on changes. */
export function groupsOfFrameworks(m: Machine, recorded: Recorded): ReadonlySet<string> {
  return new Set(recorded.filter(([key]) => isRunByFramework(m, key)).flatMap(([, { flow }]) => groupPlaces(flow.nodes)));
}

function groupPlaces(nodes: readonly FlowNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.k === 'alternatives') return node.branches.flatMap(groupPlaces);
    return node.k === 'call' ? groupPlaces(node.nodes) : node.k === 'group' ? node.places.map(placeKey) : [];
  });
}

/** The events, by `eventKey`, in whose flow a group call of their SDK runs, before them or after. */
export function eventsWithGroup(recorded: Recorded): ReadonlySet<string> {
  return new Set(recorded.flatMap(([, { flow }]) => tracksIn(flow.nodes).filter(({ sdk }) => hasGroup(flow.nodes, new Set([sdk]))).map(({ sdk, site }) => eventKey(sdk, site))));
}

function tracksIn(nodes: readonly FlowNode[]): Extract<FlowNode, { k: 'track' }>[] {
  return nodes.flatMap((node) => {
    if (node.k === 'alternatives') return node.branches.flatMap(tracksIn);
    return node.k === 'call' ? tracksIn(node.nodes) : node.k === 'track' ? [node] : [];
  });
}

export function eventKey(sdk: string, site: Place): string {
  return `${sdk} ${placeKey(site)}`;
}

interface RootCover {
  readonly key: string;
  readonly cover: Cover;
}

function coversFrom(roots: readonly (readonly [string, Summary])[], search: Search): RootCover[] {
  return roots.map(([key, { flow }]) => ({ key, cover: combine(coversOf(search, flow.nodes, () => NEVER), null, search) }));
}

function searchFor(m: Machine, site: Place, meets: Search['meets']): Search {
  return {
    site,
    meets,
    describe: ({ frame, test }) => {
      const { lines } = frame.module.facts;
      const line = String(lines.findLastIndex((start) => start <= test.at[0]) + 1);
      const { path } = frame.module;
      return { text: m.source({ file: path, at: test.at }), where: path === site.file ? `line ${line}` : `${path}:${line}` };
    },
  };
}

/** The outermost functions that reach the site: what runs after it is decided there. */
function rootsOf(recorded: Recorded, site: Place): Recorded {
  const reaching = recorded.filter(([, { flow }]) => contains(flow.nodes, site));
  const entered = new Set(reaching.flatMap(([, { flow }]) => calledKeys(flow.nodes, site)));
  const outermost = reaching.filter(([key]) => !entered.has(key));
  return outermost.length > 0 ? outermost : reaching;
}

function functionOf(m: Machine, key: string): { readonly file: string; readonly fn: number; readonly name: string; readonly line: number } {
  const [file = '', index = '0'] = key.split('\0');
  const facts = m.modules.load(file)?.facts;
  const fn = facts?.functions[Number(index)];
  return { file, fn: Number(index), name: fn?.name ?? '', line: (facts?.lines.findLastIndex((start) => start <= (fn?.at[0] ?? 0)) ?? 0) + 1 };
}

function isRunByFramework(m: Machine, key: string): boolean {
  const { fn, name } = functionOf(m, key);
  return fn === 0 || RUN_BY_FRAMEWORKS.test(name) || m.hookCallbacks.has(key);
}

/** The caller on whose way no group follows, where another's has one. */
function missingRoot(m: Machine, covers: readonly RootCover[]): string | null {
  const missing = covers.find(({ cover }) => cover?.k === 'never');
  if (!missing) return null;
  const { file, name, line } = functionOf(m, missing.key);
  return `on the way through ${name === '' ? 'a function' : `\`${name}\``} (${file}:${String(line)})`;
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
