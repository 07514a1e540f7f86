import type { Method, Sdk, Shape, Signature } from './types.ts';

/** Advertising conversions are no product events; a call that sets nothing takes them out. */
const conversion: Signature = { kind: 'context', when: { '0': { is: 'event' }, '1': { is: 'conversion' } } };

const command: Method = {
  signatures: [
    conversion,
    { kind: 'page', when: { '0': { is: 'event' }, '1': { is: 'page_view' } }, name: '1', properties: '2' },
    { kind: 'track', when: { '0': { is: 'event' } }, name: '1', properties: '2' },
    { kind: 'identify', when: { '0': { is: 'set' }, '1.user_id': 'present' }, userId: '1.user_id' },
    { kind: 'identify', when: { '0': { is: 'config' }, '2.user_id': 'present' }, userId: '2.user_id' },
  ],
};

const event: Method = {
  signatures: [
    { kind: 'track', when: { '0': 'string' }, name: '0', properties: '1' },
    { kind: 'track', when: { '0': 'object' }, name: '0.action', properties: '0' },
  ],
};

const tracker: Shape = {
  methods: {
    event,
    send: {
      signatures: [
        { kind: 'page', when: { '0.hitType': { is: 'pageview' }, '0.page': 'present' }, name: '0.page' },
        { kind: 'page', when: { '0.hitType': { is: 'pageview' } } },
      ],
    },
    pageview: { signatures: [{ kind: 'page', name: '0' }] },
    set: { signatures: [{ kind: 'identify', when: { '0.userId': 'present' }, userId: '0.userId' }, { kind: 'identify', when: { '0.user_id': 'present' }, userId: '0.user_id' }] },
    initialize: {},
  },
};

/** Google Analytics knows no groups; `groups` among the parameters routes events to tags. */
export const sdk: Sdk = {
  id: 'google-analytics',
  title: 'Google Analytics',
  runtime: 'client',
  groupState: 'none',
  modules: [
    { specifiers: ['react-ga4', 'react-ga'], exports: { default: tracker, ReactGAImplementation: { new: tracker } }, namespace: tracker },
    { specifiers: ['vue-gtag', 'nextjs-google-analytics'], exports: {}, namespace: { methods: { event, pageview: {} } } },
    { specifiers: ['@next/third-parties/google'], exports: { sendGAEvent: 'client' } },
  ],
  globals: ['gtag'],
  client: { methods: {}, call: command },
  reserved: ['send_to', 'groups', 'event_callback', 'event_timeout'],
  groupContextHint: '`account_id: ID` among the parameters',
};
