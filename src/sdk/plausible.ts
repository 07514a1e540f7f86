import type { Method, Sdk } from './types.ts';

const event: Method = {
  signatures: [
    { kind: 'page', when: { '0': { is: 'pageview' } }, properties: '1.props' },
    { kind: 'track', name: '0', properties: '1.props' },
  ],
};

export const sdk: Sdk = {
  id: 'plausible',
  title: 'Plausible',
  runtime: 'client',
  groupState: 'none',
  modules: [
    { specifiers: ['@plausible-analytics/tracker'], exports: {}, namespace: { methods: { track: event, init: {} } } },
    { specifiers: ['next-plausible'], exports: { usePlausible: { call: 'client' } } },
    { specifiers: ['plausible-tracker'], exports: { default: { call: { methods: { trackEvent: event, trackPageview: { signatures: [{ kind: 'page' }] } } } } } },
  ],
  globals: ['plausible'],
  client: { methods: {}, call: event },
  groupContextHint: '`account_id: ID` among the `props`',
};
