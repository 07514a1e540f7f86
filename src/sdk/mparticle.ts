import type { Sdk, Signature } from './types.ts';

const login: Signature = { kind: 'identify', when: { '0.userIdentities.customerid': 'present' }, userId: '0.userIdentities.customerid', traits: '0.userIdentities' };
const user = { methods: { setUserAttributes: { signatures: [{ kind: 'identify', traits: '0' }] }, setUserAttribute: {}, removeUserAttribute: {}, getUserIdentities: {} } } as const;

export const sdk: Sdk = {
  id: 'mparticle',
  title: 'mParticle',
  runtime: 'client',
  groupState: 'none',
  modules: [{ specifiers: ['@mparticle/web-sdk'], exports: { default: 'client' }, namespace: 'client' }],
  globals: ['mParticle'],
  client: {
    methods: {
      init: {},
      logEvent: { signatures: [{ kind: 'track', name: '0', properties: '2' }] },
      logBaseEvent: { signatures: [{ kind: 'track', name: '0.name', properties: '0.data' }] },
      logLink: { signatures: [{ kind: 'track', name: '1', properties: '3' }] },
      logForm: { signatures: [{ kind: 'track', name: '1', properties: '3' }] },
      logPageView: { signatures: [{ kind: 'page', when: { '0': 'string' }, name: '0', properties: '1' }, { kind: 'page' }] },
      ready: { callbacks: { '0': [] } },
      upload: {},
    },
    members: {
      Identity: {
        methods: {
          login: { signatures: [login], callbacks: { '1': [{}] } },
          identify: { signatures: [login], callbacks: { '1': [{}] } },
          modify: { signatures: [login], callbacks: { '1': [{}] } },
          logout: { signatures: [{ kind: 'reset' }], callbacks: { '1': [{}] } },
          getCurrentUser: { returns: user },
        },
      },
    },
  },
  groupContextHint: '`account_id: ID` among the attributes',
};
