import { groupsInProperties, mixpanelHint, mixpanelReserved, partialUpdates, setter } from './shared/mixpanel-methods.ts';
import type { Method, Sdk, Signature } from './types.ts';

const event: Signature = { kind: 'track', name: '0', properties: '1', groups: groupsInProperties(1) };
const joinGroup: Method = { signatures: [{ kind: 'group', groupType: '0', groupId: '1' }] };
const elements: Method = { signatures: [{ kind: 'track', name: '1', properties: '2', groups: groupsInProperties(2) }] };
const superProperties: Method = { signatures: [{ kind: 'context', properties: '0', groups: groupsInProperties(0) }] };
const groupTraits = setter({ kind: 'group', groupType: '^0', groupId: '^1', attaches: false }, 0);
const userTraits = setter({ kind: 'identify' }, 0);

export const sdk: Sdk = {
  id: 'mixpanel-browser',
  title: 'Mixpanel (browser)',
  runtime: 'client',
  groupState: 'attached',
  modules: [
    {
      specifiers: [
        'mixpanel-browser',
        'mixpanel-browser/src/loaders/loader-module',
        'mixpanel-browser/src/loaders/loader-module-core',
        'mixpanel-browser/src/loaders/loader-module-with-async-recorder',
        'mixpanel-browser/dist/mixpanel.module',
      ],
      exports: { default: 'client', Mixpanel: { new: 'client' }, OverridedMixpanel: { new: 'client' } },
      namespace: 'client',
    },
    { specifiers: ['react-mixpanel-browser'], exports: { useMixpanel: { call: 'client' } } },
  ],
  globals: ['mixpanel'],
  client: {
    methods: {
      init: { callbacks: { '1.loaded': ['client'] }, returns: 'client', registers: '2' },
      track: { signatures: [{ ...event, when: { '1': 'object' } }, { kind: 'track', when: { '1': 'function' }, name: '0' }, event] },
      track_with_groups: { signatures: [{ ...event, groups: [...groupsInProperties(1), { at: '2', form: 'map' }] }] },
      track_links: elements,
      track_forms: elements,
      track_pageview: {
        signatures: [
          { kind: 'page', when: { '1.event_name': 'present' }, name: '1.event_name', properties: '0', groups: groupsInProperties(0) },
          { kind: 'page', properties: '0', groups: groupsInProperties(0) },
        ],
      },
      identify: { signatures: [{ kind: 'identify', userId: '0' }] },
      set_group: joinGroup,
      add_group: joinGroup,
      remove_group: {},
      get_group: { returns: { methods: { ...partialUpdates, set: groupTraits, set_once: groupTraits } } },
      register: superProperties,
      register_once: superProperties,
      unregister: {},
      alias: { signatures: [{ kind: 'alias', userId: '0' }] },
      reset: { signatures: [{ kind: 'reset' }] },
      time_event: {},
      get_distinct_id: {},
      get_property: {},
      opt_in_tracking: {},
      opt_out_tracking: {},
      push: {},
    },
    members: { people: { methods: { ...partialUpdates, set: userTraits, set_once: userTraits } } },
    push: true,
  },
  reserved: mixpanelReserved,
  groupKeysAreProperties: true,
  ignoresGroupsAt: ['1.groups', '2.groups', '2.$groups', '2.context.groupId'],
  groupContextHint: mixpanelHint,
};
