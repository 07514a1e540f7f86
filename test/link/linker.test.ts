import { describe, expect, it } from 'vitest';
import { isSource } from '../../src/discover/file-kinds.ts';
import { needleMatcher } from '../../src/discover/needles.ts';
import type { Call } from '../../src/link/call.ts';
import { createLinker, type Linker } from '../../src/link/linker.ts';
import { sdks } from '../../src/sdk/index.ts';
import { fixtureFiles, fixtureLeaves } from '../support/fixture-files.ts';
import { linkFiles } from '../support/program.ts';

interface Edited {
  /** The calls, linked whole again where the linker says that it is stale. */
  calls(): unknown;
  /** Gives a file another text; null takes it away. */
  edit(file: string, text: string | null): void;
}

function linkerOf(given: Readonly<Record<string, string>>): Edited {
  const files: Record<string, string | null> = { ...given };
  const sources = Object.keys(files).filter(isSource).sort();
  const read = (file: string): string | null => (Object.hasOwn(files, file) ? (files[file] ?? null) : null);
  const mentions = (file: string, needles: readonly string[]): boolean => needleMatcher(needles)(Buffer.from(read(file) ?? ''));
  const link = (): Linker => createLinker({ files: sources, read, mentions, matching: (needles) => sources.filter((file) => mentions(file, needles)), sdks, globals: {} });
  let linker = link();
  return {
    calls() {
      if (linker.isStale()) linker = link();
      return shown(linker.calls());
    },
    edit(file, text) {
      files[file] = text;
      linker.edit(file);
    },
  };
}

function shown(calls: readonly Call[]): unknown {
  return JSON.parse(JSON.stringify(calls));
}

describe.each(fixtureLeaves())('%s, linked again after each edit', (leaf) => {
  const { files } = fixtureFiles(leaf);
  const sources = Object.keys(files).filter(isSource);

  it('is what it was once an edit is taken back', () => {
    const { calls, edit } = linkerOf(files);
    const whole = calls();
    for (const file of sources) {
      edit(file, '');
      calls();
      edit(file, files[file] ?? '');
      expect({ file, calls: calls() }).toEqual({ file, calls: whole });
    }
  });

  it('has its calls where they have moved to', () => {
    for (const file of sources) {
      const { calls, edit } = linkerOf(files);
      const moved = `\n\n${files[file] ?? ''}`;
      edit(file, moved);
      expect({ file, calls: calls() }).toEqual({ file, calls: shown(linkFiles({ ...files, [file]: moved }).calls) });
    }
  });

  it('has none of the calls of a file that is gone', () => {
    for (const file of sources) {
      const { calls, edit } = linkerOf(files);
      edit(file, null);
      expect(JSON.stringify(calls())).not.toContain(`"file":${JSON.stringify(file)}`);
    }
  });
});
