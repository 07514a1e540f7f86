/** What a file's bytes say about it: whether it is worth reading as source at all. */
import { HEAD, isGenerated, isTrackingClient } from './generated.ts';

/** Minified: most of the bytes stand in lines longer than this. */
const LONG_LINE = 1000;
const SMALLEST_BUNDLE = 20 * 1024;
/** No hand-written page is larger; reports, coverage and exported documents are. */
const LARGEST_PAGE = 512 * 1024;

/** Nobody writes a script this long, whereas tools and libraries put out longer ones. TypeScript is hardly ever put out, but tables of data are. */
const LARGEST_SCRIPT = 256 * 1024;

/** Why a file is left out, or null. `generated` is expected and not worth a word; the others are problems. */
export function refusal(path: string, bytes: Buffer): 'generated' | 'binary file' | 'minified bundle' | 'bundle' | null {
  if (bytes.subarray(0, 8192).includes(0)) return 'binary file';
  if (isForeign(bytes.toString('latin1', 0, HEAD))) return 'generated';
  if (/\.[cm]?js$/.test(path) && isMinified(bytes)) return 'minified bundle';
  if (/\.[cm]?js$/.test(path) && bytes.length > LARGEST_SCRIPT) return 'bundle';
  if (path.endsWith('.html') && (bytes.length > LARGEST_PAGE || isMinified(bytes))) return 'generated';
  return null;
}

/** Generated clients for sending a plan's events stay: the product calls them. */
function isForeign(head: string): boolean {
  return isGenerated(head) && !isTrackingClient(head);
}

function isMinified(bytes: Buffer): boolean {
  if (bytes.length < SMALLEST_BUNDLE) return false;
  let long = 0;
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline;
    if (end - start > LONG_LINE) long += end - start;
    start = end + 1;
  }
  return long > bytes.length / 2;
}
