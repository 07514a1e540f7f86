/** Members that a program adds to objects of its frameworks, and values that it provides under a key. */
import { isGlobalObject } from '../sdk-calls/catalogue.ts';
import { bindingValue } from '../evaluate/bindings.ts';
import type { Machine } from '../evaluate/machine.ts';
import { member } from '../evaluate/members.ts';
import type { Module } from '../program/modules.ts';
import { valueOfType } from '../values/types.ts';
import { alternatives, forced, join, literal, UNDEFINED, type Place, type Value } from '../values/value.ts';

const MEMBER = 'member:';
const PROVIDED = 'provided:';

/** Methods that add the member that their first argument names, and what the framework puts before its name. */
const DECORATORS: Readonly<Record<string, string>> = { decorate: '', decorateRequest: '', decorateReply: '', provide: '$' };

/** Members that hold anything, whatever they are members of. */
const HOLDERS = new Set(['current', 'value', '*']);

/** Objects of frameworks that exist for programs to put things on. */
const SHARED = new Set(['locals', 'globalProperties', 'context', 'state']);

/** `app.decorate('analytics', client)`, `nuxtApp.provide('track', track)`, `app.provide(key, tracker)`. */
export function noteDecoratorCall(m: Machine, receiver: Value, method: string, args: readonly Value[]): void {
  const prefix = Object.hasOwn(DECORATORS, method) ? DECORATORS[method] : undefined;
  const [key, value] = args;
  if (prefix === undefined || !key || !value || !isForeign(receiver)) return;
  if (key.k === 'literal') noteMember(m, prefix + String(key.value), value);
  if (method === 'provide') note(m, providedKey(key), value);
}

/** `request.track = …`, `app.locals.analytics = …`, `app.config.globalProperties.$track = …`. */
export function noteAssignedMember(m: Machine, receiver: Value, holder: string, name: string, value: Value): void {
  const isGlobal = receiver.k === 'external' && receiver.from === 'global' && receiver.path.length === 1 && isGlobalObject(receiver.path[0] ?? '');
  const isShared = isForeign(receiver) && SHARED.has(holder);
  if ((receiver.k === 'sym' || isGlobal || isShared) && !HOLDERS.has(name)) noteMember(m, name, value);
}

/** What the program declares for the types of its frameworks: `interface FastifyInstance { analytics: Analytics }`. */
export function noteDeclaredMembers(m: Machine, module: Module): void {
  for (const [name, ref] of Object.entries(module.facts.augments)) {
    const value = ref.k === 'typeof' && ref.binding !== null ? ref.path.reduce((whole: Value, key) => member(m, whole, key), bindingValue(m, ref.binding, module.frame)) : valueOfType(m, { module, ref });
    if (value) noteMember(m, name, value);
  }
}

/** What Nuxt's plugins return: `{ provide: { track } }`. */
export function noteProvidedMembers(m: Machine, plugin: Value): void {
  for (const one of forced(plugin)) {
    const provided = one.k === 'object' ? one.store.get('provide') : undefined;
    for (const members of provided ? forced(provided) : []) if (members.k === 'object') for (const [name, value] of members.store) noteMember(m, `$${name}`, value);
  }
}

/** A member of a value of which nothing is known, where a way to an SDK was added to some object under its name. */
export function decoratedMember(m: Machine, name: string): Value | null {
  return m.methods.has(MEMBER + name) ? (m.decorations.get(MEMBER + name) ?? null) : null;
}

/** What was provided under a key; null where nothing was seen. */
export function providedValue(m: Machine, key: Value): Value | null {
  return m.decorations.get(providedKey(key)) ?? null;
}

/** Marks the members that turn out to be ways to an SDK; gives texts that their use in other files must contain. */
export function confirmDecorations(m: Machine, isWay: (value: Value) => boolean): string[] {
  return [...m.decorations].flatMap(([key, value]) => {
    if (m.methods.has(key) || !isWay(value)) return [];
    m.methods.add(key);
    if (key.startsWith(PROVIDED)) return keyNames(m, key.slice(PROVIDED.length));
    const name = key.slice(MEMBER.length);
    m.methods.add(name);
    return [name.startsWith('$') ? name : `.${name}`];
  });
}

/** How files that ask for what is provided under a key write it. */
function keyNames(m: Machine, key: string): string[] {
  const [, file = '', offset = ''] = /^Symbol\((.*):(\d+)\)$/.exec(key) ?? [];
  const module = file === '' ? null : m.modules.load(file);
  if (!module) return [`'${key}'`, `"${key}"`];
  return [...module.declarations].flatMap(([index, { value }]) => (value?.at[0] === Number(offset) ? [module.facts.bindings[index]?.name ?? ''] : [])).filter((name) => name !== '');
}

function noteMember(m: Machine, name: string, value: Value): void {
  if (alternatives(value).some((one) => ['closure', 'sdk', 'instance', 'object', 'method', 'lazy'].includes(one.k))) note(m, MEMBER + name, value);
}

function note(m: Machine, key: string, value: Value): void {
  const before = m.decorations.get(key);
  m.decorations.set(key, before ? join([before, value]) : value);
}

/** Objects of a framework: parameters, and what packages make. */
function isForeign(receiver: Value): boolean {
  return ['sym', 'unknown', 'external'].includes(receiver.k);
}

/** Keys are texts, or symbols, told apart by where they are made. */
function providedKey(key: Value): string {
  const [one = UNDEFINED] = forced(key);
  return PROVIDED + (one.k === 'literal' ? String(one.value) : one.at ? placeText(one.at) : '?');
}

/** `Symbol(…)`: a text that no other expression gives. */
export function symbolMadeAt(place: Place): Value {
  return literal(`Symbol(${placeText(place)})`);
}

function placeText({ file, at }: Place): string {
  return `${file}:${String(at[0])}`;
}
