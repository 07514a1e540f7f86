import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { severityIn } from '../src/check/presets.ts';

const ROOT = new URL('../', import.meta.url);
const TEXT = readFileSync(new URL('docs/specification.md', ROOT), 'utf8');
const BY_ID = new Map(rules.map((rule) => [rule.id, rule]));

interface Row {
  readonly says: string;
  readonly strength: string;
  /** The rules that hold a product to it; where it has none, the cell says so. */
  readonly rules: readonly string[];
  readonly reason: string | null;
  readonly examples: readonly string[];
}

const ROWS = [...TEXT.matchAll(/^\| (.*) \|$/gm)]
  .map(([, row = '']) => row.split(' | ').map((cell) => cell.trim()))
  .filter(([says]) => says !== 'the specification says')
  .map(([says = '', strength = '', ruled = '', examples = '']): Row => {
    const reason = ruled.startsWith('none') ? ruled : null;
    return { says, strength, rules: reason ? [] : codesIn(ruled), reason, examples: codesIn(examples) };
  });
const DEVIATING = new Set(codesIn(section('Deviations')));

describe('docs/specification.md', () => {
  it('speaks of every rule, and of no other', () => {
    const beyond = codesIn(section('Beyond the specification'));
    const named = new Set([...ROWS.flatMap((row) => row.rules), ...beyond]);
    expect([...named].sort()).toEqual([...BY_ID.keys()].sort());
    expect(ROWS.flatMap((row) => row.rules).filter((id) => beyond.includes(id))).toEqual([]);
  });

  it('has the sections of the specification, each with its sentences', () => {
    const titles = TEXT.split(/^## /m).slice(1).map((part) => part.split('\n')[0]);
    expect(titles).toHaveLength(12);
    expect(ROWS.length).toBeGreaterThan(40);
  });
});

describe.each(ROWS)('$says', ({ strength, rules: ids, reason, examples }) => {
  test('has a rule, or a reason why none', () => {
    expect(ids.length > 0 || /^none(: | by itself: ).{20,}/.test(reason ?? '')).toBe(true);
  });

  test('is held by rules of the preset that its strength asks for', () => {
    expect(['must', 'should', '—']).toContain(strength);
    const preset = strength === 'must' ? 'recommended' : 'strict';
    const outside = ids.filter((id) => !DEVIATING.has(id) && severityIn(preset, BY_ID.get(id) ?? { recommended: null }) === null);
    expect(outside).toEqual([]);
    const tooStrict = strength === 'should' ? ids.filter((id) => !DEVIATING.has(id) && severityIn('recommended', BY_ID.get(id) ?? { recommended: null }) !== null) : [];
    expect(tooStrict).toEqual([]);
  });

  test('is shown by examples that are there', () => {
    expect(examples.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
    expect(ids.length === 0 || examples.length > 0).toBe(true);
  });

  test('is shown by wrong examples that its rules report', () => {
    const texts = examples.flatMap((path) => expectations(path));
    const shown = ids.filter((id) => examples.includes(`rules/${id}/rule.md`) || texts.includes(id));
    expect(ids.length === 0 || shown.length > 0 || examples.every((path) => !path.endsWith('-wrong'))).toBe(true);
  });
});

function codesIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

function section(title: string): string {
  return TEXT.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
}

/** The rules that the comments of a fixture expect to report. */
function expectations(path: string): string[] {
  const folder = new URL(`${path}/`, ROOT);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|js|yaml)$/.test(file));
  return files.flatMap((file) => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/expect: ([\w/-]+)/g)].map(([, id = '']) => id));
}
