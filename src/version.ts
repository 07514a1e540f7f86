import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version in the package's manifest. */
export const VERSION = readVersion(dirname(fileURLToPath(import.meta.url)));

function readVersion(folder: string): string {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (manifest !== null && typeof manifest === 'object' && 'name' in manifest && manifest.name === 'tracklint' && 'version' in manifest)
      return String(manifest.version);
  } catch {
    // The manifest stands further up: two folders from the source, three from the build.
  }
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The package.json of tracklint is missing.');
  return readVersion(parent);
}
