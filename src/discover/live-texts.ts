/** The texts of a project while people work on it: what editors hold unsaved, else what is on the disk. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { discoverNow } from './discover-now.ts';
import { selects, type Selection } from './discover.ts';
import { isSource } from './file-kinds.ts';
import { refusal } from './content.ts';
import { needleMatcher } from './needles.ts';
import { openTextStore } from './text-store.ts';

export interface LiveTexts {
  readonly files: readonly string[];
  /** The text of any file below the root; null where there is none. */
  read(file: string): string | null;
  /** The source files whose text contains any of the needles. */
  matching(needles: readonly string[]): readonly string[];
  mentions(file: string, needles: readonly string[]): boolean;
  /** Takes the text that an editor holds of a file; tells whether it is another than before. `at`: when it was last seen, in ms. */
  put(file: string, text: string, at?: number): boolean;
  /** The texts that editors hold and that are not on the disk. */
  unsaved(): readonly { readonly file: string; readonly text: string; readonly at: number }[];
  /** Whether a file is listed, or would be once it is saved. */
  covers(file: string): boolean;
  /** Whether a file that is not listed stands on the disk, and may be new. */
  mayBeNew(file: string): boolean;
  /** Looks at the disk: the files that have another text than before, or null where files came, went or grew too many. */
  refresh(): readonly string[] | null;
}

/** A buffer that nobody has linted for so long (in ms) was closed unsaved. */
const LEFT_ALONE = 10 * 60_000;
/** More texts than these beside those first read are worth reading all anew. */
const MOST_CHANGED = 500;

/** Reads every file once. `root` is absolute. */
export function openLiveTexts(root: string, selection: Selection): LiveTexts {
  const listed = discoverNow(root, selection);
  const isSelected = selects(selection);
  const store = openTextStore(root, listed);
  const known = new Set(store.files);
  const listing = new Set(listed);
  const changed = new Map<string, string | null>();
  const lent = new Map<string, number>();
  const stamps = new Map(listed.map((file) => [file, stampOf(root, file)]));
  let matcher = { needles: '', test: (_: Buffer): boolean => false };

  const read = (file: string): string | null => {
    const text = changed.get(file);
    return text === undefined ? store.read(file) : text;
  };

  function mentions(file: string, needles: readonly string[]): boolean {
    const key = needles.join('\n');
    if (matcher.needles !== key) matcher = { needles: key, test: needleMatcher(needles) };
    return matcher.test(Buffer.from(read(file) ?? ''));
  }

  function isLeft(file: string): boolean {
    return Date.now() - (lent.get(file) ?? 0) >= LEFT_ALONE;
  }

  /** What is on the disk now, as far as it is source. */
  function onDisk(file: string): string | null {
    return openTextStore(root, [file]).read(file);
  }

  return {
    files: store.files,
    read,
    mentions,
    matching: (needles) => [...store.matching(needles).filter((file) => !changed.has(file)), ...[...changed.keys()].filter((file) => mentions(file, needles))].sort(),
    put(file, text, at = Date.now()) {
      lent.set(file, at);
      const source = refusal(file, Buffer.from(text)) === null ? text : null;
      if (read(file) === source) return false;
      changed.set(file, source);
      return true;
    },
    unsaved: () => [...lent].flatMap(([file, at]) => {
      const text = changed.get(file);
      return typeof text !== 'string' || isLeft(file) || stampOf(root, file) !== (stamps.get(file) ?? null) || text === onDisk(file) ? [] : [{ file, text, at }];
    }),
    covers: (file) => known.has(file) || (isSource(file) && isSelected(file) && stampOf(root, file) === null),
    mayBeNew: (file) => !listing.has(file) && isSource(file) && isSelected(file) && stampOf(root, file) !== null,
    refresh() {
      const now = discoverNow(root, selection);
      if (changed.size > MOST_CHANGED || now.length !== listed.length || now.some((file, index) => file !== listed[index])) return null;
      // Buffers that were never saved are in no listing.
      const open = [...changed.keys()].filter((file) => !listing.has(file));
      return [...listed, ...open].filter((file) => {
        const stamp = stampOf(root, file);
        const isSaved = stamp !== (stamps.get(file) ?? null);
        stamps.set(file, stamp);
        if (!isSaved && (changed.get(file) === undefined || !isLeft(file))) return false;
        lent.delete(file);
        const text = onDisk(file);
        if (text === read(file)) return false;
        changed.set(file, text);
        return true;
      });
    },
  };
}

function stampOf(root: string, file: string): string | null {
  const stat = statSync(join(root, file), { throwIfNoEntry: false });
  return stat ? `${String(stat.mtimeMs)} ${String(stat.size)}` : null;
}
