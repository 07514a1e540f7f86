import type { Method, Sdk } from './types.ts';

/** The functions of the web package take the instance first. */
const modular: Readonly<Record<string, Method>> = {
  logEvent: { signatures: [{ kind: 'page', when: { '1': { is: 'page_view' } }, name: '1', properties: '2' }, { kind: 'track', name: '1', properties: '2' }] },
  setUserId: { signatures: [{ kind: 'identify', when: { '1': 'string' }, userId: '1' }, { kind: 'reset', when: { '1': 'absent' } }] },
  setUserProperties: { signatures: [{ kind: 'identify', traits: '1' }] },
  getAnalytics: { returns: 'client' },
  initializeAnalytics: { returns: 'client' },
};

export const sdk: Sdk = {
  id: 'firebase-analytics',
  title: 'Firebase Analytics',
  runtime: 'client',
  groupState: 'none',
  modules: [
    { specifiers: ['firebase/analytics', '@firebase/analytics'], exports: {}, namespace: { methods: modular } },
    { specifiers: ['@react-native-firebase/analytics'], exports: { default: { call: 'client' } }, namespace: { methods: modular } },
  ],
  client: {
    methods: {
      logEvent: { signatures: [{ kind: 'track', name: '0', properties: '1' }] },
      logScreenView: { signatures: [{ kind: 'screen', name: '0.screen_name', properties: '0' }] },
      setUserId: { signatures: [{ kind: 'identify', when: { '0': 'string' }, userId: '0' }, { kind: 'reset', when: { '0': 'absent' } }] },
      setUserProperties: { signatures: [{ kind: 'identify', traits: '0' }] },
      resetAnalyticsData: { signatures: [{ kind: 'reset' }] },
    },
  },
  groupContextHint: '`account_id: ID` among the parameters',
};
