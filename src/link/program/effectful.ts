/** The names under which a file gives others a way to an SDK: what to look for in other files next. */
import { posix } from 'node:path';
import { placeValue } from '../evaluate/bindings.ts';
import { confirmDecorations } from '../frameworks/decorations.ts';
import { hasCalls } from '../flow/flow.ts';
import type { Frame } from '../evaluate/frame.ts';
import { contextFile } from '../library/library.ts';
import { functionKey, type Machine } from '../evaluate/machine.ts';
import { isRelevant } from './relevance.ts';
import { procedureOf, routerOf } from '../frameworks/procedures.ts';
import { declarationOf, supertypeNames } from './subtypes.ts';
import { summarize } from '../evaluate/summarize.ts';
import { alternatives, forced, UNDEFINED, type ClassValue, type Closure, type External, type Value } from '../values/value.ts';

const DEEPEST = 4;

/** Names that files export and that reach an SDK with what a caller gives, and for default exports the endings of import paths. */
export function exportedNames(m: Machine, files: Iterable<string>): string[] {
  const exported = [...files].flatMap((file) => {
    const module = m.modules.load(file);
    m.owner = file;
    return module ? m.modules.exportNames(module).flatMap((name) => namesOfExport(m, file, name)) : [];
  });
  return [...confirmDecorations(m, (value) => isWayToSdk(m, value, 0)), ...exported];
}

function namesOfExport(m: Machine, file: string, name: string): string[] {
  const found = m.modules.findExport(file, name, null);
  const type = found?.k === 'module' ? declarationOf(found.module, found.name)?.binding : null;
  const value = found?.k === 'module' && type?.k === 'type' ? routerOf(m, { module: found.module, ref: type.type }) : found ? placeValue(m, found) : null;
  if (!value || !isWayToSdk(m, value, 0)) return [];
  noteMethods(m, value, 0);
  return [...(name === 'default' ? importEndings(file) : [name]), ...supertypesOf(m, value), ...procedureNames(m, value, 0)];
}

/** What a class's instances, or those that a function gives, are asked for by: the interfaces that it implements, the class that it extends. */
function supertypesOf(m: Machine, value: Value, depth = 0): string[] {
  return forced(value).flatMap((one) => {
    if (one.k === 'closure' && depth < DEEPEST) return supertypesOf(m, m.summaries.get(functionKey(one.module, one.fn))?.returns ?? UNDEFINED, depth + 1);
    return one.k === 'class' ? supertypeNames(m, one) : one.k === 'instance' ? supertypeNames(m, one.of) : [];
  });
}

/** Whether a value that is passed on gives whoever gets it a way to an SDK. */
export function carriesSdk(m: Machine, value: Value, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  return alternatives(value).some((one) => {
    if (one.k === 'sdk' || one.k === 'method') return true;
    if (one.k === 'closure') return isRelevant(m, one.module, one.fn) && isLeftOpen(m, one);
    if (one.k === 'proxy') return carriesSdk(m, one.handler, depth + 1) || carriesSdk(m, one.target, depth + 1);
    if (one.k === 'external') return isOpenProcedure(m, one);
    if (one.k === 'object') return [...one.store.values()].some((part) => carriesSdk(m, part, depth + 1));
    return one.k === 'instance' && (one.of.module.facts.classes[one.of.cls]?.methods ?? []).some(({ fn }) => m.summaries.get(functionKey(one.of.module, fn))?.open);
  });
}

/** Whether what a function sends depends on how it is called, or on what the function around it was given. */
function isLeftOpen(m: Machine, { module, fn, self, env }: Closure): boolean {
  const own = env.home ? summarize(m, module, fn, self, env) : m.summaries.get(functionKey(module, fn));
  if (!own || own.open || own.calls.size > 0) return true;
  for (let around = env; !around.home && around.parent; around = around.parent) {
    const summary = m.summaries.get(functionKey(around.module, around.fn));
    if (!summary || summary.open || summary.calls.size > 0) return true;
  }
  return false;
}

/** Files that make the contexts whose providers give them a way to an SDK. */
export function contextFiles(m: Machine): string[] {
  return [...m.contexts].filter(([, value]) => isWayToSdk(m, value, 0)).map(([id]) => contextFile(id));
}

function importEndings(file: string): string[] {
  const stem = file.replace(/\.([cm]?[jt]sx?|vue)$/, '');
  const base = posix.basename(stem) === 'index' ? posix.basename(posix.dirname(stem)) : posix.basename(stem);
  const extensions = ['', file.endsWith('.vue') ? '.vue' : '.js'];
  return extensions.flatMap((extension) => [`/${base}${extension}'`, `/${base}${extension}"`]);
}

