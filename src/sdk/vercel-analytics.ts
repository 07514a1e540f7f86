import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'vercel-analytics',
  title: 'Vercel Web Analytics',
  runtime: 'client',
  groupState: 'none',
  modules: [
    {
      specifiers: ['/react', '/next', '/vue', '/nuxt', '/sveltekit', '/astro', '/remix', '/server', ''].map((path) => `@vercel/analytics${path}`),
      exports: {},
      namespace: 'client',
    },
  ],
  client: {
    methods: {
      track: { signatures: [{ kind: 'track', name: '0', properties: '1' }] },
      pageview: { signatures: [{ kind: 'page', when: { '0.path': 'present' }, name: '0.path' }, { kind: 'page' }] },
      inject: {},
    },
  },
  groupContextHint: '`account_id: ID` among the properties',
};
