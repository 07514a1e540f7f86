/** The lines around a place, with the place marked. */
import { markup, type Markup } from '../markup.ts';

interface Place {
  /** 1-based; columns in UTF-16 units, the end exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const AROUND = 2;
const MOST_MARKED = 8;
const MOST_TEXT = 300;

export function excerpt(place: Place, lineText: (line: number) => string | null): Markup | null {
  if (!lineText(place.line)?.trim()) return null;
  const last = Math.min(place.endLine, place.line + MOST_MARKED - 1) + AROUND;
  const lines: { readonly number: number; readonly text: string }[] = [];
  for (let number = Math.max(1, place.line - AROUND); number <= last; number++) {
    const text = lineText(number);
    if (text !== null) lines.push({ number, text });
  }
  const indent = Math.min(...lines.filter(({ text }) => text.trim() !== '').map(({ text }) => /^[ \t]*/.exec(text)?.[0].length ?? 0));
  return markup`<pre class="code"><code>${lines.map((line) => lineMarkup(line, place, indent))}</code></pre>`;
}

/** A place on one line is marked itself; of one that spans lines, the lines are. */
function lineMarkup({ number, text }: { readonly number: number; readonly text: string }, place: Place, indent: number): Markup {
  const { line, column, endLine, endColumn } = place;
  const isSpan = endLine > line;
  const isIn = isSpan && number >= line && number <= endLine;
  // A place without a length is a place of the plan: its line from there on is meant.
  const start = isSpan || number !== line ? Infinity : Math.max(column - 1, indent);
  const end = column === endColumn ? text.trimEnd().length : endColumn - 1;
  const marked = shown(text.slice(start, end));
  return markup`<span class="line${isIn ? ' in' : ''}"><span class="number" aria-hidden="true">${number}</span><span class="text">${
    shown(text.slice(indent, start))}${marked === '' ? null : markup`<mark>${marked}</mark>`}${start === Infinity ? null : shown(text.slice(Math.max(start, end)))}</span>
</span>`;
}

function shown(text: string): string {
  const spaced = text.replaceAll('\t', '  ');
  return spaced.length > MOST_TEXT ? `${spaced.slice(0, MOST_TEXT)}…` : spaced;
}
