/** Answers that are known to be wrong; each fails here as soon as it is right, and then belongs to its SDK's table. */
import { expect, it } from 'vitest';
import { callsOf } from '../support/surface.ts';

it.fails('a global whose queue is pushed to makes a file a candidate', () => {
  expect(callsOf("analytics.push(['track', 'Signed Up']);")).toHaveLength(1);
});

it.fails('a global whose method gives the client makes a file a candidate', () => {
  expect(callsOf("amplitude.getInstance().logEvent('Signed Up');")).toHaveLength(1);
});
