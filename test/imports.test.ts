import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What each room may import from; `errors` is `src/errors.ts`. A star allows types alone. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  version: [],
  sdk: [],
  extract: ['discover'],
  link: ['extract', 'sdk'],
  discover: ['link*'],
  plan: ['errors'],
  check: ['link', 'plan', 'sdk', 'errors'],
  rules: ['check', 'link*', 'plan*', 'sdk*'],
  report: ['diff*', 'check*', 'link*', 'plan*'],
  config: ['plan', 'sdk*', 'errors'],
  git: ['discover*', 'errors'],
  audit: ['git', 'discover', 'link', 'sdk', 'plan', 'check', 'rules', 'config', 'errors'],
  diff: ['link*'],
  init: ['link*'],
  cli: ['diff', 'init', 'audit', 'config', 'discover', 'report', 'errors', 'version'],
  eslint: ['audit', 'check', 'rules', 'errors', 'version'],
};

interface Import {
  readonly file: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const imports = [...sourcesBelow('src'), ...sourcesBelow('rules')].flatMap(importsOf);

it('every room imports only from the rooms below it', () => {
  const wrong = imports.filter(({ file, specifier, typeOnly }) => {
    const [from, to] = [roomOf(file), specifier.startsWith('.') ? roomOf(relative(ROOT, join(ROOT, dirname(file), specifier))) : null];
    if (to === null || from === 'index' || from === to) return false;
    const allowed = ALLOWED[from] ?? [];
    return !allowed.includes(to) && !(typeOnly && allowed.includes(`${to}*`));
  });
  expect(wrong).toEqual([]);
  expect(imports.length).toBeGreaterThan(100);
});

it('typescript is imported in one file', () => {
  expect(imports.filter(({ specifier }) => /^#?typescript$/.test(specifier)).map(({ file }) => file)).toEqual(['src/extract/typescript.ts']);
});

it('only bin.ts touches the process', () => {
  const touching = sourcesBelow('src').filter((file) => /\bprocess\.\w|\bconsole\.\w/.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(touching).toEqual(['src/cli/bin.ts']);
});

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .sort();
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/^(?:import|export) (type )?(?:([^'"]*?) from )?'([^']+)'|\bimport\('([^']+)'\)/gm)].map(([, type, names = '', specifier, dynamic]) => ({
    file,
    specifier: specifier ?? dynamic ?? '',
    typeOnly: type !== undefined || (/^\{.*\}$/s.test(names.trim()) && names.replace(/[{}]/g, '').split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '))),
  }));
}

/** `src/link/link.ts` → `link`, `rules/index.ts` → `rules`, `src/errors.ts` → `errors`. */
function roomOf(file: string): string {
  const [top = '', room = ''] = file.split('/');
  return top === 'rules' ? top : room.replace(/\.ts$/, '');
}
