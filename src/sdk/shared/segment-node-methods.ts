/** Methods of server clients that take one message object, as Segment's do. */
import type { GroupSlot, Method, Signature } from '../types.ts';

interface Options {
  /** Whether a `groupId` beside `event` is sent along; some clients drop the keys that they do not know. */
  readonly keepsGroupId: boolean;
}

const CONTEXT: readonly GroupSlot[] = [
  { at: '0.context.groupId', form: 'id' },
  { at: '0.context.account_id', form: 'id' },
  { at: '0.integrations.Amplitude.groups', form: 'map' },
  { at: '0.integrations.Actions Amplitude.groups', form: 'map' },
];

export function messageMethods({ keepsGroupId }: Options): Readonly<Record<string, Method>> {
  const groups: readonly GroupSlot[] = keepsGroupId ? [...CONTEXT, { at: '0.groupId', form: 'id' }] : CONTEXT;
  return {
    track: message({ kind: 'track', name: '0.event', properties: '0.properties', groups }),
    page: view('page', groups),
    screen: view('screen', groups),
    identify: message({ kind: 'identify', traits: '0.traits', groups }),
    group: message({ kind: 'group', groupId: '0.groupId', traits: '0.traits' }),
    alias: { signatures: [{ kind: 'alias', userId: '0.userId' }], returns: 'client' },
    flush: { callbacks: { '0': [] } },
    closeAndFlush: {},
    register: {},
    deregister: {},
    on: { callbacks: { '1': [] }, returns: 'client' },
    once: { callbacks: { '1': [] }, returns: 'client' },
  };
}

/** A call is made for a known user or for an anonymous one. */
function message(signature: Signature): Method {
  return {
    signatures: [
      { ...signature, when: { ...signature.when, '0.userId': 'present' }, userId: '0.userId' },
      { ...signature, when: { ...signature.when, '0.anonymousId': 'present' }, userId: '0.anonymousId' },
      { ...signature, userId: '0.userId' },
    ],
    callbacks: { '1': [{}] },
    returns: 'client',
  };
}

function view(kind: 'page' | 'screen', groups: readonly GroupSlot[]): Method {
  const signature: Signature = { kind, properties: '0.properties', groups };
  const withName = message({ ...signature, name: '0.name', when: { '0.name': 'present' } });
  return { ...withName, signatures: [...(withName.signatures ?? []), ...(message(signature).signatures ?? [])] };
}

export const segmentNodeHint = '`context: { groupId: ID }` in the message, beside `event`';
