/** Lists that one function fills and another empties: what the second sends, the callers of the first decide. */
import type { Frame } from '../evaluate/frame.ts';
import { functionKey, type Machine } from '../evaluate/machine.ts';
import { summarize } from '../evaluate/summarize.ts';
import type { Closure, Store } from '../values/value.ts';

/** Functions that found a list empty, by list. */
const READERS = new WeakMap<Store, Closure>();

/** Notes that a function reads a list in which nothing is yet. */
export function noteReader(list: Store, frame: Frame): void {
  const reader = ownerOf(frame);
  if (list.size === 0 && reader) READERS.set(list, reader);
}

/** Once something is in a list, the function that has read it in vain is evaluated again. */
export function wakeReader(m: Machine, list: Store, frame: Frame): void {
  const reader = READERS.get(list);
  const filler = ownerOf(frame);
  if (!reader || !filler || (reader.module === filler.module && reader.fn === filler.fn)) return;
  READERS.delete(list);
  const key = functionKey(reader.module, reader.fn);
  if (m.summaries.get(key)?.state !== 'done') return;
  m.summaries.delete(key);
  summarize(m, reader.module, reader.fn, reader.self, reader.env);
}

/** Notes that a function sends what another one, which does not call it, has been given. */
export function noteRelease(m: Machine, given: Frame, sending: Frame): void {
  const summary = m.summaries.get(functionKey(given.module, given.fn));
  const sender = ownerOf(sending);
  if (!summary || !sender || isUnderWay(given, sending)) return;
  if (!summary.releases.some(({ module, fn }) => module === sender.module && fn === sender.fn)) summary.releases.push(sender);
}

/** Whether a call of the function, or something made in one, is still being evaluated. */
function isUnderWay({ module, fn }: Frame, inner: Frame): boolean {
  for (let at: Frame | null = inner; at; at = at.caller) for (let around: Frame | null = at; around; around = around.parent) if (around.fn === fn && around.module === module) return true;
  return false;
}

/** The function, evaluated by itself, on whose behalf a frame is; null for a module's body. */
function ownerOf(frame: Frame): Closure | null {
  let at = frame;
  while (at.caller) at = at.caller;
  return at.fn === 0 ? null : { k: 'closure', module: at.module, fn: at.fn, env: at.parent ?? at.module.frame, self: at.self, bound: [] };
}
