import { describe, expect, it } from 'vitest';
import { baselineText, compareWithBaseline, parseBaseline, type BaselineEntry, type BaselineWorld } from '../../src/check/baseline.ts';
import { finding } from '../support/report.ts';

const found = (file: string, subject: string, ordinal = 0): ReturnType<typeof finding> => finding({ file, subject, ordinal, rule: 'r' });
const entry = (file: string, subject: string, ordinal = 0): BaselineEntry => ({ file, rule: 'r', subject, ordinal });
const WORLD: BaselineWorld = { pathOf: (file) => file, exists: (file) => file !== 'old.ts' && !file.startsWith('gone/'), judges: () => true };

function compare(findings: readonly ReturnType<typeof finding>[], entries: readonly BaselineEntry[], world: Partial<BaselineWorld> = {}): unknown {
  const { findings: fresh, stale, moved, pruned } = compareWithBaseline(findings, entries, { ...WORLD, ...world });
  const short = ({ file, subject, ordinal }: BaselineEntry): string => `${file} ${subject} ${String(ordinal)}`;
  return { fresh: fresh.map(short), stale: stale.map(short), moved: moved.map(({ from, to, count }) => `${from} ${to} ${String(count)}`), pruned: pruned.map(short) };
}

describe('a baseline', () => {
  it('knows its findings wherever they stand in their file, and no others', () => {
    expect(compare([found('a.ts', 'x'), found('a.ts', 'y')], [entry('a.ts', 'x')])).toEqual({ fresh: ['a.ts y 0'], stale: [], moved: [], pruned: ['a.ts x 0'] });
  });

  it('knows as many of a kind as it has entries', () => {
    const entries = [entry('a.ts', 'x'), entry('a.ts', 'x', 1)];
    expect(compare([found('a.ts', 'x'), found('a.ts', 'x', 1), found('a.ts', 'x', 2)], entries)).toMatchObject({ fresh: ['a.ts x 2'], stale: [] });
    expect(compare([found('a.ts', 'x')], entries)).toMatchObject({ fresh: [], stale: ['a.ts x 1'] });
  });

  it('takes the entries of a file that is gone for the file that resembles it most', () => {
    const findings = [found('new.ts', 'x'), found('new.ts', 'y'), found('other.ts', 'x')];
    expect(compare(findings, [entry('old.ts', 'x'), entry('old.ts', 'y'), entry('old.ts', 'z')])).toEqual({
      fresh: ['other.ts x 0'], stale: ['old.ts z 0'], moved: ['old.ts new.ts 2'], pruned: ['new.ts x 0', 'new.ts y 0'],
    });
  });

  it('takes the file of the same name where two resemble it, and none where neither has it', () => {
    const findings = [found('a/one.ts', 'x'), found('b/two.ts', 'x')];
    expect(compare(findings, [entry('gone/two.ts', 'x')])).toMatchObject({ fresh: ['a/one.ts x 0'], moved: ['gone/two.ts b/two.ts 1'] });
    expect(compare(findings, [entry('old.ts', 'x')])).toMatchObject({ fresh: ['a/one.ts x 0', 'b/two.ts x 0'], stale: ['old.ts x 0'], moved: [] });
  });

  it('does not take an entry of a file that is still there for another file', () => {
    expect(compare([found('new.ts', 'x')], [entry('a.ts', 'x')])).toMatchObject({ fresh: ['new.ts x 0'], stale: ['a.ts x 0'], moved: [] });
  });

  it('leaves entries alone that were not looked for', () => {
    expect(compare([], [entry('a.ts', 'x')], { judges: () => false })).toEqual({ fresh: [], stale: [], moved: [], pruned: ['a.ts x 0'] });
  });
});

describe('the file of a baseline', () => {
  it('has an entry a line, sorted, each once', () => {
    const text = baselineText([entry('b.ts', 'x'), entry('a.ts', 'y', 1), entry('a.ts', 'y'), entry('b.ts', 'x')]);
    expect(text).toBe(
      '{"file":"a.ts","rule":"r","subject":"y"}\n{"file":"a.ts","rule":"r","subject":"y","ordinal":1}\n{"file":"b.ts","rule":"r","subject":"x"}\n');
    expect(baselineText(parseBaseline(text, 'b'))).toBe(text);
  });

  it('is read in any order, with doubles, empty lines and line ends of Windows', () => {
    const line = '{"file":"a.ts","rule":"r","subject":"x"}';
    expect(compare([found('a.ts', 'x')], parseBaseline(`\uFEFF${line}\r\n\r\n${line}\r\n`, 'b'))).toMatchObject({ fresh: [], stale: [] });
  });

  it.each([
    ['{"file":"a.ts","rule":"r"}', 'base.jsonl:2: This is no entry of a baseline. --update-baseline writes the file anew.'],
    ['{"file":"a.ts","rule":"r","subject":"x","line":1}', 'base.jsonl:2: This is no entry'],
    ['nonsense', 'base.jsonl:2: This is no entry'],
    ['<<<<<<< HEAD', 'base.jsonl:2: This line is left of a merge in git.'],
    ['=======', 'base.jsonl:2: This line is left of a merge in git.'],
  ])('is refused with its line where it holds %s', (line, message) => {
    expect(() => parseBaseline(`\n${line}\n`, 'base.jsonl')).toThrow(message);
  });
});
