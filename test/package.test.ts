import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { PRODUCT } from './support/product.ts';
import { tempProject } from './support/temp-project.ts';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

interface Manifest {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

let tarball = '';

beforeAll(() => {
  const folder = join(REPOSITORY, 'node_modules', '.cache', 'tracklint-package');
  mkdirSync(folder, { recursive: true });
  const packed = execFileSync('npm', ['pack', '--silent', '--json', '--pack-destination', folder], { cwd: REPOSITORY, encoding: 'utf8' });
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf('['))) as [{ filename: string }];
  tarball = join(folder, filename);
}, 180_000);

/** A folder in which the packed package is installed with the dependencies that it declares, and no others. */
function install(files: Readonly<Record<string, string>>): string {
  const root = tempProject(files);
  const installed = join(root, 'node_modules', 'tracklint');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  const { bin, dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Manifest;
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(root, 'node_modules', name)), { recursive: true });
    symlinkSync(join(REPOSITORY, 'node_modules', name), join(root, 'node_modules', name));
  }
  mkdirSync(join(root, 'node_modules', '.bin'));
  for (const [name, path] of Object.entries(bin)) {
    chmodSync(join(installed, path), 0o755);
    symlinkSync(join(installed, path), join(root, 'node_modules', '.bin', name));
  }
  return root;
}

function npx(cwd: string, ...argv: readonly string[]): { code: number; stdout: string } {
  try {
    return { code: 0, stdout: execFileSync('npx', ['--no-install', 'tracklint', ...argv], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, stdout: stdout + stderr };
  }
}

describe('the packed package', () => {
  it('runs with npx in an empty folder', () => {
    const { version } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as Manifest;
    expect(npx(install({}), '--version')).toEqual({ code: 0, stdout: `${version}\n` });
  });

  it('audits a product, with a typed configuration', () => {
    const config = "import { defineConfig } from 'tracklint';\nexport default defineConfig({ rules: { 'require-group-context': 'warning' } });\n";
    const root = install({ ...PRODUCT, 'tracklint.config.ts': config });
    const { code, stdout } = npx(root, '--max-warnings', '0');
    expect(stdout).toContain('4:2  warning');
    expect(code).toBe(1);
  });

  it('holds the schemas, the types and the example, and no tests', () => {
    const installed = join(install({}), 'node_modules', 'tracklint');
    for (const path of ['schema/config.json', 'schema/report.json', 'schema/inventory.json', 'dist/src/index.d.ts', 'fixtures/example/package.json', 'README.md'])
      expect(existsSync(join(installed, path)), path).toBe(true);
    expect(execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' })).not.toMatch(/\.test\./);
  });

  it('gives ESLint the one plugin, whether it is imported or required, and ESLint runs it', { timeout: 120_000 }, () => {
    const root = install({
      ...PRODUCT,
      'same.cjs': "import('tracklint/eslint').then(({ default: imported }) => console.log(require('tracklint/eslint') === imported, imported.meta.name));\n",
      'eslint.config.mjs': "import tracklint from 'tracklint/eslint';\nexport default [{ files: ['**/*.js'], ...tracklint.project({ root: import.meta.dirname }) }];\n",
      'eslint.config.cjs': "const tracklint = require('tracklint/eslint');\nmodule.exports = [{ files: ['**/*.js'], ...tracklint.project({ root: __dirname }) }];\n",
      'src/app.js': "import posthog from 'posthog-js';\nposthog.identify(user.id);\n",
    });
    symlinkSync(join(REPOSITORY, 'node_modules', 'eslint'), join(root, 'node_modules', 'eslint'));
    expect(execFileSync(process.execPath, ['--no-warnings', 'same.cjs'], { cwd: root, encoding: 'utf8' })).toBe('true tracklint\n');
    for (const config of ['eslint.config.mjs', 'eslint.config.cjs']) {
      const { status, stdout } = spawnSync(process.execPath, ['--no-warnings', join(REPOSITORY, 'node_modules/eslint/bin/eslint.js'), '-c', config, 'src'], { cwd: root, encoding: 'utf8' });
      expect({ config, status, stdout }).toMatchObject({ config, status: 1, stdout: expect.stringContaining('tracklint/require-group-after-identify') as string });
    }
  });

  it('gives its functions to an importer', () => {
    const root = install({ 'use.mjs': "import { audit, auditJson } from 'tracklint';\nconsole.log(typeof audit, typeof auditJson);\n", ...PRODUCT });
    expect(execFileSync(process.execPath, ['use.mjs'], { cwd: root, encoding: 'utf8' })).toBe('function function\n');
  });
});
