import { createHash } from 'node:crypto';

const LENGTH = 20;

/** A finding's identity: hash of rule, path, normalised subject and ordinal. Lines never enter it. */
export function fingerprint(rule: string, file: string, subject: string, ordinal: number): string {
  const identity = JSON.stringify([rule, file, normalised(subject), ordinal]);
  return createHash('sha256').update(identity).digest('hex').slice(0, LENGTH);
}

/** A subject without differences of spacing, so that reformatting code keeps its findings. */
export function normalised(subject: string): string {
  return subject.replace(/\s+/g, ' ').trim();
}
