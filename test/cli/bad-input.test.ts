import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PRODUCT } from '../support/product.ts';
import { run } from '../support/run.ts';
import { commitAll, tempProject } from '../support/temp-project.ts';

const PLAN_FILE = '.telemetry/tracking-plan.yaml';

async function complaint(files: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(tempProject({ ...PRODUCT, ...files }), argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

describe('a plan that is wrong is told with file, line and column', () => {
  it.each([
    ['broken YAML', 'events:\n  - { name: a.done\n', /:2:\d+|:3:1/],
    ['an unknown key', 'events:\n  - name: a.done\n    descriptoin: x\n', ':3:5: An event has no key "descriptoin". Did you mean `description`?'],
    ['an unknown type', 'events:\n  - name: a.done\n    properties: [{ name: b, type: strnig }]\n', /:3:\d+: `type` must be one of .* Did you mean "string"\?/],
  ])('%s', async (_, plan, message) => {
    const text = await complaint({ [PLAN_FILE]: plan });
    expect(text).toMatch(/^tracklint: \.telemetry\/tracking-plan\.yaml:\d+:\d+: /);
    expect(text).toMatch(message);
  });

  it('a folder in the place of a plan or a configuration', async () => {
    const root = tempProject({ ...PRODUCT, 'other.json': '{}' });
    mkdirSync(join(root, 'plan.yaml'));
    mkdirSync(join(root, 'tracklint.config.json'));
    expect(await run(root, ['--plan', 'plan.yaml', '--config', 'other.json'])).toMatchObject({ code: 2, stderr: 'tracklint: plan.yaml cannot be read: it is a folder.\n' });
    expect(await run(root, [])).toMatchObject({ code: 2, stderr: 'tracklint: tracklint.config.json cannot be read: it is a folder.\n' });
  });
});

it.each([['src/none.ts'], ['none'], ['/nowhere/at/all']])('the path %s, which does not exist, is an error', async (path) => {
  expect(await complaint({}, path)).toBe(`tracklint: There is no file or folder ${path}.\n`);
});

describe.each([['in a git work tree', true], ['outside of git', false]])('source files that cannot be read as such, %s', (_, isGit) => {
  const DEEP = 200_000;

  it('are named, each with the reason, and the rest is audited', async () => {
    const root = tempProject({
      ...PRODUCT,
      'src/deep.ts': `import { send } from './analytics.js';\nsend(${'['.repeat(DEEP)}${']'.repeat(DEEP)});`,
      'src/enormous.ts': Buffer.alloc(20 * 1024 * 1024, 'let a;\n'),
      'src/latin.ts': Buffer.from("import { send } from './analytics.js';\nsend('caf\u00E9', '1');", 'latin1'),
      'src/null.ts': Buffer.from('let a;\0'),
      'src/syntax.ts': "import { send } from './analytics.js';\nsend('x', ;\n",
    });
    symlinkSync('loop.ts', join(root, 'src/loop.ts'));
    symlinkSync('.', join(root, 'src/again'));
    symlinkSync('/', join(root, 'src/everything.ts'));
    if (isGit) commitAll(root);
    const { code, stdout, stderr } = await run(root, ['--format', 'json']);
    const { findings, summary } = JSON.parse(stdout) as { findings: { file: string }[]; summary: { problems: { file: string; line: number | null; message: string }[] } };
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(findings.map(({ file }) => file)).toContain('src/invite.ts');
    expect(summary.problems.map(({ file, line, message }) => `${file}:${String(line)} ${message}`)).toEqual([
      expect.stringMatching(/^src\/deep\.ts:2 .*nested more deeply than can be read$/),
      'src/enormous.ts:null larger than 5 MB',
      'src/everything.ts:null symbolic link that leads out of the project',
      'src/latin.ts:null not valid UTF-8: read without its broken characters',
      'src/loop.ts:null symbolic link that leads to itself',
      'src/null.ts:null binary file',
      expect.stringMatching(/^src\/syntax\.ts:2 syntax error: /),
    ]);
  });

  // Root may read everything.
  it.skipIf(process.getuid?.() === 0)('include those without permission', async () => {
    const root = tempProject({ ...PRODUCT, 'src/locked.ts': 'let a;' });
    if (isGit) commitAll(root);
    chmodSync(join(root, 'src/locked.ts'), 0);
    expect((await run(root, [])).stdout).toContain('src/locked.ts: cannot be read: EACCES');
  });

  it.skipIf(process.platform === 'win32')('leave a pipe unread that nobody writes to', async () => {
    const root = tempProject(PRODUCT);
    execFileSync('mkfifo', [join(root, 'src/pipe.ts')]);
    if (isGit) commitAll(root);
    expect((await run(root, [])).stdout).toContain('3 discovered');
  });
});
