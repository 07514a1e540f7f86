/** The texts of a project: searched as bytes, decoded only where someone reads them. */
import { isUtf8 } from 'node:buffer';
import { realpathSync } from 'node:fs';
import type { FileProblem } from '../link/call.ts';
import { refusal } from './content.ts';
import { KEPT_BYTES, KEPT_TEXT } from './limits.ts';
import { needleMatcher } from './needles.ts';
import { checkedSize, readInside, readSource } from './read-source.ts';
import type { Snapshot } from './snapshot.ts';

export interface TextStore {
  /** The files that can be read as source, of those given; in the order in which they were given. */
  readonly files: readonly string[];
  /** Files that were left out or are damaged, each with the reason. */
  readonly problems: readonly FileProblem[];
  /** The text of any file below the root; null where there is none. */
  read(file: string): string | null;
  /** The source files whose text contains any of the needles; names (`track`, `analytics.track`, `gtag(`) begin and end where words do. */
  matching(needles: readonly string[]): readonly string[];
}

/** Reads every file once. `root` is absolute; `paths` are POSIX and relative to it. What `snapshot` holds goes before the disk. */
export function openTextStore(root: string, paths: readonly string[], snapshot?: Pick<Snapshot, 'read'>): TextStore {
  const realRoot = realpathSync(root);
  const kept = new Map<string, Buffer>();
  const texts = new Map<string, string | null>();
  const files: string[] = [];
  const problems: FileProblem[] = [];
  let keptBytes = 0;
  let keptText = 0;

  for (const path of paths) {
    const bytes = open(path);
    if (!bytes) continue;
    files.push(path);
    if (keptBytes + bytes.length > KEPT_BYTES) continue;
    kept.set(path, bytes);
    keptBytes += bytes.length;
  }

  function open(file: string): Buffer | null {
    const held = snapshot?.read(file);
    const found = held === undefined ? readSource(realRoot, file) : checkedSize(held);
    if (found === null) return null;
    const reason = typeof found === 'string' ? found : refusal(file, found);
    if (reason !== null && reason !== 'generated') problems.push({ file, line: null, message: reason });
    if (reason !== null || typeof found === 'string') return null;
    if (!isUtf8(found)) problems.push({ file, line: null, message: 'not valid UTF-8: read without its broken characters' });
    return found;
  }

  function bytesOf(file: string): Buffer | null {
    const held = snapshot?.read(file);
    return held === undefined ? readInside(realRoot, file) : held;
  }

  function matching(needles: readonly string[]): string[] {
    const matches = needleMatcher(needles);
    return files.filter((file) => {
      const bytes = kept.get(file) ?? bytesOf(file);
      return bytes !== null && matches(bytes);
    });
  }

  function read(file: string): string | null {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const text = decode(kept.get(file) ?? bytesOf(file));
    keptText += text?.length ?? 0;
    if (keptText > KEPT_TEXT) {
      texts.clear();
      keptText = text?.length ?? 0;
    }
    texts.set(file, text);
    return text;
  }

  return { files, problems, read, matching };
}

function decode(bytes: Buffer | null): string | null {
  if (!bytes) return null;
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
