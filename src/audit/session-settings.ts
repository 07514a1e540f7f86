/** The configuration and the plan of a session, read again when their files change. */
import { statSync } from 'node:fs';
import { findConfig } from '../config/find-config.ts';
import { loadConfigNow } from '../config/load-config-now.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import type { Plan } from '../plan/model.ts';
import { loadPlan, planInConfig } from './load-plan.ts';
import { KNOWN_IDS } from './load-settings.ts';
import { findPlan } from './find-plan.ts';
import type { SessionOptions } from './session.ts';

export interface SessionSettings {
  readonly loaded: LoadedConfig;
  readonly plan: Plan;
}

/** Files that appear are looked for no more often than this, in ms; those that are known are looked at each time. */
const OFTEN = 1000;

export function createSettings({ root, config, plan }: SessionOptions): () => SessionSettings {
  let files: { readonly config: string | null; readonly plan: string | null } | null = null;
  let due = 0;
  let stamp = '';
  let loaded: LoadedConfig | null = null;
  let known: SessionSettings | null = null;

  function find(): { readonly config: string | null; readonly plan: string | null } {
    const found = config ?? findConfig(root);
    if (loaded?.file !== found) loaded = loadConfigNow(root, found, KNOWN_IDS);
    return { config: found, plan: plan ?? planInConfig(loaded) ?? findPlan(root) };
  }

  return () => {
    if (!files || performance.now() >= due) {
      files = find();
      due = performance.now() + OFTEN;
    }
    const now = `${stampOf(files.config)} ${stampOf(files.plan)}`;
    if (known && now === stamp) return known;
    stamp = now;
    loaded = loadConfigNow(root, files.config, KNOWN_IDS);
    files = find();
    known = { loaded: known && isSame(known.loaded, loaded) ? known.loaded : loaded, plan: planNow(root, files.plan, known?.plan) };
    return known;
  };
}

/** A plan that is being written may not be readable for a moment: the last one that was holds until it is. */
function planNow(root: string, file: string | null, before: Plan | undefined): Plan {
  try {
    return loadPlan(root, file).plan;
  } catch (error) {
    if (before) return before;
    throw error;
  }
}

function isSame(a: LoadedConfig, b: LoadedConfig): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function stampOf(file: string | null): string {
  const stat = file === null ? undefined : statSync(file, { throwIfNoEntry: false });
  return `${file ?? ''} ${stat ? `${String(stat.mtimeMs)} ${String(stat.size)}` : ''}`;
}
