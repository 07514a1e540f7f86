/** GitLab's code quality report. */
import { fromTop } from './paths.ts';
import { safeJson } from './safe-text.ts';
import type { ReportContext, ReportInput } from './types.ts';

const SEVERITY = { error: 'major', warning: 'minor' } as const;

export function gitlab({ findings }: ReportInput, context: ReportContext): string {
  return safeJson(findings.map(({ rule, severity, message, fingerprint, file, line, endLine }) => ({
    description: message,
    check_name: rule,
    fingerprint,
    severity: SEVERITY[severity],
    location: { path: fromTop(context, file), lines: { begin: line, end: endLine } },
  })));
}
