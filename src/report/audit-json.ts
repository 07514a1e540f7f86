import type { Finding } from '../check/rule.ts';
import type { AuditReport } from './report-schema.ts';
import { safeJson } from './safe-text.ts';
import { summarise } from './summary.ts';
import type { ReportInput } from './types.ts';

/** An audit in the form of `schema/report.json`. */
export function auditJson(input: ReportInput): string {
  const report: AuditReport = {
    version: 1,
    findings: input.findings.map(row),
    summary: summarise(input),
  };
  return safeJson(report);
}

function row({ rule, severity, file, line, column, endLine, endColumn, message, fingerprint, related }: Finding): AuditReport['findings'][number] {
  return { rule, severity, file, line, column, endLine, endColumn, message, fingerprint, related: related.map((one) => ({ ...one })) };
}
