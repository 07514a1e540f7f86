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
  ignoresGroupsAt: ['1.groupId', '1.group_id', '1.$groups', '0.properties.groupId', '0.properties.group_id', '2.groups', '2.$groups'],
  groupContextHint: segmentWebHint,
};
