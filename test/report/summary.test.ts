import { expect, it } from 'vitest';
import { auditJson } from '../../src/report/audit-json.ts';
import { auditText } from '../../src/report/audit-text.ts';
import { summarise } from '../../src/report/summary.ts';
import type { ReportInput } from '../../src/report/types.ts';
import { linkFiles } from '../support/program.ts';
import { CONTEXT, reportInput } from '../support/report.ts';

const SOURCE = `
  import { AnalyticsBrowser } from '@segment/analytics-next';
  import { kind, load } from './elsewhere';
  const analytics = AnalyticsBrowser.load({ writeKey: 'k' });
  analytics.track('a', {}, { context: { groupId: 'g' } });
  analytics.track('b');
  analytics.track(\`c_\${kind}\`);
  analytics.track(load());
  analytics.identify('u');
`;

function input(more: Partial<ReportInput> = {}): ReportInput {
  const { calls } = linkFiles({ 'a.ts': SOURCE });
  return reportInput({
    program: {
      calls,
      files: { discovered: 3, candidates: 1, parsed: 1, failed: 1 },
      problems: [{ file: 'evil\u001B]0;x\u0007.ts', line: null, message: 'binary file' }],
    },
    notRun: [{ rule: 'no-unknown-event', reason: 'there is no plan' }],
    ...more,
  });
}

it('counts calls, how their names are known, and group context', () => {
  expect(summarise(input())).toMatchObject({
    calls: { byKind: { track: 4, identify: 1 }, bySdk: { 'segment-web': 5 } },
    events: { resolved: 2, pattern: 1, dynamic: 1 },
    groupContext: { event: 1, session: 0, absent: 3, unknown: 0 },
    plan: { embedded: true },
  });
});

it('says in words what was counted, what failed and what did not run', () => {
  const text = auditText(input(), CONTEXT);
  expect(text).toContain('Nothing found.');
  expect(text).toContain('3 discovered, 1 parsed, 1 evaluated, 1 failed');
  expect(text).toContain('2 resolved, 1 with a pattern, 1 dynamic');
  expect(text).toContain('1 of 4 track calls (25 %) carry group context, 3 have none');
  expect(text).toContain('the embedded core B2B plan');
  expect(text).toContain('no-unknown-event did not run: there is no plan');
});

it('lets no text of the code command the terminal', () => {
  const finding = {
    rule: 'r', severity: 'error', file: 'a\u009B.ts', line: 1, column: 1, endLine: 1, endColumn: 2, message: 'bad \u001B[31m\r\nname', fingerprint: 'f', subject: 's', ordinal: 0,
    related: [{ file: 'b.ts', line: 1, message: '\u202Ehidden' }],
  } as const;
  const lines = auditText(input({ findings: [finding] }), { ...CONTEXT, lineText: () => 'x\u001B[2J' });
  // eslint-disable-next-line no-control-regex -- they are what must not be there
  expect(lines.replaceAll('\n', '')).not.toMatch(/[\0-\x1f\x7f-\x9f\u202e]/);
  expect(lines).toContain('bad \\u001b[31m\\u000d\\u000aname');
  const json = auditJson(input({ findings: [finding] }));
  // eslint-disable-next-line no-control-regex -- they are what must not be there
  expect(json.replaceAll('\n', '')).not.toMatch(/[\0-\x1f\x7f-\x9f\u202e]/);
  const [parsed] = (JSON.parse(json) as { findings: object[] }).findings;
  expect({ ...parsed, subject: finding.subject, ordinal: finding.ordinal }).toEqual(finding);
});

it('shows five related places and counts the others', () => {
  const related = Array.from({ length: 8 }, (_, index) => ({ file: 'b.ts', line: index + 1, message: 'sent here' }));
  const finding = { rule: 'r', severity: 'warning', file: 'a.ts', line: 1, column: 1, endLine: 1, endColumn: 2, message: 'm', fingerprint: 'f', subject: 's', ordinal: 0, related } as const;
  const text = auditText(input({ findings: [finding] }), CONTEXT);
  expect(text.match(/sent here/g)).toHaveLength(5);
  expect(text).toContain('and 3 more places');
});
