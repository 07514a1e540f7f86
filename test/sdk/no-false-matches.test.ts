import { describe, expect, it } from 'vitest';
import { linkFiles } from '../support/program.ts';

/** Makes the file a candidate, so that what follows is looked at. */
const LOOKED_AT = "import 'posthog-js';\n";

describe('names that SDKs use mean nothing by themselves', () => {
  it.each([
    "const analytics = { track(name: string) { return name; } };\nanalytics.track('x');",
    "import { analytics } from './own';\nanalytics.track('x');",
    "import analytics from 'some-other-package';\nanalytics.track('x'); analytics.group('y');",
    "export function size(heap: number[][]) { heap.track('x'); heap.identify('y'); }",
    "import Heap from 'heap-js';\nconst heap = new Heap(); heap.track('x');",
    "const op = operators.find((one) => one.op); op.track('x'); op('track', 'x');",
    "op('track', 'x');",
    "window.open('track', 'x');",
    "function gtag(...args: unknown[]) { log(args); }\ngtag('event', 'x');",
    "const plausible = (text: string) => text.length > 3;\nplausible('x');",
    "class Player { posthog = { capture(name: string) {} }; play() { this.posthog.capture('x'); } }",
    "console.group('x'); d3.group(rows, (row) => row.id); media.track('x'); router.page('x');",
    "import { track } from './tracks';\ntrack('x');",
    "import mixpanel from 'mixpanel/client';\nmixpanel.track('x');",
    "import posthog from 'posthog-js-extra/dist';\nposthog.capture('x');",
    "import { track } from '@vercel/postgres';\ntrack('x');",
    "export const Intercom = { send(name: string) {} };\nIntercom.send('trackEvent');",
  ])('%s', (text) => {
    const calls = linkFiles({ 'src/app.ts': LOOKED_AT + text, 'src/own.ts': 'export const analytics = { track(name: string) {} };', 'src/tracks.ts': 'export function track(name: string) {}' }).calls;
    expect(calls).toEqual([]);
  });
});

describe('a module of the program whose name is also a package', () => {
  const own = "export default function make() { return { track(name: string) {} }; }\nexport function track(name: string) {}\nexport class Analytics { track(name: string) {} }";
  const used = `${LOOKED_AT}import make, { Analytics, track } from 'analytics';\nmake().track('x'); track('y');\nexport const send = (own: Analytics) => own.track('z');`;

  it.each([
    ['through baseUrl', { 'tsconfig.json': '{ "compilerOptions": { "baseUrl": "src" } }', 'src/analytics.ts': own }],
    ['through paths', { 'tsconfig.json': '{ "compilerOptions": { "paths": { "analytics": ["./lib/own.ts"] } } }', 'lib/own.ts': own }],
    ['as a package of the workspace', { 'packages/own/package.json': '{ "name": "analytics", "main": "index.ts" }', 'packages/own/index.ts': own }],
  ])('is that module %s', (_, files) => {
    expect(linkFiles({ 'src/app.ts': used, ...files }).calls).toEqual([]);
  });
});
