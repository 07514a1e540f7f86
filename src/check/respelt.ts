import type { KeyValue, Span, Suggestion } from './rule.ts';

/** Another key in the place of one that is written; `{ userId }` has its value there, too. */
export function respelt({ start, end }: Span, { key, values }: Pick<KeyValue, 'key' | 'values'>, better: string): Suggestion {
  const name = /^[A-Za-z_$][\w$]*$/.test(better) ? better : JSON.stringify(better);
  const isShort = values.some(({ span }) => span?.start === start && span.end === end);
  return { description: `Call it \`${better}\``, edits: [{ start, end, text: isShort ? `${name}: ${key}` : name }] };
}
