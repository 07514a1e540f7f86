import type { Method, Sdk } from './types.ts';

const options: Method['signatures'] = [
  { kind: 'identify', when: { '0.visitor.id': 'present' }, userId: '0.visitor.id', traits: '0.visitor', groups: [{ at: '0.account.id', form: 'id' }] },
];

/** The account that the visitor was initialised with is sent with every event. */
export const sdk: Sdk = {
  id: 'pendo',
  title: 'Pendo',
  runtime: 'client',
  groupState: 'attached',
  modules: [{ specifiers: ['@pendo/agent'], exports: {}, namespace: 'client' }],
  globals: ['pendo'],
  client: {
    methods: {
      initialize: { signatures: options, returns: 'client' },
      identify: { signatures: [{ kind: 'identify', when: { '0': 'string' }, userId: '0', groups: [{ at: '1', form: 'id' }] }, ...options] },
      updateOptions: { signatures: options },
      track: { signatures: [{ kind: 'track', name: '0', properties: '1' }] },
      clearSession: { signatures: [{ kind: 'reset' }] },
      trackAgent: {},
    },
  },
  groupContextHint: '`account: { id: ID }` to `pendo.initialize`',
};
