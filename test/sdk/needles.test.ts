import { expect, it } from 'vitest';
import { needleMatcher } from '../../src/discover/needles.ts';
import { createCatalogue } from '../../src/link/sdk-calls/catalogue.ts';
import { sdks } from '../../src/sdk/index.ts';

const matches = needleMatcher(createCatalogue(sdks, { events: 'segment-web' }).needles);
const mentions = (text: string): boolean => matches(Buffer.from(text));

it.each([
  "import Mixpanel from 'mixpanel';",
  'require("mixpanel")',
  "import posthog from 'posthog-js/react';",
  'window.analytics',
  'globalThis.posthog',
  'analytics.track',
  'analytics?.track()',
  '(window as any).analytics.page()',
  'mixpanel.people.set()',
  'snowplow("trackPageView")',
  'const send = events;',
])('a file with %s is read', (text) => {
  expect(mentions(text)).toBe(true);
});

it.each([
  'our mixpanel project',
  "import { mixpanel } from './mixpanel';",
  'myanalytics.track()',
  'analytics.trackEverything()',
  'analytics.user()',
  'analytics',
  'mygtag()',
  'the Intercom bubble',
  'inevents',
])('a file with %s is not read for it', (text) => {
  expect(mentions(text)).toBe(false);
});
