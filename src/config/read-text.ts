import { readFileSync, statSync } from 'node:fs';
import { ToolError } from '../errors.ts';

/** A file that the user named, or that was found for them. Throws `ToolError` where it cannot be read; `shown` is its path for people. */
export function readText(file: string, shown: string): string {
  try {
    if (statSync(file).isDirectory()) throw new Error('it is a folder.');
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ToolError('unreadable', { path: shown, reason });
  }
}
