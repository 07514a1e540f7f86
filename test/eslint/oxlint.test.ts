/** The plugin in the real oxlint, which runs ESLint's plugins over scripts. */
import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { audit } from '../../src/audit/audit.ts';
import { fixtureLeaves } from '../support/fixture-files.ts';
import { tempProject } from '../support/temp-project.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const OXLINT = join(dirname(require.resolve('oxlint/package.json')), 'bin/oxlint');
const LEAVES = fixtureLeaves().filter((leaf) => leaf.startsWith('spec/') || ['example', 'apps/planned-product', 'apps/class-client', 'apps/react-effects'].includes(leaf));

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
}

/** The plugin's source, as something that oxlint can load. */
const LOADER = `import { createJiti } from ${JSON.stringify(pathToFileURL(require.resolve('jiti')).href)};
export default (await createJiti(import.meta.url).import(${JSON.stringify(join(REPOSITORY, 'src/eslint/plugin.ts'))})).default;
`;

describe('oxlint', () => {
  it.each(LEAVES)('gives the same findings as the command line for the scripts of %s', { timeout: 120_000 }, async (leaf) => {
    const root = tempProject({ 'tracklint-plugin.mjs': LOADER });
    cpSync(join(REPOSITORY, 'fixtures', leaf), root, { recursive: true });
    const config = { categories: { correctness: 'off' }, jsPlugins: ['./tracklint-plugin.mjs'], rules: Object.fromEntries(rules.map(({ id }) => [`tracklint/${id}`, 'error'])) };
    writeFileSync(join(root, 'tracklint.config.json'), JSON.stringify({ preset: 'all' }));
    writeFileSync(join(root, '.oxlintrc.json'), JSON.stringify(config));
    const { stdout } = spawnSync(process.execPath, [OXLINT, '--format', 'json', '.'], { cwd: root, encoding: 'utf8' });
    const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
    const { findings } = await audit({ root });
    const expected = findings.filter(({ file }) => /\.[cm]?[jt]sx?$/.test(file)).map(({ rule, file, line, column, message }) => `${file}:${String(line)}:${String(column)} tracklint(${rule}) ${message}`);
    expect(diagnostics.map(shown).sort()).toEqual(expected.sort());
  });
});

function shown({ code, message, filename, labels: [label] }: Diagnostic): string {
  return `${filename}:${String(label?.span.line)}:${String(label?.span.column)} ${code} ${message}`;
}
