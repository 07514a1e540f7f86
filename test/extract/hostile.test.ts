import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { linkFiles } from '../support/program.ts';

const DEEP = 100_000;
const LONG = 50_000;

describe('hostile files', () => {
  it.each([
    ['brackets', '['.repeat(DEEP)],
    ['brackets that close', `x = ${'['.repeat(DEEP)}${']'.repeat(DEEP)}`],
    ['calls', `${'f('.repeat(DEEP)}${')'.repeat(DEEP)}`],
    ['objects', `x = ${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`],
    ['functions', `${'function f() {'.repeat(DEEP)}${'}'.repeat(DEEP)}`],
    ['templates', `x = ${'`${'.repeat(DEEP)}a${'}`'.repeat(DEEP)}`],
    ['conditionals', `x = ${'a ? b : '.repeat(DEEP)}c`],
    ['arrow functions', `x = ${'a => '.repeat(DEEP)}1`],
    ['operators before a value', `x = ${'!'.repeat(DEEP)}a`],
    ['else after else', `${'if (a) {} else '.repeat(DEEP)}{}`],
    ['type arguments', `type T = ${'A<'.repeat(DEEP)}B${'>'.repeat(DEEP)}`],
    ['elements', `x = ${'<a>'.repeat(DEEP)}${'</a>'.repeat(DEEP)}`],
    ['async arrow functions that are none', `x = ${'(async '.repeat(60)}`],
  ])('%s nested too deeply are named, and nothing else comes of them', (_, text) => {
    const facts = extract('src/deep.tsx', text);
    expect(facts.problem).toEqual({ line: 1, message: 'nested more deeply than can be read' });
    expect(facts.functions).toHaveLength(1);
  });

  it.each([
    ['a sum', `x = ${'a + '.repeat(LONG)}a`],
    ['alternatives', `x = ${'a || '.repeat(LONG)}a`],
    ['a sequence', `x = (${'a, '.repeat(LONG)}a)`],
    ['a chain of calls', `a${'.b()'.repeat(LONG)}`],
    ['casts', `x = a${' as b'.repeat(LONG)}`],
    ['an object', `x = {${Array.from({ length: LONG }, (_, index) => `k${String(index)}: ${String(index)}`).join(',')}}`],
  ])('%s of great length is read, and its facts stay in proportion', (_, text) => {
    const facts = extract('src/long.ts', text);
    expect(facts.problem).toBeNull();
    expect(JSON.stringify(facts).length).toBeLessThan(text.length * 20 + 100_000);
  });

  it('modifiers in a row, which the parser would try again and again, are named', () => {
    expect(extract('src/modifiers.ts', `let a;\n${'async '.repeat(DEEP)}`).problem).toEqual({ line: 2, message: 'more modifiers in a row than can be read' });
  });

  it('brackets in strings, comments, templates and regular expressions are no nesting', () => {
    const text = `const a = ['${'('.repeat(400)}', "${'['.repeat(400)}", \`${'{'.repeat(400)}\`, /[(]${'\\('.repeat(400)}/]; // ${'('.repeat(400)}\n/* ${'['.repeat(400)} */`;
    expect(extract('src/texts.ts', text).problem).toBeNull();
  });

  it('a file that cannot be read keeps no other file from being audited', () => {
    const { calls, problems } = linkFiles({
      'src/a.ts': "import posthog from 'posthog-js';\nposthog.capture('a.done');",
      'src/b.ts': `import posthog from 'posthog-js';\nposthog.capture(${'['.repeat(DEEP)});`,
    });
    expect(calls.map(({ names }) => names)).toEqual([['a.done']]);
    expect(problems.map(({ file, line }) => `${file}:${String(line)}`)).toEqual(['src/b.ts:2']);
  });

  it('a chain of functions, each calling the next, is followed as far as it goes', () => {
    const text = Array.from({ length: 2000 }, (_, index) => `function f${String(index)}(a) { f${String(index + 1)}(a); }`).join('\n');
    const { calls } = linkFiles({ 'src/a.ts': `import posthog from 'posthog-js';\n${text}\nfunction f2000(a) { posthog.capture('end.reached'); }` });
    expect(calls.map(({ names }) => names)).toEqual([['end.reached']]);
  });
});
