/** Small pieces of the page. */
import { markup, type Markup } from '../markup.ts';
import type { ReportContext } from '../types.ts';

/** A message whose parts in backticks are code. */
export function messageMarkup(message: string): Markup {
  const parts = message.split(/`([^`]*)`/).map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : markup`${part}`));
  return markup`${parts}`;
}

/** A place, which leads to the host's page of the code where there is one. */
export function place(file: string, line: number, context: Pick<ReportContext, 'sourceUrl'>): Markup {
  const url = context.sourceUrl(file, line);
  const text = markup`<code class="place">${file}:${line}</code>`;
  return url === null ? text : markup`<a href="${url}">${text}</a>`;
}

export type Tone = 'good' | 'warn' | 'bad' | 'plain' | 'info' | 'teal';

export function badge(tone: Tone, text: string): Markup {
  return markup`<span class="badge ${tone}">${text}</span>`;
}

export interface Share {
  readonly label: string;
  readonly count: number;
  readonly tone: Tone;
}

/** Shares of a whole as a bar, with a legend that says the same in words. */
export function bar(name: string, shares: readonly Share[]): Markup {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  let from = 0;
  const pieces = shares.map(({ count, tone }) => {
    const width = total === 0 ? 0 : (100 * count) / total;
    const piece = markup`<rect class="${tone}" x="${rounded(from)}" width="${rounded(width)}" height="8"/>`;
    from += width;
    return piece;
  });
  const words = shares.map(({ label, count }) => `${String(count)} ${label}`).join(', ');
  return markup`<svg class="bar" role="img" aria-label="${name}: ${words}" viewBox="0 0 100 8" preserveAspectRatio="none">${pieces}</svg>
<ul class="legend">${shares.map(({ label, count, tone }) => markup`<li><span class="dot ${tone}"></span><b>${count}</b> ${label}</li>`)}</ul>`;
}

function rounded(width: number): number {
  return Math.round(width * 100) / 100;
}

export function option(value: string, text: string): Markup {
  return markup`<option value="${value}">${text}</option>`;
}
