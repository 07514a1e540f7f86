import { describe, expect, it } from 'vitest';
import { eventsOf } from '../support/events.ts';

const NAMES = "import posthog from 'posthog-js';\nconst NAMES = new Map([['a', 'a.done'], ['b', 'b.done']]);\n";

describe('maps and sets', () => {
  it.each([
    ["posthog.capture(NAMES.get('a'));", 'a.done'],
    ["posthog.capture(NAMES.get(location.hash) ?? 'c.done');", 'a.done | b.done | c.done'],
    ["NAMES.set('c', 'c.done');\nposthog.capture(NAMES.get('c'));", 'c.done'],
    ['for (const [, name] of NAMES) posthog.capture(name);', 'a.done | b.done'],
    ['for (const key of NAMES.keys()) posthog.capture(`${key}.begun`);', 'a.begun | b.begun'],
    ['NAMES.forEach((name, key) => posthog.capture(`${key}: ${name}`));', 'a: a.done | b: b.done'],
    ["for (const name of new Set(['x', 'y'])) posthog.capture(name);", 'x | y'],
  ])('%s', (text, names) => {
    expect(eventsOf({ 'a.ts': NAMES + text }).map((event) => event.replace(/^\S+ /, ''))).toEqual([names]);
  });

  it('leave a key that a parameter gives to the callers', () => {
    const done = 'export function done(kind: string) {\n  posthog.capture(NAMES.get(kind));\n}';
    expect(eventsOf({ 'a.ts': NAMES + done })).toEqual(['a.ts:4 a.done | b.done']);
    expect(eventsOf({ 'a.ts': NAMES + done, 'b.ts': "import { done } from './a';\ndone('b');" })).toEqual(['b.ts:2 b.done']);
  });

  it('that are filled elsewhere may hold anything', () => {
    expect(eventsOf({ 'a.ts': "import posthog from 'posthog-js';\nconst names = new WeakMap();\nposthog.capture(names.get(document));" })).toEqual(['a.ts:3 ?']);
  });
});
