/** What a session goes by, its configuration, its plan and its baseline, read again when their files change. */
import { statSync } from 'node:fs';
import { findConfig } from '../config/find-config.ts';
import { loadConfigNow } from '../config/load-config-now.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import type { Plan } from '../plan/model.ts';
import { baselinePath, openBaseline, type KnownFindings } from './baseline.ts';
import { findPlan } from './find-plan.ts';
import { loadPlan, planInConfig } from './load-plan.ts';
import { KNOWN_IDS } from './load-settings.ts';
import type { SessionOptions } from './session.ts';

/** Each is the same object until it changes. */
export interface SessionSettings {
  readonly loaded: LoadedConfig;
  readonly plan: Plan;
  readonly baseline: KnownFindings | null;
}

/** Absolute paths. */
interface Files {
  readonly config: string | null;
  readonly plan: string | null;
  readonly baseline: string | null;
}

/** Files that appear are looked for no more often than this, in ms; those that are known are looked at each time. */
const OFTEN = 1000;

/** Throws `ToolError` as long as the files have never been as they should; then what they said last holds until they are again. */
export function createSettings({ root, config, plan }: SessionOptions): () => SessionSettings {
  let files: Files | null = null;
  let due = 0;
  let stamp = '';
  let loaded: LoadedConfig | null = null;
  let known: SessionSettings | null = null;

  function find(): Files {
    const found = config ?? findConfig(root);
    if (loaded?.file !== found) loaded = loadConfigNow(root, found, KNOWN_IDS);
    return { config: found, plan: plan ?? planInConfig(loaded) ?? findPlan(root), baseline: baselinePath(root, loaded) };
  }

  function look(): SessionSettings {
    if (!files || performance.now() >= due) {
      due = performance.now() + OFTEN;
      files = find();
    }
    const now = stampsOf(files);
    if (known && now === stamp) return known;
    stamp = now;
    loaded = loadConfigNow(root, files.config, KNOWN_IDS);
    files = find();
    stamp = stampsOf(files);
    const kept = known && isSame(known.loaded, loaded) ? known.loaded : loaded;
    const { plan: file } = files;
    known = {
      loaded: kept,
      plan: orBefore(() => loadPlan(root, file).plan, known?.plan),
      baseline: orBefore(() => openBaseline(root, kept), known?.baseline),
    };
    return known;
  }

  return () => orBefore(look, known);
}

/** A file that is being written may not be readable for a moment. */
function orBefore<T>(read: () => T, before: T | null | undefined): T {
  try {
    return read();
  } catch (error) {
    if (before !== null && before !== undefined) return before;
    throw error;
  }
}

function isSame(a: LoadedConfig, b: LoadedConfig): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function stampsOf({ config, plan, baseline }: Files): string {
  return [config, plan, baseline].map(stampOf).join('\n');
}

function stampOf(file: string | null): string {
  const stat = file === null ? undefined : statSync(file, { throwIfNoEntry: false });
  return `${file ?? ''} ${stat ? `${String(stat.mtimeMs)} ${String(stat.size)}` : ''}`;
}
