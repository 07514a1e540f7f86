/** Code that is given to a client and may put groups on the events that it sends. */
import type { Machine } from '../evaluate/machine.ts';
import { forced, type Value } from '../values/value.ts';

const GROUPS = /group|account|company|organi[sz]ation|workspace|tenant|team/i;
const DEEPEST = 2;

/** Whether functions of the program that a value holds speak of groups: what they do with them is not followed. */
export function mentionsGroups(m: Machine, value: Value, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  return forced(value).some((one) => {
    if (one.k === 'closure') return GROUPS.test(m.source({ file: one.module.path, at: one.module.facts.functions[one.fn]?.at ?? [0, 0] }));
    if (one.k === 'instance') return GROUPS.test(m.source({ file: one.of.module.path, at: one.of.module.facts.classes[one.of.cls]?.at ?? [0, 0] }));
    return one.k === 'object' && [...one.store.values()].some((part) => mentionsGroups(m, part, depth + 1));
  });
}
