import { posix, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Override } from '../check/rule-settings.ts';
import type { LoadedConfig } from '../config/load-config.ts';

/** The configuration's overrides, for files told from the root. Their globs start from the configuration's folder. */
export function overridesOf(root: string, { config, folder }: LoadedConfig): Override[] {
  const prefix = relative(folder, root).split(sep).join('/');
  return (config.overrides ?? []).map((one) => {
    const matches = picomatch(one.files, { dot: true });
    return { rules: one.rules, matches: (file) => matches(posix.join(prefix, file)) };
  });
}
