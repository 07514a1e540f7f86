import type { ChalkInstance } from 'chalk';
import { safeText } from './safe-text.ts';

interface FramedSpan {
  /** 1-based; columns in UTF-16 units, the end exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const WIDTH = 110;
const BEFORE = 30;

/** A line of code with a line of carets below it, or nothing where the line is not known. */
export function codeFrame(span: FramedSpan, line: string | null, colors: ChalkInstance): string[] {
  if (line === null || line.trim() === '') return [];
  const start = Math.min(span.column - 1, line.length);
  const end = span.endLine > span.line ? line.trimEnd().length : span.endColumn - 1;
  // A long line is cut to what stands around the place.
  const from = line.length > WIDTH && start > BEFORE ? start - BEFORE : 0;
  const shown = line.slice(from, from + WIDTH);
  const before = display(shown.slice(0, start - from));
  const marked = display(shown.slice(start - from, Math.max(end, start + 1) - from));
  const after = display(shown.slice(Math.max(end, start + 1) - from));
  const gutter = String(span.line);
  const indent = /^ */.exec(before)?.[0].length ?? 0;
  const cut = from > 0 ? '…' : '';
  return [
    `${colors.dim(`${gutter} │`)} ${cut}${before.slice(indent)}${marked}${after}${from + WIDTH < line.length ? '…' : ''}`,
    `${colors.dim(`${' '.repeat(gutter.length)} │`)} ${' '.repeat(cut.length + before.length - indent)}${colors.red('^'.repeat(Math.max(1, marked.length)))}`,
  ];
}

function display(text: string): string {
  return safeText(text.replaceAll('\t', '  '));
}
