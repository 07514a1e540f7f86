/** Writes a baseline where that is asked for. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { AuditResult } from '../audit/audit.ts';
import { plural } from '../report/plural.ts';
import { safeText } from '../report/safe-text.ts';
import type { KnownFindings } from '../report/types.ts';
import type { OptionValues } from './options.ts';
import type { CliContext } from './run-cli.ts';
import { writeFile } from './write-file.ts';

/** The result as it is once the baseline is written. Throws `ToolError` where it cannot be. */
export function saveBaseline(result: AuditResult, { updateBaseline, pruneBaseline }: OptionValues, { stderr }: Pick<CliContext, 'stderr'>): AuditResult {
  const { baseline } = result;
  if (!baseline || (!updateBaseline && !pruneBaseline)) return result;
  const text = updateBaseline ? baseline.updated : baseline.pruned;
  const isFirst = !existsSync(baseline.path);
  writeFile(baseline.path, text);
  stderr.write(`tracklint: ${safeText(baseline.file)} holds ${plural(text.split('\n').length - 1, 'entry', 'entries')} now.\n`);
  if (isFirst) stderr.write(`tracklint: With \`${safeText(basename(baseline.path))} merge=union\` in .gitattributes, branches that change it merge by themselves.\n`);
  const clean = { ...baseline, stale: [], moved: [] };
  if (!updateBaseline) return { ...result, baseline: clean };
  return { ...result, findings: [], baseline: { ...clean, known: baseline.known + result.findings.length } };
}

/** Formats that have no room for it would leave the exit code a riddle. */
export function staleText({ file, stale }: KnownFindings): string {
  return `tracklint: ${safeText(file)} has ${plural(stale.length, 'entry', 'entries')} for what is not found any more: --prune-baseline takes them out.\n`;
}
