import type { Method, Sdk, Shape, Signature } from './types.ts';

/** Settings say who writes in the messenger; of them only the company matters to events. */
function companyAt(first: number): Signature {
  const at = String(first);
  return {
    kind: 'context',
    groups: [
      { at: `${at}.company.company_id`, form: 'id' },
      { at: `${at}.company.companyId`, form: 'id' },
      { at: `${at}.company.id`, form: 'id' },
      { at: `${at}.companies`, form: 'ids' },
    ],
  };
}

const trackEvent: Method = { signatures: [{ kind: 'track', name: '0', properties: '1' }] };
const settings: Method = { signatures: [companyAt(0)] };
const messenger: Shape = { methods: { trackEvent, boot: settings, update: settings, shutdown: { signatures: [{ kind: 'reset' }] }, show: {}, hide: {} } };

export const sdk: Sdk = {
  id: 'intercom',
  title: 'Intercom',
  runtime: 'client',
  groupState: 'membership',
  modules: [
    { specifiers: ['@intercom/messenger-js-sdk'], exports: { default: 'client', Intercom: 'client' }, namespace: messenger },
    { specifiers: ['react-use-intercom'], exports: { useIntercom: { call: messenger } } },
  ],
  globals: ['Intercom'],
  client: {
    methods: {},
    call: {
      signatures: [
        { kind: 'track', when: { '0': { is: 'trackEvent' } }, name: '1', properties: '2' },
        { ...companyAt(1), when: { '0': { is: 'boot' } } },
        { ...companyAt(1), when: { '0': { is: 'update' } } },
        { kind: 'reset', when: { '0': { is: 'shutdown' } } },
        { ...companyAt(0), when: { '0': 'object' } },
      ],
    },
  },
  groupContextHint: '`company: { company_id: ID }` to the messenger\'s `boot` or `update`',
};
