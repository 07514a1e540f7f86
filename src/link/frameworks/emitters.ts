/** Event emitters: what is emitted under a name goes to the functions that listen to it, wherever they do. */
import { carriesSdk } from '../program/effectful.ts';
import { callback } from '../evaluate/invoke.ts';
import { functionKey, type CallSite, type Machine } from '../evaluate/machine.ts';
import { forced, type Value } from '../values/value.ts';

const LISTENS = new Set(['on', 'once', 'addListener']);
/** What is emitted may reach whoever listens, wherever that is. */
export const EMITS = 'emit';
const LISTENER = 'listener:';
const EMITTER = 'emitter:';

/** Whether a call may be one of an emitter that matters: of one that is listened to, or that something known is emitted to. */
export function mayBeEmitter(m: Machine, method: string, [name]: readonly Value[]): boolean {
  return name?.k === 'literal' && (LISTENS.has(method) || (method === EMITS && listeners(m, name).length > 0));
}

/** Notes who listens to an emitter, and calls those that reach an SDK. Emitters come from outside the program: they are told by their methods. */
export function callEmitter(m: Machine, receiver: Value, method: string, args: readonly Value[], site: CallSite): void {
  const [name, listener] = args;
  if (!name || !mayBeEmitter(m, method, args) || !['unknown', 'external', 'sym'].includes(receiver.k)) return;
  m.decorations.set(EMITTER + site.place.file, name);
  if (method === EMITS) for (const one of listeners(m, name)) callback(m, one, args.slice(1), site);
  else for (const one of listener ? forced(listener) : []) listen(m, name, one);
}

/** Files in which something that reaches an SDK listens to an emitter, or something is emitted to it. */
export function emitterFiles(m: Machine): string[] {
  return [...m.decorations].flatMap(([key, name]) => (key.startsWith(EMITTER) && listeners(m, name).length > 0 ? [key.slice(EMITTER.length)] : []));
}

function listen(m: Machine, name: Value, listener: Value): void {
  if (listener.k === 'closure') m.decorations.set(keyOf(name) + functionKey(listener.module, listener.fn), listener);
  // A parameter that listens is called sometime: what a caller gives matters.
  if (listener.k === 'sym') m.summaries.get(functionKey(listener.frame.module, listener.frame.fn))?.calls.add((listener.path[0] === '' ? listener.path[1] : listener.path[0]) ?? '');
}

function listeners(m: Machine, name: Value): Value[] {
  const key = keyOf(name);
  return [...m.decorations].flatMap(([known, one]) => (known.startsWith(key) && carriesSdk(m, one) ? [one] : []));
}

function keyOf(name: Value): string {
  return `${LISTENER}${name.k === 'literal' ? String(name.value) : ''}\0`;
}
