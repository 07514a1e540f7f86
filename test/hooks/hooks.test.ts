/** The hooks of docs/hooks.md, each with the real tool; those that are not installed in tools/ are skipped. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { PLAN, PRODUCT } from '../support/product.ts';
import { tempProject } from '../support/temp-project.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const TOOLS = join(REPOSITORY, 'test/hooks/tools/node_modules');
const DOCUMENTATION = readFileSync(join(REPOSITORY, 'docs/hooks.md'), 'utf8');
const WRONG = PRODUCT['src/invite.ts'] ?? '';
const RIGHT = WRONG.replace('{ id: string }', '{ id: string; accountId: string }').replace('user.id)', 'user.id, { groupId: user.accountId })');

interface Hook {
  /** The heading in the documentation, under which its file stands. */
  readonly title: string;
  readonly file: string;
  readonly more?: Readonly<Record<string, string>>;
  /** Commands that bring the hook into the repository. */
  readonly install: readonly (readonly string[])[];
}

const HOOKS: readonly Hook[] = [
  { title: 'Git alone', file: '.git/hooks/pre-commit', install: [['chmod', '+x', '.git/hooks/pre-commit']] },
  { title: 'husky', file: '.husky/pre-commit', install: [['husky']] },
  { title: 'husky with lint-staged', file: 'lint-staged.config.mjs', more: { '.husky/pre-commit': 'lint-staged\n' }, install: [['husky']] },
  { title: 'lefthook', file: 'lefthook.yml', install: [['lefthook', 'install']] },
  { title: 'simple-git-hooks', file: 'package.json', install: [['simple-git-hooks']] },
  { title: 'pre-commit', file: '.pre-commit-config.yaml', install: [['pre-commit', 'install']] },
];

/** The first block of code below a heading. */
function documented(title: string): string {
  const section = DOCUMENTATION.split(`\n## ${title}\n`)[1] ?? '';
  return /```\w+\n([^]*?)```/.exec(section)?.[1] ?? '';
}

function isThere(tool: string): boolean {
  return existsSync(join(TOOLS, '.bin', tool)) || spawnSync(tool, ['--version']).status === 0;
}

function product(): { root: string; env: NodeJS.ProcessEnv } {
  const root = tempProject({ ...PRODUCT, 'src/invite.ts': RIGHT, '.telemetry/tracking-plan.yaml': PLAN, '.gitignore': 'node_modules\n' });
  const bin = join(root, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'tracklint'), `#!/bin/sh\nexec node --import ${join(REPOSITORY, 'node_modules/jiti/lib/jiti-register.mjs')} ${join(REPOSITORY, 'src/cli/bin.ts')} "$@"\n`);
  chmodSync(join(bin, 'tracklint'), 0o755);
  for (const tool of ['husky', 'lint-staged', 'lefthook', 'simple-git-hooks']) if (existsSync(join(TOOLS, '.bin', tool))) symlinkSync(join(TOOLS, '.bin', tool), join(bin, tool));
  const identity = Object.fromEntries(['AUTHOR', 'COMMITTER'].flatMap((who) => [[`GIT_${who}_NAME`, 't'], [`GIT_${who}_EMAIL`, 't@example.com']]));
  const env = { ...process.env, ...identity, PATH: [bin, process.env.PATH ?? ''].join(delimiter), HOME: root, PRE_COMMIT_HOME: join(root, 'node_modules/.pre-commit') };
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: root });
  return { root, env };
}

function commit(root: string, env: NodeJS.ProcessEnv): { code: number | null; output: string } {
  execFileSync('git', ['add', '-A', '.'], { cwd: root });
  const { status, stdout, stderr } = spawnSync('git', ['commit', '-m', 'change'], { cwd: root, env, encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

for (const { title, file, more = {}, install } of HOOKS) {
  const missing = [...install.map(([tool = '']) => tool), ...Object.values(more).map((text) => text.trim())].find((tool) => !isThere(tool));
  it.skipIf(missing !== undefined)(`${title} lets a good commit pass and stops a bad one, saying why`, { timeout: 120_000 }, () => {
    const { root, env } = product();
    for (const [path, text] of Object.entries({ [file]: documented(title), ...more })) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text, { mode: 0o755 });
    }
    for (const [tool = '', ...argv] of install) execFileSync(tool, argv, { cwd: root, env, stdio: 'pipe' });

    expect(commit(root, env)).toMatchObject({ code: 0 });
    writeFileSync(join(root, 'src/invite.ts'), WRONG);
    const stopped = commit(root, env);
    expect(stopped.code).toBe(1);
    expect(stopped.output).toContain('`user.invited` is sent to Segment (Node) without a group');
    writeFileSync(join(root, 'src/invite.ts'), `${RIGHT}\n`);
    expect(commit(root, env)).toMatchObject({ code: 0 });
  });
}

it('the hook for pre-commit that this repository offers is the documented one', () => {
  const keys = (text: string): string[] => [...text.matchAll(/^\s*(?:- )?((?:id|entry|language|pass_filenames|always_run): .*)$/gm)].map(([, line = '']) => line);
  expect(keys(readFileSync(join(REPOSITORY, '.pre-commit-hooks.yaml'), 'utf8'))).toEqual(keys(documented('pre-commit')));
});
