/** What reports are made from, for tests of formatters. */
import { Chalk } from 'chalk';
import { coverageOf } from '../../src/check/coverage.ts';
import type { Finding } from '../../src/check/rule.ts';
import { corePlan } from '../../src/plan/core-plan.ts';
import type { ReportContext, ReportInput } from '../../src/report/types.ts';

export const CONTEXT: ReportContext = {
  colors: new Chalk({ level: 0 }),
  version: '1.2.3',
  folder: '',
  lineText: () => null,
  ruleHelp: () => null,
  fileUrl: () => null,
  sourceUrl: () => null,
};

/** The input of an audit in which nothing was found, with changes. */
export function reportInput(more: Partial<ReportInput> = {}): ReportInput {
  const plan = more.plan ?? corePlan();
  const program = more.program ?? { calls: [], files: { discovered: 1, candidates: 1, parsed: 1, failed: 0 }, problems: [] };
  const ids = [...new Set((more.findings ?? []).map(({ rule }) => rule))];
  const rules = ids.map((id) => ({ id, description: `Require ${id}`, severity: 'error' as const }));
  return { program, plan, findings: [], notRun: [], disabled: 0, baseline: null, rules, coverage: coverageOf(program.calls, plan), ...more };
}

export function finding(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'require-proof', severity: 'error', file: 'src/app.ts', line: 3, column: 5, endLine: 3, endColumn: 12,
    message: '`user.invited` lacks proof.', fingerprint: 'f0', subject: 'user.invited', ordinal: 0, related: [], ...more,
  };
}

/** A finding whose every text tries to become something else than text. */
export const HOSTILE: Finding = finding({
  rule: 'no-harm',
  file: '::error ::a%0A,b:c"<img src=x onerror=alert(1)>\u001B[2J\u202E.ts',
  message: '::set-output name=x::1 ##[add-mask]y ##vso[task.x]z ]]> --> </script><script>alert(1)</script> "quoted" \'single\' & `a`b` @team [x](http://evil) | =1+1\r\n::error::two \u001B]0;t\u0007 \uD800 \uFFFF',
  related: [{ file: '-->.ts', line: 1, message: '</title><script>alert(2)</script>' }],
});
