/** ESLint with @typescript-eslint/parser and no rules, over the files that an audit of the current folder discovers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { discover } from '../src/discover/discover.ts';

const root = process.cwd();
const linter = new Linter({ cwd: root });
const config: Linter.Config = {
  // A pattern for all files would select none that ESLint does not lint by itself.
  files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'],
  languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
};
for (const path of await discover(root)) {
  if (!/\.[cm]?[jt]sx?$/.test(path)) continue;
  const messages = linter.verify(readFileSync(join(root, path), 'utf8'), config, { filename: join(root, path) });
  // A file that was not parsed at all would make the measurement void; syntax errors do not.
  const passedOver = messages.find(({ message }) => message.startsWith('No matching configuration'));
  if (passedOver) throw new Error(passedOver.message);
}
