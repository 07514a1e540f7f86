import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ToolError } from '../errors.ts';

/** Writes a file, absolute, with the folders that it stands in. Throws `ToolError`. */
export function writeFile(file: string, text: string, appends = false): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    (appends ? appendFileSync : writeFileSync)(file, text);
  } catch (error) {
    throw new ToolError('unwritable', { path: file, reason: error instanceof Error ? error.message : String(error) });
  }
}
