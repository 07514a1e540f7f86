/** Small programs in memory, linked as files of a project would be. */
import { needleMatcher } from '../../src/discover/needles.ts';
import { isSource } from '../../src/discover/file-kinds.ts';
import { link } from '../../src/link/link.ts';
import type { LinkInput, LinkResult } from '../../src/link/types-io.ts';
import { sdks } from '../../src/sdk/index.ts';

export type LinkOptions = Partial<Pick<LinkInput, 'sdks' | 'globals' | 'declarations'>>;

/** Links files given by path, e.g. `{ 'src/a.ts': '...', 'package.json': '{ ... }' }`, against the whole catalogue. */
export function linkFiles(files: Readonly<Record<string, string>>, options: LinkOptions = {}): LinkResult {
  const sources = Object.keys(files).filter(isSource).sort();
  const read = (file: string): string | null => (Object.hasOwn(files, file) ? (files[file] ?? null) : null);
  return link({
    files: sources,
    read,
    matching(needles) {
      const matches = needleMatcher(needles);
      return sources.filter((file) => matches(Buffer.from(read(file) ?? '')));
    },
    sdks,
    globals: {},
    ...options,
  });
}
