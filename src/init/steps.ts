/** What `init` would write into a product: each file whole, or the lines that a file of the product's own needs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageManager, Project } from './project.ts';

export interface Step {
  /** What it is for. */
  readonly title: string;
  /** POSIX, relative to the root. */
  readonly file: string;
  readonly text: string;
  /** `new`: the file is written where there is none. `add`: the lines belong into a file that is there, and are told, not written. */
  readonly how: 'new' | 'add';
  readonly executable?: true;
}

const RUN: Readonly<Record<PackageManager, string>> = { npm: 'npx', pnpm: 'pnpm exec', yarn: 'yarn', bun: 'bunx' };
const INSTALL: Readonly<Record<PackageManager, string>> = {
  npm: 'npm ci', pnpm: 'pnpm install --frozen-lockfile', yarn: 'yarn install --immutable', bun: 'bun install --frozen-lockfile',
};
const ADD: Readonly<Record<PackageManager, string>> = { npm: 'npm install --save-dev', pnpm: 'pnpm add --save-dev', yarn: 'yarn add --dev', bun: 'bun add --dev' };

/** The command that installs tracklint in a product. */
export function installCommand({ packageManager }: Project): string {
  return `${ADD[packageManager]} tracklint`;
}

/** In the order in which they are offered. `plan` is the text of a first plan, or null where the product has one. */
export function stepsFor(root: string, project: Project, plan: string | null, hasConfig: boolean): Step[] {
  return [
    ...(plan === null ? [] : [whole(root, 'a tracking plan of what the code sends now', '.telemetry/tracking-plan.yaml', plan)]),
    ...(hasConfig ? [] : [configStep(root, project)]),
    ...hookSteps(root, project),
    ...ciSteps(root, project),
    ...editorSteps(project),
  ];
}

function configStep(root: string, { typescript }: Project): Step {
  return whole(root, 'a configuration, to change what you want changed', `tracklint.config.${typescript ? 'ts' : 'mjs'}`, [
    "import { defineConfig } from 'tracklint';",
    '',
    'export default defineConfig({',
    "  plan: '.telemetry/tracking-plan.yaml',",
    '});',
    '',
  ].join('\n'));
}

function hookSteps(root: string, { hookTool, packageManager }: Project): Step[] {
  const command = `${RUN[packageManager]} tracklint --staged`;
  const title = 'a hook that checks each commit';
  switch (hookTool) {
    case 'husky':
      return [{ ...whole(root, title, '.husky/pre-commit', `${command}\n`), executable: true }];
    case 'lefthook':
      return [whole(root, title, 'lefthook.yml', `pre-commit:\n  jobs:\n    - name: tracklint\n      run: ${command}\n`)];
    case 'pre-commit':
      return [whole(root, title, '.pre-commit-config.yaml', [
        'repos:', '  - repo: local', '    hooks:', '      - id: tracklint', '        name: tracklint', `        entry: ${command}`, '        language: system', '        pass_filenames: false', '',
      ].join('\n'))];
    case 'simple-git-hooks':
      return [{ title, file: 'package.json', text: `"simple-git-hooks": { "pre-commit": "${command}" }\n`, how: 'add' }];
    case null:
      return existsSync(join(root, '.git')) ? [{ title, file: '.git/hooks/pre-commit', text: `#!/bin/sh\nexec ${command}\n`, how: 'add' }] : [];
  }
}

function ciSteps(root: string, { host, packageManager }: Project): Step[] {
  const command = `${RUN[packageManager]} tracklint`;
  const title = 'a job that checks each change';
  if (host === 'gitlab') {
    const job = `tracklint:\n  image: node:22\n  script:\n    - ${INSTALL[packageManager]}\n    - ${command} --format text --format gitlab:gl-code-quality-report.json\n  artifacts:\n    when: always\n    reports:\n      codequality: gl-code-quality-report.json\n`;
    return [whole(root, title, '.gitlab-ci.yml', job)];
  }
  if (host !== 'github') return [];
  const setUp = packageManager === 'bun' ? ['      - uses: oven-sh/setup-bun@v2'] : packageManager === 'pnpm' ? ['      - uses: pnpm/action-setup@v4'] : [];
  return [whole(root, title, '.github/workflows/tracklint.yml', [
    'name: tracklint',
    'on: pull_request',
    'permissions:',
    '  contents: read',
    'jobs:',
    '  tracklint:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v4',
    ...setUp,
    '      - uses: actions/setup-node@v4',
    '        with:',
    '          node-version: 22',
    `      - run: ${INSTALL[packageManager]}`,
    `      - run: ${command} --format text --format github`,
    '',
  ].join('\n'))];
}

function editorSteps({ eslintConfig }: Project): Step[] {
  if (eslintConfig === null) return [];
  const text = [
    "import tracklint from 'tracklint/eslint';",
    '// and as the last entry of the configuration:',
    "{ files: ['**/*.{ts,tsx,js,jsx}'], ...tracklint.project({ root: import.meta.dirname }) },",
    '',
  ].join('\n');
  return [{ title: 'the same findings in the editor, through ESLint', file: eslintConfig, text, how: 'add' }];
}

/** A file that is there is the product's own: then the lines are told. */
function whole(root: string, title: string, file: string, text: string): Step {
  return { title, file, text, how: existsSync(join(root, file)) ? 'add' : 'new' };
}
