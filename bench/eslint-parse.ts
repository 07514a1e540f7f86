/** ESLint with @typescript-eslint/parser and no rules, over the files that an audit of the current folder discovers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { discover } from '../src/discover/discover.ts';

const root = process.cwd();
const linter = new Linter({ cwd: root });
const config: Linter.Config = {
  files: ['**/*'],
  languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
};
for (const path of await discover(root)) {
  if (/\.[cm]?[jt]sx?$/.test(path)) linter.verify(readFileSync(join(root, path), 'utf8'), config, { filename: join(root, path) });
}
