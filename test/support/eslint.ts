/** The plugin in ESLint, over files of a product. */
import { createRequire } from 'node:module';
import tsParser from '@typescript-eslint/parser';
import * as astroParser from 'astro-eslint-parser';
import { Linter } from 'eslint';
import * as svelteParser from 'svelte-eslint-parser';
import vueParser from 'vue-eslint-parser';
import plugin from '../../src/eslint/plugin.ts';

export type ParserName = 'espree' | '@typescript-eslint/parser' | 'vue-eslint-parser' | 'svelte-eslint-parser' | 'astro-eslint-parser' | '@html-eslint/parser';

/** Null where test/eslint/tools is not installed. */
const HTML = toolFor('@html-eslint/parser') as Linter.Parser | null;

const JSX = { ecmaFeatures: { jsx: true } };
const EMBEDDED = { ...JSX, parser: tsParser, extraFileExtensions: ['.vue', '.svelte', '.astro'], sourceType: 'module' };

const LANGUAGES: Readonly<Record<ParserName, Linter.LanguageOptions>> = {
  espree: { parserOptions: JSX },
  '@typescript-eslint/parser': { parser: tsParser, parserOptions: JSX },
  'vue-eslint-parser': { parser: vueParser, parserOptions: EMBEDDED },
  'svelte-eslint-parser': { parser: svelteParser, parserOptions: EMBEDDED },
  'astro-eslint-parser': { parser: astroParser, parserOptions: EMBEDDED },
  '@html-eslint/parser': { ...(HTML && { parser: HTML }) },
};

/** The parsers under which people lint a file, by its extension; the first is the usual one. */
export function parsersFor(file: string): readonly ParserName[] {
  if (/\.[cm]?jsx?$/.test(file)) return ['espree', '@typescript-eslint/parser', 'vue-eslint-parser'];
  if (file.endsWith('.svelte.ts')) return ['@typescript-eslint/parser', 'svelte-eslint-parser'];
  if (/\.[cm]?tsx?$/.test(file)) return ['@typescript-eslint/parser', 'vue-eslint-parser'];
  if (file.endsWith('.html')) return HTML ? ['@html-eslint/parser'] : [];
  const [, extension = ''] = /\.(vue|svelte|astro)$/.exec(file) ?? [];
  return extension === '' ? [] : [`${extension}-eslint-parser` as ParserName];
}

/** What test/eslint/tools holds, apart from the project's own dependencies; null where it is not installed. */
export function toolFor(name: string): unknown {
  try {
    return createRequire(new URL('../eslint/tools/package.json', import.meta.url))(name);
  } catch {
    return null;
  }
}

export interface LintOptions {
  readonly root: string;
  readonly parser?: ParserName;
  readonly config?: Linter.Config;
}

/** Lints a text as a file of the product, by default with all rules. */
export function lintText(text: string, file: string, { root, parser = parsersFor(file)[0] ?? 'espree', config = plugin.configs.all }: LintOptions): Linter.LintMessage[] {
  const linter = new Linter({ cwd: root });
  return linter.verify(text, [{ files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts,vue,svelte,astro,html}'], linterOptions: { reportUnusedDisableDirectives: 'off' }, ...config, languageOptions: LANGUAGES[parser] }], { filename: `${root}/${file}` });
}
