import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { LoadedConfig } from '../config/load-config.ts';
import { readText } from '../config/read-text.ts';
import type { Snapshot } from '../discover/snapshot.ts';
import { ToolError } from '../errors.ts';
import { corePlan } from '../plan/core-plan.ts';
import type { Plan } from '../plan/model.ts';
import { readPlan } from '../plan/read-plan.ts';
import { findPlan } from './find-plan.ts';

export interface LoadedPlan {
  readonly plan: Plan;
  /** Null for the embedded plan. */
  readonly text: string | null;
}

/** Absolute; null where the configuration names none. */
export function planInConfig({ config, folder }: LoadedConfig): string | null {
  return config.plan === undefined ? null : resolve(folder, config.plan);
}

/** The plan of a product, else the embedded one. `wanted` is a file that somebody named; else the product's own is looked for. */
export function loadPlan(root: string, wanted: string | null, snapshot?: Snapshot): LoadedPlan {
  const shownOf = (file: string): string => relative(root, file).split(sep).join('/');
  const exists = (file: string): boolean => {
    const held = snapshot?.read(shownOf(file));
    return held === undefined ? existsSync(file) : held !== null;
  };
  const file = wanted ?? findPlan(root, exists);
  if (file === null) return { plan: corePlan(), text: null };
  const shown = shownOf(file);
  if (!exists(file)) throw new ToolError('plan-missing', { path: shown });
  const text = snapshot?.read(shown)?.toString('utf8') ?? readText(file, shown);
  return { plan: readPlan(shown, text), text };
}
