/** What an SDK's catalogue entry lets rules say of it: whether it knows groups, and how its group call is written. */
import type { ArgPath, Method, Sdk, Shape, Signature } from '../sdk/types.ts';
import type { CallKind } from './rule.ts';
import { idVariable } from './wording.ts';

/** Whether the SDK has a call that establishes a group. */
export function hasGroupCall(sdk: Sdk | undefined): sdk is Sdk {
  return sdk !== undefined && signaturesOf(sdk).some(({ kind }) => kind === 'group');
}

/** Whether an event of the SDK can have a group at all: from its own arguments or from a group call. */
export function knowsGroups(sdk: Sdk | undefined): sdk is Sdk {
  return sdk !== undefined && signaturesOf(sdk).some(({ kind, groups }) => kind === 'group' || (kind === 'track' && groups !== undefined));
}

/** Whether the SDK's track call takes properties. Of a pipeline of the product's own it is not known. */
export function takesProperties(sdk: Sdk | undefined): boolean {
  return sdk !== undefined && signaturesOf(sdk).some(({ kind, properties }) => kind === 'track' && properties !== undefined);
}

/** Whether the SDK has a call of a kind that takes traits. */
export function takesTraits(sdk: Sdk | undefined, kind: 'identify' | 'group'): sdk is Sdk {
  return sdk !== undefined && signaturesOf(sdk).some((signature) => signature.kind === kind && signature.traits !== undefined);
}

/** Whether the SDK's calls of a kind say whose they are. */
export function takesUserId(sdk: Sdk | undefined, kind: CallKind): boolean {
  return sdk !== undefined && signaturesOf(sdk).some((signature) => signature.kind === kind && signature.userId !== undefined);
}

/** Where the SDK's calls of a kind take the user's id, in words: `distinctId` in the message. */
export function userIdText(sdk: Sdk, kind: CallKind): string {
  const path = signaturesOf(sdk).find((signature) => signature.kind === kind && signature.userId !== undefined)?.userId ?? '0';
  const [index = '0', ...keys] = path.split('.');
  const key = keys.at(-1);
  if (key === undefined) return `the user's id as the ${ORDINALS[Number(index)] ?? 'last'} argument`;
  if (keys.length > 1) return `\`${key}\` in \`${keys.slice(0, -1).join('.')}\``;
  return index === '0' ? `\`${key}\` in the message` : `\`${key}\` in the ${ORDINALS[Number(index)] ?? 'last'} argument`;
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** A group call in the SDK's own form, e.g. `groupIdentify({ groupType: 'account', groupKey: accountId })`. */
export function groupCallText(sdk: Sdk, level: string): string {
  const found = groupSignature(sdk);
  if (!found) return 'group()';
  const [name, signature] = found;
  const args: Tree = {};
  if (sdk.runtime === 'server' && signature.userId !== undefined) put(args, signature.userId, 'userId');
  if (signature.groupType !== undefined) put(args, signature.groupType, `'${level}'`);
  if (signature.groupId !== undefined) put(args, signature.groupId, idVariable(level));
  return `${name}(${argumentsText(args)})`;
}

/** The SDK's call that forgets who was identified, e.g. `reset()`; null where it has none. */
export function resetCallText(sdk: Sdk): string | null {
  const found = methodsOf(sdk).find(([, { signatures = [] }]) => signatures.some(({ kind, when }) => kind === 'reset' && when === undefined));
  return found ? `${found[0]}()` : null;
}

/** How the SDK takes a group in a track call, for one level. */
export function groupContextText(sdk: Sdk, level: string): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(level) ? level : `'${level}'`;
  return sdk.groupContextHint.replace(/\bLEVEL(?=:)/g, key).replace(/\bLEVEL\b/g, `'${level}'`).replace(/\bID\b/g, idVariable(level));
}

/** Whether the SDK's group call names the level in an argument of its own; else the trait `group_type` has to. */
export function namesLevel(sdk: Sdk): boolean {
  return groupSignature(sdk)?.[1].groupType !== undefined;
}

/** The method that people know as the SDK's group call: it does nothing else. */
function groupSignature(sdk: Sdk): [string, Signature] | undefined {
  for (const [name, { signatures = [] }] of methodsOf(sdk)) {
    const signature = signatures.find(({ groupId, groupType }) => groupId !== undefined && !`${groupId}${groupType ?? ''}`.includes('^'));
    if (signature && signatures.every(({ kind }) => kind === 'group')) return [name, signature];
  }
  return undefined;
}

function signaturesOf(sdk: Sdk): Signature[] {
  return methodsOf(sdk).flatMap(([, method]) => method.signatures ?? []);
}

/** Methods of the client and of what hangs on it, named from the client on; calling the client itself has no name. */
function methodsOf({ client }: Sdk): [string, Method][] {
  const own = Object.entries(client.methods).flatMap(([name, method]): [string, Method][] => [[name, method], ...methodsOfShape(method.returns, `${name}().`)]);
  const called: [string, Method][] = client.call ? [['', client.call]] : [];
  return [...own, ...called, ...Object.entries(client.members ?? {}).flatMap(([name, shape]) => methodsOfShape(shape, `${name}.`))];
}

function methodsOfShape(shape: Shape | undefined, prefix: string): [string, Method][] {
  if (shape === undefined || shape === 'client') return [];
  const own = Object.entries(shape.methods ?? {}).map(([name, method]): [string, Method] => [`${prefix}${name}`, method]);
  return [...own, ...Object.entries(shape.members ?? {}).flatMap(([name, member]) => methodsOfShape(member, `${prefix}${name}.`))];
}

interface Tree {
  [key: string]: string | Tree;
}

function put(tree: Tree, path: ArgPath, text: string): void {
  if (path.startsWith('=')) return;
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  let at = tree;
  for (const key of keys) {
    const next = at[key];
    at = typeof next === 'object' ? next : (at[key] = {});
  }
  at[last] = text;
}

function argumentsText(args: Tree): string {
  const indices = Object.keys(args).map(Number);
  return Array.from({ length: Math.max(-1, ...indices) + 1 }, (_, index) => treeText(args[String(index)] ?? 'undefined')).join(', ');
}

function treeText(tree: string | Tree): string {
  if (typeof tree === 'string') return tree;
  return `{ ${Object.entries(tree).map(([key, value]) => (key === value ? key : `${key}: ${treeText(value)}`)).join(', ')} }`;
}
