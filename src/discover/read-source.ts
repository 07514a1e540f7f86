/** Reading a source file's bytes with as few calls of the system as can be: a product has thousands. */
import { closeSync, constants, openSync, readSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { LARGEST_FILE } from './limits.ts';

/** A link is not followed, and a pipe does not block. Windows has neither flag: `undefined` counts as 0. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

const TOO_LARGE = `larger than ${String(LARGEST_FILE / 1024 / 1024)} MB`;

const scratch = Buffer.allocUnsafeSlow(LARGEST_FILE + 1);

/** A file's bytes, the reason why it has none, or null where it is gone or stands elsewhere in the listing. `root` is a real path. */
export function readSource(root: string, path: string): Buffer | string | null {
  const full = join(root, path);
  try {
    const length = fill(full);
    return length > LARGEST_FILE ? TOO_LARGE : Buffer.from(scratch.subarray(0, length));
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ELOOP') return linkProblem(root, full);
    return isMissing(code) ? null : `cannot be read: ${code}`;
  }
}

/** Bytes that were read elsewhere, or the reason why they are refused. */
export function checkedSize(bytes: Buffer | null): Buffer | string | null {
  return bytes !== null && bytes.length > LARGEST_FILE ? TOO_LARGE : bytes;
}

/** A file below the root that is no source, such as `package.json`: links are followed, but not out of the root. */
export function readInside(root: string, path: string): Buffer | null {
  try {
    const real = realpathSync(join(root, path));
    const length = isInside(root, real) ? fill(real) : 0;
    return length > 0 && length <= LARGEST_FILE ? Buffer.from(scratch.subarray(0, length)) : null;
  } catch {
    return null;
  }
}

function fill(full: string): number {
  const descriptor = openSync(full, FLAGS);
  try {
    let length = 0;
    while (length < scratch.length) {
      const read = readSync(descriptor, scratch, length, scratch.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return length;
  } finally {
    closeSync(descriptor);
  }
}

/** A link into the project is read at its target's own place. */
function linkProblem(root: string, full: string): string | null {
  try {
    return isInside(root, realpathSync(full)) ? null : 'symbolic link that leads out of the project';
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ELOOP') return 'symbolic link that leads to itself';
    return isMissing(code) ? 'symbolic link that leads nowhere' : `cannot be read: ${code}`;
  }
}

function isInside(root: string, full: string): boolean {
  return full.startsWith(root.endsWith(sep) ? root : root + sep);
}

function isMissing(code: string): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
