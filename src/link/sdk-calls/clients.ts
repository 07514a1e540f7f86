/** Generated clients, such as Typewriter's and Avo's: what their functions send, whoever calls them sends. */
import type { Site } from '../claims/claims.ts';
import type { Effect } from './effect.ts';
import type { Frame } from '../evaluate/frame.ts';
import { functionKey, type Machine } from '../evaluate/machine.ts';
import type { Value } from '../values/value.ts';

/** The call by which product code entered the client; null where none is known, or where it says nothing of the effect. */
export function outOfClient(m: Machine, effect: Effect, decider: Value | null, found: Site): Site | null {
  let { site, frame } = found;
  while (frame.fn !== 0 && frame.module.facts.isClient) {
    if (!frame.caller || !frame.call) {
      const summary = m.summaries.get(functionKey(frame.module, frame.fn));
      if (summary) summary.open = true;
      return null;
    }
    site = frame.call;
    frame = frame.caller;
  }
  if (site === found.site) return found;
  const says = decider?.k !== 'unknown' || (!effect.name && !passesUnseenCode(effect.frame, frame));
  return says ? { site, frame, isData: false } : null;
}

/** Whether a function on the way was handed to code that is not seen, such as a list of middleware. */
function passesUnseenCode(inner: Frame, outer: Frame): boolean {
  for (let at: Frame | null = inner; at && at !== outer; at = at.caller)
    if (at.call?.file === at.module.path && at.call.at[0] === at.module.facts.functions[at.fn]?.at[0]) return true;
  return false;
}
