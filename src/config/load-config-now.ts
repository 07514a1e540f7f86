/** Loads a configuration file at once: for who cannot wait, such as a rule of a linter. */
import { relative } from 'node:path';
import { createJiti } from 'jiti';
import { asRead, checked, configFile, defaultOf, jitiOptions, loadError, readJson, type LoadedConfig } from './load-config.ts';
import type { KnownIds } from './validate.ts';

/** Like `loadConfig`; a configuration that is a program must not `await` anything at its top. */
export function loadConfigNow(root: string, explicit: string | null, known: KnownIds): LoadedConfig {
  const file = configFile(root, explicit);
  if (file === null) return { config: {}, folder: root, file: null, locate: () => ({ file: root }) };
  const shown = relative(root, file) || file;
  return checked(file, file.endsWith('.json') ? readJson(file, shown) : asRead(execute(file, shown), shown), known);
}

function execute(file: string, shown: string): unknown {
  try {
    // The promise of `import()` would come too late.
    return defaultOf(createJiti(import.meta.url, jitiOptions())(file) as Record<string, unknown>, shown);
  } catch (error) {
    throw loadError(error, shown);
  }
}
