/** Linking: the files that matter are found, evaluated, and the calls that reach an SDK are gathered. */
import type { Sdk } from '../sdk/types.ts';
import { evaluateMade, summarize } from './evaluate/summarize.ts';
import { buildCalls } from './claims/calls.ts';
import type { Span } from './call.ts';
import { createCatalogue } from './sdk-calls/catalogue.ts';
import { Claims } from './claims/claims.ts';
import { renderWrapped } from './frameworks/components.ts';
import { createDeclared } from './sdk-calls/declared.ts';
import { noteDeclaredMembers } from './frameworks/decorations.ts';
import { contextFiles, exportedNames } from './program/effectful.ts';
import { emitterFiles } from './frameworks/emitters.ts';
import { execute } from './evaluate/execute.ts';
import { Flow } from './flow/flow.ts';
import { Journal } from './evaluate/frame.ts';
import { ENDPOINT_NEEDLES } from './sdk-calls/http-sink.ts';
import { injectedFiles } from './frameworks/injected.ts';
import { apart, functionKey, type Machine } from './evaluate/machine.ts';
import { genericInstance } from './evaluate/members.ts';
import { classValue } from './evaluate/bindings.ts';
import { createModules, type Module, type Modules } from './program/modules.ts';
import type { Procedure } from './frameworks/procedures.ts';
import { proposalsFor, type Proposal } from './claims/proposals.ts';
import { reactTracking } from './frameworks/react-tracking.ts';
import { isRelevant } from './program/relevance.ts';
import { placeKey, settle } from './claims/settle.ts';
import { SharedValues } from './program/shared-values.ts';
import { traceLine } from './claims/trace.ts';
import { SUSPECT_NEEDLES, suspectsIn } from './claims/unfollowed.ts';
import type { LinkInput, LinkResult } from './types-io.ts';
import type { Place, Value } from './values/value.ts';

const MOST_ROUNDS = 12;

export function link(input: LinkInput): LinkResult {
  const { m, spans } = linkWhole(input);
  const calls = buildCalls(m, input.sdks, spans.spanOf);
  const matched = new Set([...m.claims.claims, ...m.claims.open.map(({ claim }) => claim)].map(({ declaration }) => declaration));
  return {
    calls,
    candidates: m.candidates.size,
    parsed: m.modules.parsed(),
    problems: [...m.modules.problems(), ...[...m.tooDeep].map((file) => ({ file, line: 1, message: 'calls nest more deeply than can be followed' }))],
    unmatched: (input.declarations ?? []).filter((one) => !matched.has(one)),
    proposals: () => propose(input, m, spans.spanOf),
    trace: (file, line) => traceLine({ calls, claims: settle(m.claims), sdks: input.sdks, candidates: m.candidates, spanOf: spans.spanOf }, file, line),
  };
}

/** A program as far as it was evaluated. */
export interface Linked {
  readonly m: Machine;
  readonly candidates: Set<string>;
  /** What files were searched for. */
  readonly searched: ReadonlySet<string>;
  readonly spans: Spans;
}

export function linkWhole(input: LinkInput): Linked {
  const catalogue = createCatalogue([...input.sdks, reactTracking], input.globals);
  const modules = createModules(input);
  const declared = createDeclared(input.declarations ?? [], modules);
  const candidates = new Set<string>();
  const spans = createSpans(input, modules);
  const names = new Set<string>(declared.names);
  const contexts = new SharedValues<Value>();
  const decorations = new SharedValues<Value>();
  const injected = new SharedValues<Value>();
  const procedures = new SharedValues<Procedure>();
  const machine = (methods: Machine['methods']): Machine => ({
    modules, catalogue, declared, http: input.http !== false, candidates, contexts, decorations, injected, procedures,
    methods, names, claims: new Claims(), summaries: new Map(), assigned: new Map(), hookCallbacks: new Set(),
    unfollowed: null, source: spans.source, journal: new Journal(), flow: new Flow(), steps: 0, spreads: 0, pending: 0, nested: 0, tooDeep: new Set(), owner: '', rehearsing: false,
  });

  let m = machine(new Set([...methodNames(input.sdks), ...declared.names]));
  for (const shared of [contexts, decorations, injected, procedures]) shared.owner = () => m.owner;
  const searched = new Set<string>();
  let needles: readonly string[] = [...catalogue.needles, ...declared.needles, ...(input.http === false ? [] : ENDPOINT_NEEDLES)];
  for (let round = 0; round < MOST_ROUNDS && needles.length > 0; round++) {
    const found = [...input.matching(needles)].filter((file) => !candidates.has(file));
    for (const needle of needles) searched.add(needle);
    for (const file of found) candidates.add(file);
    for (const file of found) evaluateFile(m, file);
    for (const file of [...contextFiles(m), ...emitterFiles(m), ...injectedFiles(m)]) {
      if (candidates.has(file)) continue;
      candidates.add(file);
      found.push(file);
      evaluateFile(m, file);
    }
    needles = found.length === 0 ? [] : exportedNames(m, found).filter((name) => !searched.has(name));
    needles = [...new Set(needles)];
    for (const needle of needles) names.add(needle);
  }
  modules.reset();
  m = machine(m.methods);
  for (const file of inImportOrder(modules, candidates)) evaluateFile(m, file);
  // With all candidates known, files that were read before others can turn out to lead to an SDK through those.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const added = new Set(exportedNames(m, candidates).filter((name) => !searched.has(name)));
    const found = added.size === 0 ? [] : input.matching([...added]).filter((file) => !candidates.has(file));
    for (const name of added) searched.add(name);
    if (found.length === 0) break;
    for (const name of added) names.add(name);
    for (const file of found) candidates.add(file);
    for (const file of found) evaluateFile(m, file);
  }

  return { m, candidates, searched, spans };
}

