import { expect, test } from 'vitest';
import { findingsFor, SOURCE_FILE, testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;
const PLAN = 'events:\n  - { name: a.b, properties: [{ name: kind, type: string }] }\n  - { name: c.d }\n';

testRule(rule, {
  valid: [
    { name: 'the same shapes', code: `${SEG}analytics.track('a.b', { kind: 'x', pages: 1 });\nanalytics.track('a.b', { kind: 'y', pages: 2 });` },
    { name: 'properties that only some sites send', code: `${SEG}analytics.track('a.b', { kind: 'x' });\nanalytics.track('a.b', { pages: 2 });` },
    { name: 'one site', code: `${SEG}analytics.track('a.b', { kind: 'x', Kind: 2 });` },
    { name: 'different events', code: `${SEG}analytics.track('a.b', { kind: 'x' });\nanalytics.track('a.c', { kind: 2, Kind: 1 });` },
    { name: 'types that are not known, or several', code: `${SEG}export const f = (it: any, s: string | number) => { analytics.track('a.b', { kind: it.kind, at: s }); analytics.track('a.b', { kind: 2, at: 1 }); };` },
    { name: 'nothing in place of a value', code: `${SEG}analytics.track('a.b', { kind: null });\nanalytics.track('a.b', { kind: 2 });` },
    { name: 'a date and a text that tells one', code: `${SEG}analytics.track('a.b', { at: new Date() });\nanalytics.track('a.b', { at: '2026-01-31' });` },
    { name: 'two spellings that one site has both', code: `${SEG}analytics.track('a.b', { userId: 1, user_id: 1 });\nanalytics.track('a.b', { user_id: 1 });` },
    { name: 'events whose properties the plan lists', plan: PLAN, code: `${SEG}analytics.track('a.b', { kind: 'x' });\nanalytics.track('a.b', { kind: 2 });` },
    { name: 'what the options leave out', options: { ignore: ['a.*', 'kind'] }, code: `${SEG}analytics.track('a.b', { x: 'x' });\nanalytics.track('a.b', { x: 2 });\nanalytics.track('c.d', { kind: 'x' });\nanalytics.track('c.d', { kind: 2 });` },
    { name: 'a wrapper that sends one thing for all its callers', code: `${SEG}const send = (name: string) => analytics.track(name, { source: 'web' });\nsend('a.b');\nsend('a.b');` },
  ],
  invalid: [
    {
      name: 'another spelling than most sites have',
      code: `${SEG}analytics.track('a.b', { reportType: 'x' });
analytics.track('a.b', { report_type: 'y' });
analytics.track('a.b', { report_type: 'z' });`,
      findings: [{
        at: 'src/app.ts 3:26-3:36',
        message: '`a.b` has the property `reportType` here, and `report_type` at 2 other sites: spell it one way.',
        related: ['src/app.ts:4 It is `report_type` here.', 'src/app.ts:5 It is `report_type` here.'],
      }],
    },
    {
      name: 'another type',
      plan: PLAN,
      code: `${SEG}analytics.track('c.d', { count: items.length });
export const f = (label: string) => analytics.track('c.d', { count: label });`,
      findings: [{
        at: 'src/app.ts 4:62-4:67',
        message: 'The property `count` of `c.d` is text here, and a number at another site: send one type.',
        related: ['src/app.ts:3 It is a number here.'],
      }],
    },
    {
      name: 'what a wrapper adds, once',
      code: `${SEG}const send = (name: string, props: object) => analytics.track(name, { source: 1, ...props });
send('a.b', {});
send('a.b', { x: 1 });
analytics.track('a.b', { source: 'web' });
analytics.track('a.b', { source: 'app' });`,
      findings: [{
        at: 'src/app.ts 3:71-3:77',
        message: 'The property `source` of `a.b` is a number here, and text at 2 other sites: send one type.',
        related: ['src/app.ts:6 It is text here.', 'src/app.ts:7 It is text here.'],
      }],
    },
  ],
});

test.each([
  ["{ reportType: 'x' }", "{ report_type: 'x' }"],
  ["{ 'report-type': 'x' }", "{ report_type: 'x' }"],
  ['{ reportType }', '{ report_type: reportType }'],
])('%s may be respelt', (written, respelt) => {
  const usual = "analytics.track('a.b', { report_type: 'y' });\nanalytics.track('a.b', { report_type: 'z' });";
  const code = `${SEG}const reportType = 'x';\nanalytics.track('a.b', ${written});\n${usual}`;
  const [edit] = findingsFor(rule, { name: written, code: { [SOURCE_FILE]: code } })[0]?.suggest?.[0]?.edits ?? [];
  expect(edit && `${code.slice(0, edit.start)}${edit.text}${code.slice(edit.end)}`).toBe(code.replace(written, respelt));
});
