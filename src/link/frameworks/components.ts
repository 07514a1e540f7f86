/** Components that a module exports and that other components were wrapped into: `export default withTracking(Basket)`. */
import { exportedValue } from '../evaluate/bindings.ts';
import { callValue } from '../evaluate/invoke.ts';
import type { Machine } from '../evaluate/machine.ts';
import type { Module } from '../program/modules.ts';
import { alternatives, unknown, type Closure } from '../values/value.ts';

/** Renders them with props that are not known, as whatever shows the page does. */
export function renderWrapped(m: Machine, module: Module): void {
  for (const [name, exported] of Object.entries(module.facts.exports)) {
    if (exported.k === 'from' || !isCalled(module, exported)) continue;
    for (const one of alternatives(exportedValue(m, module, name)))
      if (one.k === 'closure' && one.env.caller && rendersElements(one)) callValue(m, one, [{ value: unknown('props'), rest: false }], { frame: module.frame, place: { file: module.path, at: [0, 0] }, byFramework: true });
  }
}

type OwnExport = Exclude<Module['facts']['exports'][string], { k: 'from' }>;

/** Whether a call gives an export's value. */
function isCalled(module: Module, exported: OwnExport): boolean {
  const ref = exported.k === 'binding' ? exported.binding : exported.value.k === 'ref' ? exported.value.binding : null;
  const value = ref === null ? (exported.k === 'value' ? exported.value : null) : module.declarations.get(ref)?.value;
  return value?.k === 'call';
}

/** Whether a function's facts hold an element. */
function rendersElements({ module, fn }: Closure): boolean {
  const hasElement = (node: unknown): boolean => node !== null && typeof node === 'object' && (('k' in node && node.k === 'jsx') || Object.values(node).some(hasElement));
  return hasElement(module.facts.functions[fn]?.body);
}
