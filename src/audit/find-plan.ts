import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { foldersUpward } from '../config/find-config.ts';
import { PLAN_FILES } from '../plan/plan-files.ts';

/** The product's own plan, absolute, from the root or a folder above it; null where it has none. */
export function findPlan(root: string, exists: (file: string) => boolean = existsSync): string | null {
  for (const folder of foldersUpward(root)) {
    const found = planIn(folder, exists);
    if (found) return found;
  }
  return null;
}

/** The plan that a folder itself holds, absolute, or null. */
export function planIn(folder: string, exists: (file: string) => boolean = existsSync): string | null {
  return PLAN_FILES.map((name) => join(folder, name)).find((file) => exists(file)) ?? null;
}