/** Whether a value is, or holds, something that reaches an SDK. */
export function isWayToSdk(m: Machine, value: Value, depth: number, seen: Seen = new Map()): boolean {
  if (depth > DEEPEST) return false;
  const leads = (part: Value): boolean => isWayToSdk(m, part, depth + 1, seen);
  return forced(value).some((one) => {
    switch (one.k) {
      case 'sdk':
        return true;
      case 'method':
        return true;
      case 'closure': {
        const summary = m.summaries.get(functionKey(one.module, one.fn));
        if (summary && isNew(seen, summary, depth) && (summary.open || hasCalls(summary.flow.nodes) || leads(summary.returns))) return true;
        // What a call of the function around it gave: `withErrorsCaught(track)`.
        return framesAround(one).some(({ vars }) => isNew(seen, vars, depth) && [...vars.values()].some(leads));
      }
      case 'proxy':
        return leads(one.handler) || leads(one.target);
      case 'object':
        // What a file gives that nothing has led to is no way to an SDK as far as is known.
        return isNew(seen, one.store, depth) && ([...one.store.values()].some((part) => !(part.k === 'lazy' && !part.calls) && leads(part)) || isSdkContext(m, one.store.get('Provider'), leads));
      case 'instance':
        return isNew(seen, one.store, depth) && (isClassAWay(m, one.of, leads) || [...one.store.values()].some((part) => (part.k === 'closure' ? isOpen(m, part) : part.k === 'object' && leads(part))));
      case 'class':
        return isClassAWay(m, one, leads);
      case 'external':
        return isOpenProcedure(m, one);
      default:
        return false;
    }
  });
}

/** Calls that made a function and what is around it. */
function framesAround({ env }: Closure): Frame[] {
  const frames: Frame[] = [];
  for (let at: Frame | null = env; at && at.fn !== 0 && !at.home; at = at.parent) frames.push(at);
  return frames;
}

/** What a search has looked at in vain, and how deep within it was. */
type Seen = Map<object, number>;

function isNew(seen: Seen, whole: object, depth: number): boolean {
  if ((seen.get(whole) ?? Infinity) <= depth) return false;
  seen.set(whole, depth);
  return true;
}

/** A procedure that sends what a client tells it. */
function isOpenProcedure(m: Machine, value: External): boolean {
  const procedure = procedureOf(m, value);
  return procedure !== null && isOpen(m, procedure.closure);
}

/** How files write the procedures of a router that they call: with a client's method after it. */
function procedureNames(m: Machine, value: Value, depth: number): string[] {
  return depth > DEEPEST || value.k !== 'object' ? [] : [...value.store].flatMap(([key, part]) => (part.k === 'external' && isOpenProcedure(m, part) ? [`.${key}.`, `.${key}(`] : procedureNames(m, part, depth + 1)));
}

function isOpen(m: Machine, { module, fn }: Closure): boolean {
  return m.summaries.get(functionKey(module, fn))?.open ?? false;
}

function isSdkContext(m: Machine, provider: Value | undefined, leads: (value: Value) => boolean): boolean {
  const provided = provider?.k === 'external' ? m.contexts.get(provider.from) : undefined;
  return provided ? leads(provided) : false;
}

function isClassAWay(m: Machine, { module, cls }: ClassValue, leads: (value: Value) => boolean): boolean {
  const facts = module.facts.classes[cls];
  return (facts?.methods ?? []).some(({ fn }) => {
    const summary = m.summaries.get(functionKey(module, fn));
    return summary !== undefined && (summary.open || leads(summary.returns));
  }) || [...(module.generics.get(cls)?.store.values() ?? [])].some(leads);
}

/** Methods by which an object or an instance reaches an SDK. */
function noteMethods(m: Machine, value: Value, depth: number, seen: Seen = new Map()): void {
  if (depth > DEEPEST) return;
  for (const one of forced(value)) {
    if (one.k === 'object' && isNew(seen, one.store, depth)) {
      for (const [key, part] of one.store) {
        if (isWayToSdk(m, part, depth)) m.methods.add(key);
        noteMethods(m, part, depth + 1, seen);
      }
    }
    if (one.k === 'proxy') noteMethods(m, one.target, depth, seen);
    const of = one.k === 'instance' ? one.of : one.k === 'class' ? one : null;
    if (!of) continue;
    for (const { name, fn } of of.module.facts.classes[of.cls]?.methods ?? []) if (m.summaries.get(functionKey(of.module, fn))?.open) m.methods.add(name);
    for (const [name, part] of of.module.generics.get(of.cls)?.store ?? []) {
      if (part.k === 'closure' && isWayToSdk(m, part, depth)) m.methods.add(name);
      noteMethods(m, part, depth + 1, seen);
    }
    if (one.k === 'instance') for (const [key, part] of one.store) if (part.k === 'closure' && isOpen(m, part)) m.methods.add(key);
  }
}
