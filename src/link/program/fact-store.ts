/** Facts of files, kept from one linking to the next. */
import { extract } from '../../extract/extract.ts';
import type { FileFacts } from '../../extract/facts.ts';

export interface FactStore {
  /** The facts of a file's text; `source`: what a parser made of it, if that was TypeScript's. */
  of(file: string, text: string | null, source?: unknown): FileFacts | null;
  /** Forgets the facts of all other files. */
  keep(isKept: (file: string) => boolean): void;
}

export function createFactStore(): FactStore {
  const known = new Map<string, { readonly text: string; readonly facts: FileFacts }>();
  return {
    of(file, text, source) {
      if (text === null) return null;
      const before = known.get(file);
      if (before?.text === text) return before.facts;
      const facts = extract(file, text, source);
      known.set(file, { text, facts });
      return facts;
    },
    keep(isKept) {
      for (const file of known.keys()) if (!isKept(file)) known.delete(file);
    },
  };
}
