/** Methods of the clients built on PostHog's core: React Native and lite. Groups passed once stay for later events. */
import type { GroupSlot, Method } from '../types.ts';
import { captures } from './posthog-events.ts';

const PROPERTIES: readonly GroupSlot[] = [{ at: '1.$groups', form: 'map' }];

export const posthogCoreMethods: Readonly<Record<string, Method>> = {
  group: { signatures: [{ kind: 'group', groupType: '0', groupId: '1', traits: '2' }] },
  capture: { signatures: captures({ name: '0', properties: '1', groups: PROPERTIES }) },
  identify: {
    signatures: [
      { kind: 'identify', when: { '1.$set': 'present' }, userId: '0', traits: '1.$set', groups: PROPERTIES },
      { kind: 'identify', userId: '0', traits: '1', groups: PROPERTIES },
    ],
  },
  setPersonProperties: { signatures: [{ kind: 'identify', traits: '0' }] },
  groups: { signatures: [{ kind: 'group', groups: [{ at: '0', form: 'map' }] }] },
  groupIdentify: { signatures: [{ kind: 'group', groupType: '0', groupId: '1', traits: '2', attaches: false }] },
  alias: { signatures: [{ kind: 'alias', userId: '0' }] },
  register: { signatures: [{ kind: 'context', properties: '0', groups: [{ at: '0.$groups', form: 'map' }] }] },
  reset: { signatures: [{ kind: 'reset' }] },
  unregister: {},
  captureException: {},
  flush: {},
  optIn: {},
  optOut: {},
};

export const posthogCoreHint = '`$groups: { LEVEL: ID }` among the properties, or call `posthog.group(LEVEL, ID)` before';
