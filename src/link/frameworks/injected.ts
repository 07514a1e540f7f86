/** What programs put into variables of their modules by calling a function: `setClient(new Analytics())`. */
import { isWayToSdk } from '../program/effectful.ts';
import type { Frame } from '../evaluate/frame.ts';
import { functionKey, type Machine } from '../evaluate/machine.ts';
import type { Module } from '../program/modules.ts';
import { alternatives, join, type Value } from '../values/value.ts';

/** Values that decide nothing on the way to an SDK, or that do so whoever calls. */
const PLAIN = new Set<Value['k']>(['literal', 'text', 'unknown', 'external', 'class', 'module']);

/** Notes that a function keeps what it is given, and where it is evaluated for one call, what that call gives. */
export function noteKept(m: Machine, frame: Frame, index: number, value: Value): void {
  const kept = alternatives(value).filter(({ k }) => !PLAIN.has(k));
  if (kept.length === 0 || frame.fn === 0) return;
  if (frame.home) {
    for (let around: Frame | null = frame; around && around.fn !== 0; around = around.parent) {
      const summary = m.summaries.get(functionKey(around.module, around.fn));
      if (summary) summary.keeps = true;
    }
    return;
  }
  const key = keyOf(frame.module, index);
  const before = m.injected.get(key);
  m.injected.set(key, join([...(before ? [before] : []), ...kept]));
}

/** What calls anywhere put into a variable; null where none is known. */
export function injectedValue(m: Machine, module: Module, index: number): Value | null {
  return m.injected.get(keyOf(module, index)) ?? null;
}

/** The variables of a module into which calls anywhere put something. */
export function injectedBindings(m: Machine, module: Module): number[] {
  return module.facts.bindings.flatMap((_, index) => (m.injected.has(keyOf(module, index)) ? [index] : []));
}

/** Files whose variables are given a way to an SDK. */
export function injectedFiles(m: Machine): string[] {
  return [...m.injected].flatMap(([key, value]) => (isWayToSdk(m, value, 0) ? [key.slice(0, key.indexOf('\0'))] : []));
}

function keyOf({ path }: Module, index: number): string {
  return `${path}\0${String(index)}`;
}
