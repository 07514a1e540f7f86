import type { Tracking } from '../diff/tracking.ts';
import type { DiffInput } from './diff-parts.ts';
import type { DiffReport } from './diff-schema.ts';
import { safeJson } from './safe-text.ts';

/** A difference in tracking in the form of `schema/diff.json`. */
export function diffJson({ ref, changes }: DiffInput): string {
  const report: DiffReport = {
    version: 1,
    ref,
    changes: changes.map((change) => ({
      kind: change.kind,
      before: change.kind === 'added' ? null : state(change.before),
      after: change.kind === 'removed' ? null : state(change.after),
    })),
  };
  return safeJson(report);
}

function state({ title, isEvent, places, keys, groups, groupless, sdks }: Tracking): NonNullable<DiffReport['changes'][number]['after']> {
  return {
    title, isEvent, keys: [...keys], groups: [...groups], groupless, sdks: [...sdks],
    places: places.map(({ file, line, column }) => ({ file, line, column })),
  };
}
