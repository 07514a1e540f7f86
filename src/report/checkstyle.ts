/** Checkstyle XML, which many viewers of lint results read. */
import { byFile } from './by-file.ts';
import { markup } from './markup.ts';
import { fromTop } from './paths.ts';
import type { ReportContext, ReportInput } from './types.ts';

export function checkstyle({ findings }: ReportInput, context: ReportContext): string {
  const files = [...byFile(findings)].map(([file, found]) => markup`
  <file name="${fromTop(context, file)}">${found.map(({ line, column, severity, message, rule }) => markup`
    <error line="${line}" column="${column}" severity="${severity}" message="${message}" source="tracklint.${rule}"/>`)}
  </file>`);
  return `${markup`<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">${files}
</checkstyle>`.markup}\n`;
}
