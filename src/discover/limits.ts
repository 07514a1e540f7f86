/** Files larger than this are not read: no hand-written source file is. In bytes. */
export const LARGEST_FILE = 5 * 1024 * 1024;

/** So many bytes of source stay in memory between searches; the rest is read again. */
export const KEPT_BYTES = 64 * 1024 * 1024;

/** So many characters of decoded text stay in memory. */
export const KEPT_TEXT = 24 * 1024 * 1024;
