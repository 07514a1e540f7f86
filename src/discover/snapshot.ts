/** A project's files as they stand elsewhere than on the disk: in git's index, in a commit. */
export interface Snapshot {
  /** All files below the root, POSIX and relative to it. */
  readonly files: readonly string[];
  /** A file's bytes, by its path from the root (`../` leads above it): null where it has none, undefined where the disk's are right. */
  read(path: string): Buffer | null | undefined;
}
