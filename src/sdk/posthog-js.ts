import { captures, posthogReserved } from './shared/posthog-events.ts';
import type { Method, Sdk } from './types.ts';

const registers: Method = { signatures: [{ kind: 'context', properties: '0', groups: [{ at: '0.$groups', form: 'map' }] }] };
const setsPerson: Method = { signatures: [{ kind: 'identify', when: { '0': 'object' }, traits: '0' }] };
const hooks = {
  usePostHog: { call: 'client' },
  PostHogContext: { members: { client: 'client' } },
} as const;

export const sdk: Sdk = {
  id: 'posthog-js',
  title: 'PostHog (browser)',
  runtime: 'client',
  groupState: 'attached',
  modules: [
    {
      specifiers: [
        'posthog-js',
        'posthog-js/no-external',
        'posthog-js/full',
        'posthog-js/dist/module',
        'posthog-js/dist/module.full',
        'posthog-js/dist/module.no-external',
        'posthog-js/dist/module.full.no-external',
      ],
      exports: { default: 'client', posthog: 'client', PostHog: { new: 'client' }, PostHogInterface: { new: 'client' } },
      namespace: 'client',
    },
    { specifiers: ['posthog-js/react', 'posthog-js/react/slim', '@posthog/react', '@posthog/react/slim'], exports: hooks },
  ],
  globals: ['posthog'],
  client: {
    methods: {
      init: { callbacks: { '1.loaded': ['client'] }, enriches: '1.before_send', returns: 'client', registers: '2' },
      group: { signatures: [{ kind: 'group', groupType: '0', groupId: '1', traits: '2' }] },
      capture: { signatures: captures({ name: '0', properties: '1', groups: [{ at: '1.$groups', form: 'map' }] }) },
      identify: { signatures: [{ kind: 'identify', userId: '0', traits: '1', groups: [{ at: '1.$groups', form: 'map' }] }] },
      setPersonProperties: { signatures: [{ kind: 'identify', traits: '0' }] },
      resetGroups: {},
      getGroups: {},
      setGroupPropertiesForFlags: {},
      setPersonPropertiesForFlags: {},
      unsetPersonProperties: {},
      register: registers,
      register_once: registers,
      register_for_session: registers,
      unregister: {},
      alias: { signatures: [{ kind: 'alias', userId: '0' }] },
      reset: { signatures: [{ kind: 'reset' }] },
      captureException: {},
      onFeatureFlags: { callbacks: { '0': [{}, {}] } },
      push: {},
    },
    members: { people: { methods: { set: setsPerson, set_once: setsPerson } } },
    push: true,
  },
  reserved: posthogReserved,
  ignoresGroupsAt: ['1.groups', '2.groups', '2.$groups', '2.context.groupId'],
  groupContextHint: '`$groups: { LEVEL: ID }` among the properties, or call `posthog.group(LEVEL, ID)` before',
};
