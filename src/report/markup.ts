/** HTML and XML in which text from scanned code stays text. */
import { safeText } from './safe-text.ts';

/** A finished piece of HTML or XML. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | null | readonly Markup[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A template whose values are escaped, for text and for quoted attributes, unless they are markup themselves. */
export function markup(strings: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return { markup: strings.map((text, index) => text + partText(values[index] ?? null)).join('') };
}

function partText(part: Part): string {
  if (part === null) return '';
  if (typeof part !== 'object') return safeText(String(part)).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
  return 'markup' in part ? part.markup : part.map((one) => one.markup).join('');
}
