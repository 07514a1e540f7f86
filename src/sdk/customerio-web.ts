import { segmentWebHint, segmentWebMethods } from './shared/segment-web-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'customerio-web',
  title: 'Customer.io (browser)',
  runtime: 'client',
  groupState: 'none',
  modules: [
    {
      specifiers: ['@customerio/cdp-analytics-browser'],
      exports: { AnalyticsBrowser: { new: 'client', methods: { load: { returns: 'client' }, standalone: { returns: 'client' } } }, Analytics: { new: 'client' } },
    },
  ],
  globals: ['cioanalytics'],
  client: { methods: segmentWebMethods, members: { instance: 'client' }, push: true },
  groupContextHint: segmentWebHint,
};
