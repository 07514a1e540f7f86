/**
 * What an editor shows, and after how long: ESLint's language server with the plugin in a copy of a product, through the
 * edits of a scenario. `npm run bench:language-server -- [SCENARIO.json]`; bench/language-server.json is one.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import { startLanguageServer } from './language-client.ts';
import { scratchProduct } from './scratch-product.ts';

/** Paths of files are from the product's top; the product's is from the scenario. */
interface Scenario {
  readonly product: string;
  /** The file that somebody looks at. */
  readonly file: string;
  readonly plan?: { readonly file: string; readonly text: readonly string[] };
  readonly steps: readonly Step[];
}

/** Puts one text in the place of another that stands in a file once: in its buffer, or on the disk. */
interface Step {
  readonly title: string;
  /** The one looked at by default. */
  readonly file?: string;
  readonly from?: string;
  readonly to?: string;
  readonly saved?: boolean;
  /** Time that passes before the file is looked at again, in ms. */
  readonly after?: number;
}

const CONFIG = `import parser from '@typescript-eslint/parser';
import tracklint from 'tracklint/eslint';
const files = ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'];
export default [
  { files, languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } }, linterOptions: { reportUnusedDisableDirectives: 'off' } },
  { files, ...tracklint.project({ root: import.meta.dirname }) },
];
`;

const path = resolve(process.argv[2] ?? fileURLToPath(new URL('language-server.json', import.meta.url)));
const scenario = JSON.parse(readFileSync(path, 'utf8')) as Scenario;
const root = scratchProduct(resolve(dirname(path), scenario.product));
if (scenario.plan) write(scenario.plan.file, scenario.plan.text.join('\n'));
write('eslint.config.mjs', CONFIG);
const buffers = new Map<string, string>();
const server = await startLanguageServer(root, (text) => process.stderr.write(`  (${text})\n`));
try {
  for (const step of [{ title: `${scenario.file} opened` }, ...scenario.steps]) await perform(step);
} finally {
  server.stop();
  rmSync(dirname(root), { recursive: true, force: true });
}

async function perform({ title, file = scenario.file, from, to = '', saved = false, after = 0 }: Step): Promise<void> {
  const before = buffers.get(file) ?? readFileSync(join(root, file), 'utf8');
  if (from !== undefined && before.split(from).length !== 2) throw new Error(`${title}: the text is not there once: ${from}`);
  const text = from === undefined ? before : before.replace(from, () => to);
  if (saved) write(file, text);
  else {
    server.show(join(root, file), text);
    buffers.set(file, text);
    // As editors do, which ask for each file that was typed in.
    if (file !== scenario.file) await server.diagnostics(join(root, file));
  }
  await setTimeout(after);
  const start = performance.now();
  const found = await server.diagnostics(join(root, scenario.file));
  process.stdout.write(`${title}: ${(performance.now() - start).toFixed(0)} ms, ${found.length === 0 ? 'nothing reported' : `${String(found.length)} reported`}\n`);
  for (const { range, code = '', message } of found) process.stdout.write(`    ${String(range.start.line + 1)}:${String(range.start.character + 1)} ${code} ${message}\n`);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
