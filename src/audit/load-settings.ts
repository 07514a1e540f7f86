import { rules } from '../../rules/index.ts';
import { loadConfig, type LoadedConfig } from '../config/load-config.ts';
import { sdks } from '../sdk/index.ts';

/** The configuration of a root, its rules and SDKs known. `config` is a file that somebody named, absolute. */
export function loadSettings({ root, config }: { readonly root: string; readonly config?: string }): Promise<LoadedConfig> {
  return loadConfig(root, config ?? null, { rules: rules.map(({ id }) => id), sdks: sdks.map(({ id }) => id) });
}
