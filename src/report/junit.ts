/** JUnit XML: a suite for each file, a failed test for each finding, a skipped one for each rule that could not judge. */
import { byFile } from './by-file.ts';
import { markup, type Markup } from './markup.ts';
import { fromTop } from './paths.ts';
import type { Finding } from '../check/rule.ts';
import type { ReportContext, ReportInput } from './types.ts';

export function junit({ findings, notRun }: ReportInput, context: ReportContext): string {
  const suites = [...byFile(findings)].map(([file, found]) => suite(fromTop(context, file), found.map((one) => failed(one, context)), found.length));
  const skipped = notRun.map(({ rule, reason }) => markup`
    <testcase name="${rule}" classname="tracklint"><skipped message="${reason}"/></testcase>`);
  // Without any test case a job counts as one that ran nothing.
  const passed = findings.length > 0 ? [] : [markup`
    <testcase name="audit" classname="tracklint"/>`];
  const own = [...passed, ...skipped];
  const all = [...suites, ...(own.length > 0 ? [suite('tracklint', own, 0, skipped.length)] : [])];
  const tests = findings.length + own.length;
  return `${markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="tracklint" tests="${tests}" failures="${findings.length}" errors="0">${all}
</testsuites>`.markup}\n`;
}

function suite(name: string, cases: readonly Markup[], failures: number, skipped = 0): Markup {
  return markup`
  <testsuite name="${name}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">${cases}
  </testsuite>`;
}

function failed({ rule, severity, message, file, line, column }: Finding, context: ReportContext): Markup {
  const path = fromTop(context, file);
  return markup`
    <testcase name="${rule} (${line}:${column})" classname="${path}" file="${path}" line="${line}">
      <failure type="${severity}" message="${message}">${path}:${line}:${column} ${severity} ${message} (${rule})</failure>
    </testcase>`;
}
