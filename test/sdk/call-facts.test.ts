/** What calls say beyond the tables of each SDK's surface: order, and where groups come from. */
import { expect, it } from 'vitest';
import type { Call } from '../../src/link/call.ts';
import { callsOf } from '../support/surface.ts';

const POSTHOG = "import posthog from 'posthog-js';\n";

function only(text: string, test: (call: Call) => boolean = () => true): Call | undefined {
  const found = callsOf(text).filter(test);
  expect(found).toHaveLength(1);
  return found[0];
}

it('a group call in the callback of identify comes after it', () => {
  const call = only("window.analytics.identify('usr_1', {}, () => window.analytics.group('acc_1'));", ({ kind }) => kind === 'identify');
  expect(call).toMatchObject({ groupAfter: 'always' });
});

it('a group that the event site passes through a wrapper is the site\'s own', () => {
  const wrapper = 'function send(name: string, properties: object) { posthog.capture(name, properties); }\n';
  const call = only(`${POSTHOG}${wrapper}send('signed_up', { $groups: { account: 'acc_1' } });`);
  expect(call?.groups).toEqual([{ level: 'account', source: 'call', id: "'acc_1'", always: true }]);
});

it('a group that the event site passes is its own where the wrapper adds properties', () => {
  const wrapper = "function send(name: string, properties: object) { posthog.capture(name, { ...properties, from: 'web' }); }\n";
  const call = only(`${POSTHOG}${wrapper}send('signed_up', { $groups: { account: 'acc_1' } });`);
  expect(call?.groups).toEqual([{ level: 'account', source: 'call', id: "'acc_1'", always: true }]);
});

it('a group call says which groups it sets, and who names them', () => {
  const wrapper = "function open(type: 'account' | 'team', id: string) { posthog.group(type, id); }\n";
  expect(only(`${POSTHOG}${wrapper}open('team', workspace.team.id);`)?.groups).toEqual([{ level: 'team', source: 'call', id: 'workspace.team.id', always: true }]);
  expect(only(`${POSTHOG}posthog.group(isTeam() ? 'team' : 'account', currentId());`)?.groups.map(({ level, always }) => ({ level, always }))).toEqual([{ level: 'team', always: false }, { level: 'account', always: false }]);
});

it('a group that a wrapper adds by itself is the wrapper\'s', () => {
  const wrapper = "function send(name: string) { posthog.capture(name, { $groups: { account: 'acc_1' } }); }\n";
  const call = only(`${POSTHOG}${wrapper}send('signed_up');`);
  expect(call?.groups).toEqual([{ level: 'account', source: 'wrapper', id: "'acc_1'", always: true }]);
});
