import { rules } from '../../rules/index.ts';
import type { CheckInput } from '../check/run-rules.ts';
import { loadConfig, type LoadedConfig } from '../config/load-config.ts';
import type { KnownIds } from '../config/validate.ts';
import { sinkSdks } from '../link/sdk-calls/wrapper-sdk.ts';
import { sdks } from '../sdk/index.ts';

/** The names that a configuration may use. */
export const KNOWN_IDS: KnownIds = { rules: rules.map(({ id }) => id), sdks: sdks.map(({ id }) => id) };

/** The configuration of a root, its rules and SDKs known. `config` is a file that somebody named, absolute. */
export function loadSettings({ root, config }: { readonly root: string; readonly config?: string }): Promise<LoadedConfig> {
  return loadConfig(root, config ?? null, KNOWN_IDS);
}

/** What a configuration says to rules, whichever of them run. */
export function judgedBy({ config: { destinations = {}, identity, sdks: own = [], wrappers = [] } }: LoadedConfig): Pick<CheckInput, 'sdks' | 'destinations' | 'identity'> {
  return { sdks: [...sdks, ...own, ...sinkSdks(wrappers)], destinations, identity };
}
