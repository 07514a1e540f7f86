import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { linkFiles } from '../support/program.ts';

const TRACK = "import posthog from 'posthog-js';\n";

/** `line:column name` of each call found in one file. */
function found(path: string, text: string): string[] {
  return linkFiles({ [path]: text }).calls.map(({ span, names }) => `${String(span.line)}:${String(span.column)} ${names.join('|')}`);
}

describe('positions are those of the file', () => {
  it('in the script and the template of a Vue component', () => {
    const text = `<template>\r\n  <a @click="posthog.capture('a')" :title="\r\n posthog.capture('b')">{{  posthog.capture('c') }}</a>\r\n</template>\r\n<script setup>\r\n${TRACK}  posthog.capture('d')\r\n</script>`;
    expect(found('A.vue', text)).toEqual(['2:14 a', '3:2 b', '3:28 c', '7:3 d']);
  });
  it('in a Svelte component', () => {
    const text = `<script>${TRACK}</script>\n<p class="a {posthog.capture('a')}" on:click={() => posthog.capture('b')}>{@html posthog.capture('c')}</p>`;
    expect(found('A.svelte', text)).toEqual(['3:14 a', '3:53 b', '3:82 c']);
  });
  it('in an Astro component', () => {
    const text = `---\n${TRACK}---\n<ul>{[1].map(() => <li>{posthog.capture('a')}</li>)}</ul>`;
    expect(found('a.astro', text)).toEqual(['4:25 a']);
  });
  it('in a page', () => {
    const text = `<p>\n<a onclick="posthog.capture('a'); return false">x</a>\n<script>\n  posthog.capture('b')</script>`;
    expect(found('a.html', text)).toEqual(['2:13 a', '4:3 b']);
  });
});

describe('what is not understood is skipped', () => {
  it('an expression of another syntax, beside those that are read', () => {
    expect(found('A.vue', `<template><a :x="a | | b" @click="posthog.capture('a')">{{ ??? }}</a></template>\n<script setup>\n${TRACK}</script>`)).toEqual(['1:35 a']);
    expect(found('A.svelte', `<script>${TRACK}</script>\n<a x={???} on:click={() => posthog.capture('a')}>{#new thing}{/if}{:else}</a>`)).toEqual(['3:28 a']);
  });
  it('tags that nothing closes, and braces', () => {
    expect(found('A.svelte', `<script>${TRACK}</script>\n<ul><li>Don't<li { <br>\n<a onclick={() => posthog.capture('a')}></ul></p>{`)).toEqual(['4:19 a']);
  });
  it('scripts that are data, and templates in other languages', () => {
    expect(found('a.html', `<script type="text/template">posthog.capture('a')</script><script type="application/json">{"a": 1}</script>`)).toEqual([]);
    expect(found('A.vue', `<template lang="pug">\na(@click="posthog.capture('a')")\n</template>`)).toEqual([]);
  });
});

describe('syntax errors', () => {
  it('of a component are named at their line', () => {
    expect(extract('A.vue', '<template><p/></template>\n<script>\nexport default {\n  a: ,\n}\n</script>').problem?.line).toBe(4);
    expect(extract('A.svelte', '<p></p>\n<script>\nlet = ;\n</script>').problem?.line).toBe(3);
  });
  it('of a page are named, but not what a server fills in', () => {
    expect(extract('a.html', '<script>\nvar a = ;\n</script>').problem?.line).toBe(2);
    expect(extract('a.html', '<script>\nvar a = {{ key }};\n</script>\n<script>var b = <%= key %>;</script>').problem).toBeNull();
  });
});

describe('hostile markup ends', () => {
  it.each([
    ['many open braces', 'A.svelte', '{'.repeat(200_000)],
    ['many open tags', 'A.vue', `<template>${'<a>'.repeat(50_000)}`],
    ['many blocks', 'A.svelte', '{#if a}'.repeat(20_000)],
    ['an attribute without end', 'a.html', `<a ${'x '.repeat(100_000)}`],
    ['quotes without end', 'A.svelte', `<a ${`b="{'`.repeat(20_000)}`],
  ])('%s', (_, path, text) => {
    const start = Date.now();
    extract(path, text);
    expect(Date.now() - start).toBeLessThan(5000);
  });
});
