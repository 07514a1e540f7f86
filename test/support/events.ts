import { linkFiles } from './program.ts';

/** The events of a small program: file, line and what is known of the name, as `app.ts:3 user.signed_up`. */
export function eventsOf(files: Readonly<Record<string, string>>): string[] {
  return linkFiles(files).calls.map(({ span, names, pattern }) => `${span.file}:${String(span.line)} ${names.join(' | ') || (pattern === null ? '?' : `~ ${pattern}`)}`);
}
