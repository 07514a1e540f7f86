/** Places of values in a JSON text. */
import { isMap, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { ErrorPlace } from '../errors.ts';

/** Where a value or its key stands. */
export type Locator = (path: readonly PropertyKey[]) => ErrorPlace;

export const NOWHERE: readonly string[] = [];

/** Finds the key of a path's last part, or the nearest thing around it. `base` goes before every path. */
export function createLocator(text: string, file: string, base: readonly string[]): Locator {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  return (path) => {
    let offset = 0;
    let node: unknown = document.contents;
    for (const part of [...base, ...path]) {
      const entry = enter(node, part);
      if (!entry) break;
      offset = entry.offset ?? offset;
      node = entry.node;
    }
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
}

function enter(node: unknown, part: PropertyKey): { readonly offset: number | undefined; readonly node: unknown } | null {
  if (isSeq(node)) {
    const item = node.items[Number(part)] as Node | undefined;
    return item ? { offset: item.range?.[0], node: item } : null;
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(({ key }) => String(key) === String(part));
  return pair ? { offset: (pair.key as Node).range?.[0], node: pair.value } : null;
}
