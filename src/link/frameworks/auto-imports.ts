/** Nuxt imports by itself what the folders `composables` and `utils` export: names that no file declares. */
import { posix } from 'node:path';
import { placeValue } from '../evaluate/bindings.ts';
import type { Machine } from '../evaluate/machine.ts';
import type { Value } from '../values/value.ts';

const FOLDER = /^(.*?)(?:^|\/)(?:app\/|src\/)?(?:composables|utils)\/(?:[^/]+|[^/]+\/index)\.[cm]?[jt]s$/;

interface Index {
  readonly size: number;
  /** By name: the files that export it, and the folders of their applications. */
  readonly exports: ReadonlyMap<string, readonly { readonly file: string; readonly root: string; readonly name: string }[]>;
}

const INDEXES = new WeakMap<Machine['candidates'], Index>();

/** What a name stands for that a file of a Nuxt application uses without declaring it; null for other names. */
export function autoImported(m: Machine, asking: string, name: string): Value | null {
  const found = indexOf(m).exports.get(name)?.find(({ root }) => root === '' || asking.startsWith(`${root}/`));
  const place = found ? m.modules.findExport(found.file, found.name, asking) : null;
  return place ? placeValue(m, place) : null;
}

/** The candidates alone: what other files export leads to no SDK. */
function indexOf(m: Machine): Index {
  const known = INDEXES.get(m.candidates);
  if (known?.size === m.candidates.size) return known;
  const exports = new Map<string, { readonly file: string; readonly root: string; readonly name: string }[]>();
  for (const file of m.candidates) {
    const root = rootOf(m, file);
    const module = root === null ? null : m.modules.load(file);
    if (root === null || !module) continue;
    for (const name of Object.keys(module.facts.exports)) {
      const as = name === 'default' ? posix.basename(file).replace(/\.\w+$/, '') : name;
      exports.set(as, [...(exports.get(as) ?? []), { file, root, name }]);
      m.methods.add(as);
    }
  }
  const index = { size: m.candidates.size, exports };
  INDEXES.set(m.candidates, index);
  return index;
}

/** The folder of the Nuxt application that imports a file by itself; null for other files. */
function rootOf(m: Machine, file: string): string | null {
  const root = FOLDER.exec(file)?.[1];
  return root !== undefined && m.modules.resolve(posix.join(root, 'app'), './nuxt.config') !== null ? root : null;
}
