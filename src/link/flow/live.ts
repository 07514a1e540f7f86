/** Whether anything in the program reaches a site. Where files that may were not read, it counts as reached. */
import type { Binding, FileFacts } from '../../extract/facts.ts';
import type { Machine } from '../evaluate/machine.ts';
import type { Module } from '../program/modules.ts';
import { createIsNamed, wordsOf, type IsNamed } from '../program/package-words.ts';
import type { Place } from '../values/value.ts';

export type Liveness = (site: Place) => boolean;

/** Looks at the files that were evaluated: they are all that mention a way to an SDK by its name. */
export function createLiveness(m: Machine): Liveness {
  let isNamed: IsNamed | null = null;
  return (site) => {
    const module = m.modules.load(site.file);
    if (!module) return true;
    const named = (isNamed ??= createIsNamed(m));
    return holders(module.facts, site).every((fn) => isReached(m, module, fn, named));
  };
}

/** Functions around a site, innermost first. */
function holders({ functions }: FileFacts, { at: [start, end] }: Place): number[] {
  return functions.flatMap(({ at }, fn) => (fn > 0 && at[0] <= start && at[1] >= end ? [fn] : [])).reverse();
}

/** A member of what others get under a name is reached where its own name stands; a function of a file alone, there. */
function isReached(m: Machine, { facts }: Module, fn: number, isNamedElsewhere: IsNamed): boolean {
  const { name = '', ofClass = null, parent = null } = facts.functions[fn] ?? {};
  if (name === '' || name === 'constructor' || parent !== 0) return true;
  const own = facts.bindings.findIndex((binding) => isNamed(binding, name, fn));
  if (ofClass === null && own >= 0) return isExported(facts, own) || wordsOf(facts).has(name);
  const cls = ofClass === null ? undefined : facts.classes[ofClass];
  if (cls && (cls.isDecorated || cls.extends !== null || cls.implements.length > 0 || cls.methods.some((method) => method.fn === fn && method.isDecorated))) return true;
  return isNamedElsewhere(facts.path, fn, name) || !isFoundByName(m, facts, cls?.name ?? holderName(facts, fn));
}

function isNamed(binding: Binding, name: string, fn: number): boolean {
  return binding.name === name && (binding.k === 'function' ? binding.fn === fn : binding.k === 'variable' && binding.owner === 0);
}

function isExported({ exports }: FileFacts, binding: number): boolean {
  return Object.values(exports).some((one) => (one.k === 'binding' && one.binding === binding) || (one.k === 'value' && one.value.k === 'ref' && one.value.binding === binding));
}

/** The class or variable of the top level that holds a member. */
function holderName(facts: FileFacts, fn: number): string {
  const [start, end] = facts.functions[fn]?.at ?? [0, 0];
  const cls = facts.classes.find(({ parent, at }) => parent === 0 && at[0] <= start && at[1] >= end);
  if (cls) return cls.name;
  for (const statement of facts.functions[0]?.body ?? []) {
    if (statement.k !== 'bind' || !statement.value || statement.value.at[0] > start || statement.value.at[1] < end) continue;
    const to = statement.targets[0]?.to;
    return typeof to === 'number' ? (facts.bindings[to]?.name ?? '') : '';
  }
  return '';
}

/** Whether files were searched for the holder, or for what the file exports in its place, such as its only instance. */
function isFoundByName(m: Machine, facts: FileFacts, holder: string): boolean {
  const names = Object.keys(facts.exports);
  return holder !== '' && names.length > 0 && names.every((name) => name !== 'default') && names.some((name) => m.names.has(name)) && (m.names.has(holder) || !names.includes(holder));
}
