import { describe, expect, it } from 'vitest';
import { eventsOf } from '../support/events.ts';

const CLIENT = "import { PostHog } from 'posthog-node';\nconst client = new PostHog('key');\n";
const event = (name: string): string => `{ distinctId: 'u', event: '${name}' }`;

describe('members added to objects of a framework', () => {
  it.each([
    ['a decorated server', "server.decorate('metrics', client);", 'app.metrics'],
    ['a request', 'server.use((req) => { req.metrics = client; });', 'req.metrics'],
    ['what an application keeps for all requests', "import express from 'express';\nconst app = express();\napp.locals.metrics = client;", 'req.app.locals.metrics'],
    ['the page', 'window.metrics = client;', 'window.metrics'],
  ])('are found by name: %s', (_, adding, member) => {
    const setup = `${CLIENT}export function setup(server) {\n${adding.replace(/^import.*\n/, '')}\n}`;
    const imports = /^import.*\n/.exec(adding)?.[0] ?? '';
    const use = `export function use(app, req) {\n  ${member}.capture(${event('ticket.opened')});\n}`;
    expect(eventsOf({ 'setup.ts': imports + setup, 'use.ts': use })).toEqual(['use.ts:2 ticket.opened']);
  });

  it('are wrappers where they are functions', () => {
    const setup = `${CLIENT}export const setup = (server) => server.decorateRequest('note', function (event: string) { client.capture({ distinctId: this.user.id, event }); });`;
    expect(eventsOf({ 'setup.ts': setup, 'use.ts': "export const use = (request) => request.note('ticket.opened');" })).toEqual(['use.ts:1 ticket.opened']);
  });

  it('are provided by plugins of Vue and Nuxt under their own names', () => {
    const vue = "import posthog from 'posthog-js';\nexport default { install(app) { app.config.globalProperties.$track = (event: string) => posthog.capture(event); } };";
    const nuxt = "import posthog from 'posthog-js';\nexport default defineNuxtPlugin(() => ({ provide: { send: (event: string) => posthog.capture(event) } }));";
    const use = "export function use(proxy) {\n  proxy.$track('file.opened');\n  useNuxtApp().$send('file.closed');\n}";
    expect(eventsOf({ 'vue.ts': vue, 'nuxt.ts': nuxt, 'use.ts': use })).toEqual(['use.ts:2 file.opened', 'use.ts:3 file.closed']);
  });

  it('are injected under the key that they were provided under', () => {
    const files = {
      'key.ts': "export const KEY = Symbol('tracker');",
      'plugin.ts': "import posthog from 'posthog-js';\nimport { KEY } from './key';\nexport const install = (app) => app.provide(KEY, { send: (event: string) => posthog.capture(event) });",
      'use.ts': "import { inject } from 'vue';\nimport { KEY } from './key';\nexport function use() {\n  inject(KEY).send('file.opened');\n}",
    };
    expect(eventsOf(files)).toEqual(['use.ts:4 file.opened']);
  });

  it('are nothing where what was added leads to no SDK', () => {
    const setup = "import posthog from 'posthog-js';\nposthog.capture('app.started');\nexport const setup = (server) => server.decorate('track', (song: string) => console.log(song));";
    expect(eventsOf({ 'setup.ts': setup, 'use.ts': "export const use = (app) => app.track('a song');" })).toEqual(['setup.ts:2 app.started']);
  });
});
