import { segmentWebHint, segmentWebMethods } from './shared/segment-web-methods.ts';
import type { Sdk } from './types.ts';

export const sdk: Sdk = {
  id: 'hightouch-web',
  title: 'Hightouch Events (browser)',
  runtime: 'client',
  groupState: 'none',
  modules: [
    {
      specifiers: ['@ht-sdks/events-sdk-js-browser'],
      exports: { HtEventsBrowser: { new: 'client', methods: { load: { returns: 'client' }, standalone: { returns: 'client' } } }, Analytics: { new: 'client' } },
    },
  ],
  globals: ['htevents'],
  client: { methods: { ...segmentWebMethods, startSession: {}, endSession: {}, getSessionId: {} }, push: true },
  ignoresGroupsAt: ['1.groupId', '1.group_id', '1.$groups', '0.properties.groupId', '0.properties.group_id', '2.groups', '2.$groups'],
  groupContextHint: segmentWebHint,
};
