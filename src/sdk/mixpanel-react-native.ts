import { groupsInProperties, mixpanelHint, mixpanelReserved, setter } from './shared/mixpanel-methods.ts';
import type { Method, Sdk, Signature } from './types.ts';

const event: Signature = { kind: 'track', name: '0', properties: '1', groups: groupsInProperties(1) };
const joinGroup: Method = { signatures: [{ kind: 'group', groupType: '0', groupId: '1' }] };
const groupTraits = setter({ kind: 'group', groupType: '^0', groupId: '^1', attaches: false }, 0);
const userTraits = setter({ kind: 'identify' }, 0);
const superProperties: Method = { signatures: [{ kind: 'context', properties: '0', groups: groupsInProperties(0) }] };

export const sdk: Sdk = {
  id: 'mixpanel-react-native',
  title: 'Mixpanel (React Native)',
  runtime: 'client',
  groupState: 'attached',
  modules: [{ specifiers: ['mixpanel-react-native'], exports: { Mixpanel: { new: 'client', methods: { init: { returns: 'client' } } }, default: { new: 'client' } } }],
  client: {
    methods: {
      init: {},
      track: { signatures: [event] },
      trackWithGroups: { signatures: [{ ...event, groups: [...groupsInProperties(1), { at: '2', form: 'map' }] }] },
      identify: { signatures: [{ kind: 'identify', userId: '0' }] },
      setGroup: joinGroup,
      addGroup: joinGroup,
      removeGroup: {},
      deleteGroup: {},
      getGroup: { returns: { methods: { set: groupTraits, setOnce: groupTraits, unset: {}, remove: {}, union: {} } } },
      getPeople: { returns: { methods: { set: userTraits, setOnce: userTraits, increment: {}, append: {}, union: {}, remove: {}, unset: {} } } },
      registerSuperProperties: superProperties,
      registerSuperPropertiesOnce: superProperties,
      unregisterSuperProperty: {},
      alias: { signatures: [{ kind: 'alias', userId: '0' }] },
      reset: { signatures: [{ kind: 'reset' }] },
      timeEvent: {},
      flush: {},
    },
  },
  reserved: mixpanelReserved,
  groupKeysAreProperties: true,
  ignoresGroupsAt: ['1.groups', '2.groups', '2.$groups', '2.context.groupId'],
  groupContextHint: mixpanelHint,
};
