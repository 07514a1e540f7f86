/** Declared wrappers in the vocabulary of the SDK catalogue: each is a client that can be called. */
import type { ArgPath, GroupSlot, Method, Sdk, Shape, Signature, Wrapper } from '../../sdk/types.ts';

/** A wrapper and where it is declared, in words: `tracklint.config.json:12`. */
export interface Declaration {
  readonly wrapper: Wrapper;
  readonly declaredAt: string;
}

/** What a wrapper that sends to no SDK is listed with, where the configuration gives no name. */
const SINK = 'own';

/** What clients of remote procedures put around a procedure. */
const REMOTE: Readonly<Record<string, Shape>> = { mutate: 'client', mutateAsync: 'client', query: 'client', call: 'client' };
const MUTATION: Shape = { members: REMOTE };
const REMOTE_METHODS: Readonly<Record<string, Method>> = {
  useMutation: { returns: MUTATION },
  mutationOptions: { returns: { members: { mutationFn: 'client' } } },
};

/** The SDK that stands for a wrapper. */
export function wrapperSdk(wrapper: Wrapper): Sdk {
  const { batch, sdks = [], sink = SINK } = wrapper;
  const call: Method = { signatures: [signatureOf(wrapper)], ...(batch !== undefined && { batch: String(batch) }) };
  return {
    id: sink, title: `the own pipeline \`${sink}\``, runtime: 'client', groupState: 'none', modules: [],
    client: { methods: REMOTE_METHODS, members: REMOTE, call },
    ...(sdks.length > 0 && { sendsTo: sdks }),
    groupContextHint: hintOf(wrapper),
  };
}

/** The sinks that wrappers send to, for rules and messages: one for each id. Those that take a group go first. */
export function sinkSdks(wrappers: readonly Wrapper[]): Sdk[] {
  const sinks = wrappers.filter(({ sdks = [] }) => sdks.length === 0).sort((a, b) => (b.groups?.length ?? 0) - (a.groups?.length ?? 0));
  return [...new Map(sinks.map(wrapperSdk).reverse().map((sdk) => [sdk.id, sdk])).values()];
}

/** What a wrapper is called by, for people. */
export function wrapperText({ name, member, import: from }: Wrapper): string {
  return from ? `${from.name} of ${from.from}` : (member ?? name ?? '');
}

/** The last of the names by which a wrapper is called. */
export function wrapperName({ name, member, import: from }: Wrapper): string {
  const last = (from?.name ?? member ?? name ?? '').split('.').at(-1) ?? '';
  return last === 'default' ? '' : last;
}

function signatureOf({ kind = 'track', prefix, suffix, adds, ...at }: Wrapper): Signature {
  return {
    kind,
    ...place('name', at.event), ...place('properties', at.properties), ...place('traits', at.traits), ...place('userId', at.userId),
    ...place('groupType', at.groupType), ...place('groupId', at.groupId),
    ...(at.groups && at.groups.length > 0 && { groups: at.groups.map(({ at: path, level, form = 'id' }): GroupSlot => ({ at: String(path), form, ...(level !== undefined && { level }) })) }),
    ...(prefix !== undefined && { prefix }), ...(suffix !== undefined && { suffix }), ...(adds && { adds }),
  };
}

function place<Key extends keyof Signature>(key: Key, path: ArgPath | number | undefined): Partial<Record<Key, ArgPath>> {
  return path === undefined ? {} : ({ [key]: String(path) } as Record<Key, ArgPath>);
}

function hintOf({ groups = [] }: Wrapper): string {
  const [slot] = groups;
  if (!slot) return 'a group';
  const [index = '', ...keys] = String(slot.at).split('.');
  const value = slot.form === 'map' ? '{ LEVEL: ID }' : 'ID';
  return `\`${keys.reduceRight((inner, key) => `{ ${key}: ${inner} }`, value)}\` as argument ${String(Number(index) + 1)}`;
}
