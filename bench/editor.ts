/**
 * What the plugin adds to ESLint's own time, file by file, with parsing alone measured beside it in the same process:
 * `npm run bench:editor -- DIR…`. First every file is linted once, as `eslint .` does; then those with calls are edited.
 */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { loadavg } from 'node:os';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { audit } from '../src/audit/audit.ts';
import { discover } from '../src/discover/discover.ts';
import type tracklint from '../src/eslint/plugin.ts';
import { median } from './measure.ts';

const { default: plugin } = (await import(new URL('../dist/src/eslint/plugin.js', import.meta.url).href)) as { default: typeof tracklint };

const PARSED = /\.[cm]?[jt]sx?$/;
const PARSING: Linter.Config = {
  files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'],
  languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
};
/** Enough for percentiles. */
const MOST_EDITED = 60;

const EDITS: Readonly<Record<string, (text: string, round: number) => string>> = {
  'a blank line on top': (text, round) => '\n'.repeat(round + 1) + text,
  'a statement at the end': (text, round) => `${text}\nvoid ${String(round)};\n`,
  'a new export': (text, round) => `${text}\nexport const added${String(round)} = 1;\n`,
};

const roots = process.argv.slice(2);
if (roots.length === 0) throw new Error('Usage: npm run bench:editor -- DIR…');
for (const root of roots) await benchTree(resolve(root));
write(`\nNode ${process.version}, load average ${loadavg().map((load) => load.toFixed(2)).join(' ')}\n`);

async function benchTree(root: string): Promise<void> {
  const files = (await discover(root)).filter((path) => PARSED.test(path));
  const linter = new Linter({ cwd: root });
  const project = { ...PARSING, ...plugin.project({ root }) };
  const verify = (file: string, text: string, config: Linter.Config): number => {
    const start = performance.now();
    const [message] = linter.verify(text, config, { filename: join(root, file) });
    if (message?.message.startsWith('No matching configuration')) throw new Error(message.message);
    return performance.now() - start;
  };
  /** What the plugin adds for a file as it is now. Parsing goes first and last by turns: whoever goes second finds warm caches. */
  const added = (file: string, text: string, turn: number): number => {
    if (turn % 2 === 0) return -verify(file, text, PARSING) + verify(file, text, project);
    return verify(file, text, project) - verify(file, text, PARSING);
  };
  const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

  const { program } = await audit({ root });
  const called = [...new Set(program.calls.map(({ span }) => span.file))].filter((file) => PARSED.test(file));
  const [first = ''] = called;
  const parsing = verify(first, textOf(first), PARSING);
  write(`\n${basename(root)}: ${String(files.length)} files, ${String(called.length)} with calls\n`);
  write(`  the first file, with which the product is read and linked: ${(verify(first, textOf(first), project) - parsing).toFixed(0)} ms, beside ${parsing.toFixed(0)} ms of parsing\n`);
  report('every file, unedited', files.map((file, turn) => added(file, textOf(file), turn)));
  const edited = called.slice(0, MOST_EDITED);
  for (const [title, edit] of Object.entries(EDITS)) {
    const all: number[] = [];
    const others: number[] = [];
    edited.forEach((file, turn) => {
      for (const round of [0, 1, 2]) all.push(added(file, edit(textOf(file), round), turn + round));
      const other = edited[(turn + 1) % edited.length] ?? file;
      others.push(added(other, textOf(other), turn));
      added(file, textOf(file), turn);
    });
    report(title, all);
    report('  another file after it', others);
  }
  write(`  memory of the process: ${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MiB\n`);
}

function report(title: string, values: readonly number[]): void {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1).padStart(7);
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  write(`  ${title.padEnd(28)} median ${median(values).toFixed(1).padStart(6)}  mean ${mean.toFixed(1).padStart(6)}  95 % ${at(0.95)}  most ${at(1)} ms more than parsing\n`);
}

function write(text: string): void {
  process.stdout.write(text);
}
