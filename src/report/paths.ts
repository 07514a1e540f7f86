import { posix } from 'node:path';
import type { ReportContext } from './types.ts';

/** A file as the repository's host names it: relative to the repository's top. */
export function fromTop({ folder }: Pick<ReportContext, 'folder'>, file: string): string {
  return posix.normalize(posix.join(folder, file));
}

/** A path as a part of a URL. Brackets are escaped too: they would end a link in Markdown. */
export function encodedPath(path: string): string {
  return path.replace(/\p{Cs}/gu, '\uFFFD').split('/').map((name) => encodeURIComponent(name).replace(/[!'()*]/g, percent)).join('/');
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
