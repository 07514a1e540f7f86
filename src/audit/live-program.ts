/** The program of a product while its files are edited: linked once, then as far as an edit reaches. */
import type { LoadedConfig } from '../config/load-config.ts';
import { openLiveTexts, type LiveTexts } from '../discover/live-texts.ts';
import type { Call } from '../link/call.ts';
import { createFactStore } from '../link/fact-store.ts';
import { createLinker, type Linker } from '../link/linker.ts';
import { linkSettings, selectionOf } from './program.ts';
import type { OpenFile } from './session.ts';

export interface LiveProgram {
  /** All calls of the program as it is with this file: the same list as long as none of them changes. */
  calls(file: OpenFile): readonly Call[];
  /** Whether a file is part of the program. */
  covers(path: string): boolean;
}

/** Looking at the disk may take one part in so many of the time, and is done no more often than this, in ms. */
const SHARE = 50;
const OFTEN = 2000;
/** After so many edits all is linked anew, so that nothing of earlier texts is kept for ever. */
const MOST_EDITS = 500;

interface Linked {
  readonly texts: LiveTexts;
  readonly linker: Linker;
  edits: number;
}

export function openLiveProgram(root: string, loaded: LoadedConfig): LiveProgram {
  const facts = createFactStore();
  const asked = new Set<string>();
  let linked: Linked | null = null;
  let current: OpenFile | null = null;
  let edited = '';
  let due = 0;

  function link(texts: LiveTexts): Linked {
    const read = (file: string): string | null => texts.read(file);
    const linker = createLinker({ ...texts, read, facts: (file) => facts.of(file, read(file), file === current?.path ? current.source : undefined), ...linkSettings(root, loaded) });
    return { texts, linker, edits: 0 };
  }

  function open(): Linked {
    due = performance.now() + OFTEN;
    return link(openLiveTexts(root, selectionOf(root, loaded)));
  }

  /** What others did to files meanwhile. */
  function lookAtDisk(now: Linked, path: string): Linked {
    const isNew = !now.texts.covers(path) && !asked.has(path);
    if (!isNew && performance.now() < due) return now;
    asked.add(path);
    const start = performance.now();
    const changed = now.texts.refresh();
    due = performance.now() + Math.max(OFTEN, SHARE * (performance.now() - start));
    if (!changed) return open();
    for (const file of changed) edit(now, file);
    return now;
  }

  function edit(now: Linked, file: string): void {
    now.linker.edit(file);
    now.edits++;
  }

  return {
    covers: (path) => linked?.texts.covers(path) ?? false,
    calls(file) {
      let now = linked ?? open();
      if (file !== current) {
        current = file;
        now = lookAtDisk(now, file.path);
        // Whoever edits a wrapper looks at its callers next: until then only the wrapper itself is asked for.
        if ((now.linker.isStale() && file.path !== edited) || now.edits > MOST_EDITS) now = link(now.texts);
        if (now.texts.covers(file.path) && now.texts.put(file.path, file.text)) {
          edit(now, file.path);
          edited = file.path;
        }
      }
      linked = now;
      return now.linker.calls();
    },
  };
}
