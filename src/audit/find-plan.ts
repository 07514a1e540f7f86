import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { foldersUpward } from '../config/find-config.ts';

/** Where a plan is found by itself, from the root or a folder above it. */
export const DEFAULT_PLAN = '.telemetry/tracking-plan.yaml';

/** The product's own plan, absolute, or null where it has none. */
export function findPlan(root: string): string | null {
  return foldersUpward(root).map((folder) => join(folder, DEFAULT_PLAN)).find((file) => existsSync(file)) ?? null;
}
