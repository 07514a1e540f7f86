import { expect, test } from 'vitest';
import { withoutDisabled } from '../../src/check/directives.ts';
import type { Finding } from '../../src/check/rule.ts';

/** The lines of those findings, one on each line and of each rule, that stay. */
function left(text: string, rule = 'no-unknown-event'): number[] {
  const findings = text.split('\n').map((_, index): Finding => ({
    rule, severity: 'error', file: 'src/app.ts', line: index + 1, column: 1, endLine: index + 1, endColumn: 2, message: '', fingerprint: '', subject: 's', ordinal: 0, related: [],
  }));
  return withoutDisabled(findings, () => text).map(({ line }) => line);
}

test.each([
  ['// tracklint-disable-next-line no-unknown-event -- sent by the vendor', [1, 3]],
  ['// tracklint-disable-next-line require-group-context, no-unknown-event', [1, 3]],
  ['// tracklint-disable-next-line tracklint/no-unknown-event', [1, 3]],
  ['// tracklint-disable-next-line', [1, 3]],
  ['// tracklint-disable-next-line require-group-context', [1, 2, 3]],
  ['{/* tracklint-disable-next-line no-unknown-event */}', [1, 3]],
  ['# tracklint-disable-next-line no-unknown-event', [1, 3]],
  ['<!-- tracklint-disable-next-line no-unknown-event -->', [1, 3]],
  ['x(); // tracklint-disable-line no-unknown-event', [2, 3]],
  ['// eslint-disable-next-line tracklint/no-unknown-event', [1, 3]],
  ['// eslint-disable-next-line no-console, tracklint/no-unknown-event -- noisy', [1, 3]],
  ['// eslint-disable-next-line', [1, 3]],
  ['// eslint-disable-next-line no-unknown-event', [1, 2, 3]],
  ['// eslint-disable-next-line no-console -- not tracklint/no-unknown-event', [1, 2, 3]],
  ['/* eslint-disable tracklint/no-unknown-event */', []],
  ['// eslint-disable tracklint/no-unknown-event', [1, 2, 3]],
  ['// tracklint-disable no-unknown-event', []],
  ['// tracklint-disabled no-unknown-event', [1, 2, 3]],
])('%s', (directive, lines) => {
  expect(left(`${directive}\nsend();\nsend();`)).toEqual(lines);
});

test('a rule is on again after an enabling comment', () => {
  expect(left('send();\n/* tracklint-disable no-unknown-event */\nsend();\n/* tracklint-enable no-unknown-event */\nsend();')).toEqual([1, 4, 5]);
});

test('enabling one rule leaves the others off', () => {
  expect(left('/* tracklint-disable */\nsend();\n/* tracklint-enable require-group-context */\nsend();')).toEqual([]);
  expect(left('/* tracklint-disable */\nsend();\n/* tracklint-enable require-group-context */\nsend();', 'require-group-context')).toEqual([3, 4]);
});

test('findings of a file that cannot be read stay', () => {
  const finding: Finding = { rule: 'r', severity: 'error', file: 'a', line: 1, column: 1, endLine: 1, endColumn: 1, message: '', fingerprint: '', subject: 's', ordinal: 0, related: [] };
  expect(withoutDisabled([finding], () => null)).toEqual([finding]);
});
