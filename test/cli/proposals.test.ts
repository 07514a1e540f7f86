import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { tempProject } from '../support/temp-project.ts';

interface Inventory {
  readonly calls: { readonly names: string[]; readonly kind: string; readonly line: number; readonly file: string }[];
  readonly proposals: { readonly wrapper: Record<string, unknown>; readonly count: number }[];
}

async function inventory(root: string): Promise<Inventory> {
  return JSON.parse((await run(root, ['inventory', '--format', 'json'])).stdout) as Inventory;
}

/** Pastes what the text proposes into a configuration; gives the calls before and after. */
async function pasted(root: string): Promise<Inventory['calls'][]> {
  const before = await inventory(root);
  const { stdout } = await run(root, ['inventory']);
  const [, snippet] = /("wrappers": \[[\s\S]*?\n {2}\])/.exec(stdout) ?? [];
  writeFileSync(join(root, 'tracklint.config.json'), `{ ${snippet ?? ''} }`);
  const after = await inventory(root);
  expect(after.proposals).toEqual([]);
  return [before.calls, after.calls];
}

const EXPORTS = [
  "import { identify, track } from '@acme/analytics';",
  "export function share(user: { id: string; email: string }, id: string) { identify(user.id, { email: user.email }); track('board.shared', { id }); }",
  "export function close() { track('board.closed'); }",
];

it('calls of a package that is not there are proposed, and pasting the proposal makes them known', async () => {
  const root = tempProject({ 'src/board.ts': EXPORTS.join('\n') });
  const { proposals } = await inventory(root);
  expect(proposals).toEqual([
    { wrapper: { import: { from: '@acme/analytics', name: 'track' }, event: 0, properties: 1 }, count: 2, places: [{ file: 'src/board.ts', line: 2 }, { file: 'src/board.ts', line: 3 }] },
    { wrapper: { import: { from: '@acme/analytics', name: 'identify' }, kind: 'identify', userId: 0, traits: 1 }, count: 1, places: [{ file: 'src/board.ts', line: 2 }] },
  ]);
  const [before, after] = await pasted(root);
  expect(before).toEqual([]);
  expect(after?.flatMap(({ kind, names }) => [kind, ...names])).toEqual(['identify', 'track', 'board.shared', 'track', 'board.closed']);
});

const FORMS: readonly (readonly [string, Record<string, unknown>, readonly string[]])[] = [
  ['a remote procedure that a hook gives, with lists of events', { name: 'trackClientEvents', event: '0.name', properties: 0, batch: '0.events' }, [
    "import { useMutation } from '@tanstack/react-query';",
    "import { orpc } from './client';",
    'export function Settings() {',
    '  const { mutate: trackClientEvents } = useMutation(orpc.telemetry.events.mutationOptions());',
    "  const a = () => trackClientEvents({ events: [{ name: 'Branding removed', id: 1 }] });",
    "  const b = () => trackClientEvents({ events: [{ name: 'Theme changed', id: 1 }] });",
    '  return <a onClick={a} onBlur={b} />;',
    '}',
  ]],
  ['a member of an object from elsewhere', { member: 'telemetry.capture', event: '0.eventName', properties: '0.data' }, [
    'export class Exporter {',
    '  constructor(private readonly services: any) {}',
    "  start() { this.services.telemetry.capture({ eventName: 'Export Started', data: { rows: 1 } }); }",
    "  stop() { this.services.telemetry.capture({ eventName: 'Export Stopped', data: {} }); }",
    '}',
    'new Exporter(JSON.parse("{}")).start();',
  ]],
  ['a global function that takes the user first', { name: 'trackEvent', userId: 0, event: 1, properties: 2 }, [
    "export function open(user: any) { window.trackEvent(user.id, 'report_opened', { a: 1 }); }",
    "export function shut(user: any) { window.trackEvent(user.id, 'report_closed', { a: 1 }); }",
  ]],
];

it.each(FORMS)('%s is proposed, and pasting the proposal makes its calls known', async (_, wrapper, lines) => {
  const root = tempProject({ 'src/app.tsx': lines.join('\n'), 'src/client.ts': "import { createClient } from '@acme/rpc';\nexport const orpc = createClient();" });
  const { proposals } = await inventory(root);
  expect(proposals.map((one) => [one.wrapper, one.count])).toEqual([[wrapper, 2]]);
  const [before, after] = await pasted(root);
  expect(before).toEqual([]);
  expect(after?.map(({ names }) => names.length)).toEqual([1, 1]);
});

it.each([
  ['a logger, an emitter, a socket', ["import { logger } from './x';", "logger.logEvent('user.created', {}); logger.logEvent('user.removed', {});", "socket.sendEvent('room.joined', {}); socket.sendEvent('room.left', {});", "emitter.recordEvent('a.b'); emitter.recordEvent('c.d');"]],
  ['errors that are caught', ["import * as Sentry from '@sentry/node';", "Sentry.captureMessage('it failed'); Sentry.captureMessage('it broke'); Sentry.captureException(new Error('x y'));"]],
  ['reactivity', ["import { track } from 'vue';", "track(target, 'get', 'key'); track(other, 'has', 'size');"]],
  ['pages under test', ["import { test } from '@playwright/test';", "page.track('a b'); page.track('c d');"]],
  ['one event alone', ["import { track } from '@acme/analytics';", "track('board.shared', {}); track('board.shared', {});"]],
  ['texts that name no events', ["import { track } from '@acme/analytics';", "track('https://a.b/c', {}); track('/x/y', {}); track('left', 1); track('right', 2);"]],
  ['calls that are followed to an SDK', ["import posthog from 'posthog-js';", 'const track = (name: string) => posthog.capture(name);', "track('board.shared'); track('board.closed');"]],
  ['functions of the program that do something else', ["const trackEvent = (name: string) => document.title = name;", "trackEvent('board.shared'); trackEvent('board.closed');"]],
])('%s: nothing is proposed', async (_, lines) => {
  expect((await inventory(tempProject({ 'src/a.ts': lines.join('\n') }))).proposals).toEqual([]);
});