/** Looks again, in files where a call of anything has a tracking function's name: what is called there leads nowhere so far. */
function propose(input: LinkInput, known: Machine, spanOf: Spans['spanOf']): Proposal[] {
  const suspects = new Map(input.matching(SUSPECT_NEEDLES).map((file) => [file, suspectsIn(input.read(file) ?? '')]));
  const files = [...suspects].filter(([, names]) => names.length > 0).map(([file]) => file);
  const words = [...suspects.values()].flat();
  known.modules.reset();
  const m: Machine = {
    ...known, http: false, candidates: new Set([...known.candidates, ...files]), methods: new Set([...known.methods, ...words]), names: new Set([...known.names, ...words]),
    unfollowed: [], claims: new Claims(), summaries: new Map(), assigned: new Map(), hookCallbacks: new Set(), journal: new Journal(), flow: new Flow(), tooDeep: new Set(),
  };
  for (const file of files) evaluateFile(m, file);
  const followed = new Set([...known.claims.claims, ...known.claims.open.map(({ claim }) => claim)].flatMap(({ site, chain, sdkPlace }) => [site, sdkPlace, ...chain.map(({ call }) => call)]).map(placeKey));
  return proposalsFor((m.unfollowed ?? []).filter(({ place }) => !followed.has(placeKey(place))), spanOf);
}

/** Files after those that they import, as they run: what a call does is known before it is made. */
export function inImportOrder(modules: Modules, candidates: ReadonlySet<string>): string[] {
  const order = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !candidates.has(file)) return;
    seen.add(file);
    for (const binding of modules.load(file)?.facts.bindings ?? []) {
      const imported = binding.k === 'import' ? modules.locate(file, binding.specifier) : null;
      if (imported !== null) visit(imported);
    }
    order.add(file);
  };
  for (const file of [...candidates].sort()) visit(file);
  return [...order];
}

function methodNames(sdks: readonly Sdk[]): string[] {
  return sdks.flatMap((sdk) => Object.entries(sdk.client.methods).flatMap(([name, { signatures }]) => (signatures ? [name] : [])));
}

export function evaluateFile(m: Machine, file: string): void {
  m.owner = file;
  try {
    evaluateWhole(m, file);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    m.tooDeep.add(file);
  }
}

/** Evaluates a file whole: its body, then every function and class that nothing has evaluated yet. */
function evaluateWhole(m: Machine, file: string): void {
  const module = m.modules.load(file);
  if (!module) return;
  const { facts, frame } = module;
  noteDeclaredMembers(m, module);
  m.summaries.set(functionKey(module, 0), { state: 'done', open: false, calls: new Set(), changesParameter: false, returns: { k: 'literal', value: undefined }, releases: [], flow: new Flow() });
  apart(m, file, m.summaries.get(functionKey(module, 0))?.flow ?? new Flow(), () => execute(m, facts.functions[0]?.body ?? [], frame));
  evaluateMade(m, frame);
  renderWrapped(m, module);
  facts.functions.forEach((fn, index) => {
    if (index > 0 && fn.parent === 0 && fn.ofClass === null && isRelevant(m, module, index)) summarize(m, module, index);
  });
  facts.classes.forEach((cls, index) => {
    if (cls.parent === 0) evaluateClass(m, module, index);
  });
}

function evaluateClass(m: Machine, module: Module, index: number): void {
  const facts = module.facts.classes[index];
  // Methods, and functions that fields hold.
  if (!facts || !module.facts.functions.some(({ parent, at }, fn) => parent === facts.parent && at[0] >= facts.at[0] && at[1] <= facts.at[1] && isRelevant(m, module, fn))) return;
  const value = classValue(module, index, module.frame);
  const instance = genericInstance(m, value);
  for (const { fn, isStatic } of facts.methods) summarize(m, module, fn, isStatic ? value : instance);
  evaluateMade(m, module.frame);
}

export interface Spans {
  readonly spanOf: (place: Place) => Span;
  readonly source: (place: Place) => string;
}

function createSpans(input: LinkInput, modules: { load(file: string): Module | null }): Spans {
  const lineAt = (lines: readonly number[], offset: number): number => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    source: ({ file, at }) => (input.read(file) ?? '').slice(at[0], at[1]),
    spanOf: ({ file, at: [start, end] }) => {
      const lines = modules.load(file)?.facts.lines ?? [0];
      const first = lineAt(lines, start);
      const last = lineAt(lines, end);
      return { file, start, end, line: first + 1, column: start - (lines[first] ?? 0) + 1, endLine: last + 1, endColumn: end - (lines[last] ?? 0) + 1 };
    },
  };
}
