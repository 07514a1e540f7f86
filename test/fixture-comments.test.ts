import { describe, expect, it } from 'vitest';
import { differencesOf } from './support/differences.ts';
import { readExpectations } from './support/expectations.ts';
import { linkFiles } from './support/program.ts';

const HEAD = "import posthog from 'posthog-js';\n";

function differences(body: string, findings: readonly string[] = []): string[] {
  const source = HEAD + body;
  const { calls } = linkFiles({ 'a.ts': source });
  const found = findings.map((rule) => ({ rule, severity: 'error' as const, file: 'a.ts', line: 2, column: 1, endLine: 2, endColumn: 1, message: '', fingerprint: '', subject: 's', ordinal: 0, related: [] }));
  return differencesOf([readExpectations('a.ts', source)], { calls, findings: found });
}

describe('comments of fixtures', () => {
  it('are met by what they say, trailing or on lines above', () => {
    expect(differences("posthog.capture('a'); // track: a")).toEqual([]);
    expect(differences("// track: a\n// track: b\nposthog.capture('a'); posthog.capture('b');")).toEqual([]);
    expect(differences("posthog.capture('a', { $groups: { team: 't', org: 'o' } }); // track: a @ org, team to posthog-js")).toEqual([]);
    expect(differences("posthog.capture('a'); // track: a // expect: some-rule", ['some-rule'])).toEqual([]);
  });

  it('are not met by another name, level, wrapper or SDK', () => {
    expect(differences("posthog.capture('a'); // track: b")).toEqual(['a.ts:2  track: expected "b", got "a"']);
    expect(differences("posthog.capture('a'); // track: a @ team")).toEqual(['a.ts:2  track: expected "a @ team", got "a"']);
    expect(differences("function send(name: string) { posthog.capture(name); }\nsend('a'); // track: a via capture")).toEqual(['a.ts:3  track: expected "a via capture", got "a via send"']);
    expect(differences("posthog.capture('a'); // track: a to mixpanel-browser")).toEqual(['a.ts:2  track: expected "a to mixpanel-browser", got "a to posthog-js"']);
    expect(differences("posthog.identify('u'); // identify: always")).toEqual(['a.ts:2  identify: expected "always", got "never"']);
  });

  it('leave nothing unsaid', () => {
    expect(differences("posthog.capture('a');")).toEqual(['a.ts:2  track: expected nothing, got "a"']);
    expect(differences('', ['some-rule'])).toEqual(['a.ts:2  expect: expected nothing, got "some-rule"']);
    expect(differences("const a = 1; // track: a\n// expect: some-rule\nconst b = 2;")).toEqual(['a.ts:2  track: expected "a", got nothing', 'a.ts:4  expect: expected "some-rule", got nothing']);
  });

  it('fail when what they hold for a known mistake comes right', () => {
    expect(differences("posthog.capture('a'); // todo-track: b")).toEqual([]);
    expect(differences("posthog.capture('a'); // todo-track: a")).toEqual(['a.ts:2  track: "a" is right now: take its todo away']);
    expect(differences("posthog.capture('a'); // todo-ok")).toEqual([]);
    expect(differences("const a = 1; // todo-ok")).toEqual(['a.ts:2  nothing wrong is found here now: take todo-ok away']);
    expect(differences("const a = 1; // todo-expect: some-rule", ['some-rule'])).toEqual(['a.ts:2  expect: "some-rule" is right now: take its todo away']);
  });
});
