/** One line for each finding, as compilers write them, for editors, `grep` and agents. */
import { safeText } from './safe-text.ts';
import type { ReportInput } from './types.ts';

export function compact({ findings }: ReportInput): string {
  return findings.map(({ file, line, column, severity, message, rule }) =>
    `${fileText(file)}:${String(line)}:${String(column)}: ${severity}: ${safeText(message)} [${rule}]\n`).join('');
}

/** A spreadsheet takes a line that begins with one of these for a formula. */
function fileText(file: string): string {
  return safeText(/^[=+\-@]/.test(file) ? `./${file}` : file);
}
