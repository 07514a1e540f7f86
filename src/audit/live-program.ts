/** The program of a product while its files are edited: linked once, then as far as an edit reaches. */
import type { LoadedConfig } from '../config/load-config.ts';
import { openLiveTexts, type LiveTexts } from '../discover/live-texts.ts';
import type { Call } from '../link/call.ts';
import { createFactStore } from '../link/program/fact-store.ts';
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
/** For the sake of a file that may be new it may take one part in so many: a linter goes through many that git ignores. */
const SHARE_FOR_NEW = 5;
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
  let dueForNew = 0;

  function link(texts: LiveTexts): Linked {
    const read = (file: string): string | null => texts.read(file);
    const linker = createLinker({ ...texts, read, facts: (file) => facts.of(file, read(file), file === current?.path ? current.source : undefined), ...linkSettings(root, loaded) });
    return { texts, linker, edits: 0 };
  }

  /** Reads everything anew; what editors hold unsaved goes before what is on the disk. */
  function open(before?: LiveTexts): Linked {
    const texts = openLiveTexts(root, selectionOf(root, loaded));
    for (const { file, text, at } of before?.unsaved() ?? []) if (texts.covers(file)) texts.put(file, text, at);
    facts.keep((file) => texts.read(file) !== null);
    due = performance.now() + OFTEN;
    return link(texts);
  }

  /** What others did to files meanwhile. */
  function lookAtDisk(now: Linked, path: string): Linked {
    const start = performance.now();
    const isNew = start >= dueForNew && !asked.has(path) && now.texts.mayBeNew(path);
    if (!isNew && start < due) return now;
    if (isNew) asked.add(path);
    const changed = now.texts.refresh();
    const end = performance.now();
    due = end + Math.max(OFTEN, SHARE * (end - start));
    dueForNew = end + SHARE_FOR_NEW * (end - start);
    if (!changed) {
      asked.clear();
      return open(now.texts);
    }
    for (const file of changed) edit(now, file);
    return now;
  }

  function edit(now: Linked, file: string): void {
    now.linker.edit(file);
    now.edits++;
  }

  function callsWith(file: OpenFile): readonly Call[] {
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
  }

  return {
    covers: (path) => linked?.texts.covers(path) ?? false,
    calls(file) {
      try {
        return callsWith(file);
      } catch (error) {
        // What is half linked would be wrong from here on.
        linked = null;
        current = null;
        throw error;
      }
    },
  };
}
