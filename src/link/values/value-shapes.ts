/** From drafts to what rules see: places become spans, declared types what they stand for, and the same values one. */
import type { CallKeys, KeyValue, Span, ValueShape } from '../call.ts';
import type { DraftValue } from './draft-values.ts';
import type { Machine } from '../evaluate/machine.ts';
import type { ObjectKeys } from './object-keys.ts';
import { shapesOfDeclared } from './type-shapes.ts';
import type { Place } from './value.ts';

/** Texts of source that are longer tell nothing that their place does not. */
const LONGEST_TEXT = 200;

export interface Shaper {
  keys(all: readonly ObjectKeys[]): CallKeys;
  values(drafts: readonly DraftValue[]): ValueShape[];
}

export function createShaper(m: Machine, spanOf: (place: Place) => Span): Shaper {
  function keysOf(all: readonly ObjectKeys[]): CallKeys {
    const keys = [...new Set(all.flatMap((one) => one.keys))].sort();
    const optional = keys.filter((key) => !all.every((one) => one.keys.includes(key) && !one.optional.includes(key)));
    return { keys, optional, open: all.some((one) => one.open), values: keys.map((key) => valueOf(key, all, optional.includes(key))) };
  }

  function valueOf(key: string, all: readonly ObjectKeys[], optional: boolean): KeyValue {
    const entries = all.flatMap((one) => one.entries[one.keys.indexOf(key)] ?? []);
    const keyAt = entries.find((entry) => entry.keyAt)?.keyAt ?? null;
    return { key, span: keyAt && spanOf(keyAt), optional, values: valuesOf(entries.flatMap((entry) => entry.values)) };
  }

  function valuesOf(drafts: readonly DraftValue[]): ValueShape[] {
    const shapes = new Map<string, ValueShape>();
    for (const draft of drafts)
      for (const shape of shapesOf(draft)) {
        const id = JSON.stringify([shape.type, shape.literal ?? shape.pattern ?? null, draft.place]);
        if (!shapes.has(id)) shapes.set(id, shape);
      }
    return [...shapes.values()];
  }

  function shapesOf({ type, literal, pattern, items, members, declared, place }: DraftValue): ValueShape[] {
    const at = { span: place && spanOf(place), text: place && textAt(place) };
    if (type === 'unknown' && declared) return shapesOfDeclared(m, declared).map((shape) => ({ ...shape, ...at }));
    return [{
      type,
      ...(literal !== undefined && { literal }),
      ...(pattern !== undefined && { pattern }),
      ...(items && { items: valuesOf(items) }),
      ...(members && { members: keysOf([members]) }),
      ...at,
    }];
  }

  function textAt(place: Place): string | null {
    return place.at[1] - place.at[0] > LONGEST_TEXT ? null : m.source(place);
  }

  return { keys: keysOf, values: valuesOf };
}
