import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/report/formats.ts';
import { PRODUCT } from '../support/product.ts';
import { run } from '../support/run.ts';
import { commitAll, tempProject } from '../support/temp-project.ts';

const read = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');

describe('several formats at once', () => {
  it('go each to its file, in folders that are made, and one to the output', async () => {
    const root = tempProject(PRODUCT);
    const outcome = await run(root, ['--format', 'sarif:out/ci/a.sarif', '--format', 'compact', '--format', 'gitlab:b.json']);
    expect(outcome).toMatchObject({ code: 1, stderr: '', stdout: expect.stringMatching(/^src\/invite\.ts:4:2: error: .*\]\n$/) as string });
    expect(JSON.parse(read(root, 'out/ci/a.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(JSON.parse(read(root, 'b.json'))).toHaveLength(1);
  });

  it('leave the output empty where all have a file', async () => {
    const root = tempProject(PRODUCT);
    expect(await run(root, ['--format', 'json', '--output-file', 'a.json'])).toMatchObject({ code: 1, stdout: '' });
    expect(JSON.parse(read(root, 'a.json'))).toMatchObject({ version: 1 });
  });

  it('write files without colour, on whatever terminal', async () => {
    const root = tempProject(PRODUCT);
    await run(root, ['--format', 'text:a.txt'], { FORCE_HYPERLINK: '1' }, true);
    expect(read(root, 'a.txt')).not.toContain('\u001B');
  });

  it("add to the job's summary that is there already", async () => {
    const root = tempProject({ ...PRODUCT, 'summary.md': 'before\n' });
    await run(root, ['--format', 'github-summary:summary.md']);
    expect(read(root, 'summary.md')).toMatch(/^before\n## /);
  });

  it('serve an inventory too', async () => {
    const root = tempProject(PRODUCT);
    const { code, stdout } = await run(root, ['inventory', '--format', 'text', '--format', 'json:calls.json']);
    expect({ code, begins: stdout.startsWith('user.invited') }).toEqual({ code: 0, begins: true });
    expect(JSON.parse(read(root, 'calls.json'))).toMatchObject({ version: 1, root });
  });
});

describe('what cannot be written is told before the audit', () => {
  it.each([
    [['--format', 'json', '--format', 'text'], 'Only one format can go to the output, and json and text both would: name a file, as in `--format text:file`.'],
    [['--format', 'json:'], '--format json: names no file after the colon.'],
    [['--format', 'json:a', '--output-file', 'b'], 'Every format names a file, so --output-file b is for none.'],
    [['--format', 'json:a', '--format', 'text:./a'], 'Two formats would be written to '],
    [['inventory', '--format', 'sarif'], 'Allowed choices are text, json.'],
  ])('%j', async (argv, message) => {
    const { code, stdout, stderr } = await run(tempProject(PRODUCT), argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('a folder in the place of the file', async () => {
    const root = tempProject(PRODUCT);
    expect(await run(root, ['--format', 'json:src'])).toMatchObject({ code: 2, stderr: expect.stringContaining('src cannot be written: EISDIR') as string });
  });
});

describe('every format', () => {
  it.each(Object.keys(FORMATS.audit))('%s gives the same bytes twice, and the exit code of the findings', async (format) => {
    const root = tempProject(PRODUCT);
    const first = await run(root, ['--format', format]);
    expect(first).toMatchObject({ code: 1, stderr: '' });
    expect(first.stdout).toContain('require-group-context');
    expect((await run(root, ['--format', format])).stdout).toBe(first.stdout);
  });

  it('names files from the top of the repository where its host reads it', async () => {
    const inner = Object.fromEntries(Object.entries(PRODUCT).map(([path, text]) => [`apps/web/${path}`, text]));
    const root = tempProject(inner);
    commitAll(root);
    for (const [format, path] of [['github', 'file=apps/web/src/invite.ts'], ['gitlab', '"apps/web/src/invite.ts"'], ['sarif', '"apps/web/src/invite.ts"'], ['compact', 'src/invite.ts:']] as const) {
      const { stdout } = await run(join(root, 'apps/web'), ['--format', format]);
      expect(stdout, format).toContain(path);
    }
    expect(existsSync(join(root, '.git'))).toBe(true);
  });
});

describe('links', () => {
  const link = '\u001B]8;;file://';

  it.each([
    ['a terminal that opens them', { TERM_PROGRAM: 'vscode' }, true, true],
    ['GNOME terminal', { VTE_VERSION: '7402' }, true, true],
    ['an old GNOME terminal', { VTE_VERSION: '4205' }, true, false],
    ['an unknown terminal', { TERM: 'xterm' }, true, false],
    ['a pipe', { TERM_PROGRAM: 'vscode' }, false, false],
    ['a pipe that asks for them', { FORCE_HYPERLINK: '1' }, false, true],
    ['a terminal that does not want them', { TERM_PROGRAM: 'vscode', FORCE_HYPERLINK: '0' }, true, false],
    ['a job', { TERM_PROGRAM: 'vscode', CI: 'true' }, true, false],
  ])('in the text report, on %s', async (_, env, isTTY, wanted) => {
    const root = tempProject(PRODUCT);
    const { stdout } = await run(root, [], env, isTTY);
    expect(stdout.includes(link)).toBe(wanted);
    if (wanted) expect(stdout).toContain(`${link}${root}/src/invite.ts#4\u001B\\4:2\u001B]8;;\u001B\\`);
  });

  it.each([
    ['GitHub', { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'a/b', GITHUB_SHA: 'c0ffee' }, 'https://github.com/a/b/blob/c0ffee/src/invite.ts#L4'],
    ['GitLab', { CI_PROJECT_URL: 'https://gitlab.com/a/b', CI_COMMIT_SHA: 'c0ffee' }, 'https://gitlab.com/a/b/-/blob/c0ffee/src/invite.ts#L4'],
  ])('in Markdown lead to %s, in its jobs', async (_, env, url) => {
    const { stdout } = await run(tempProject(PRODUCT), ['--format', 'markdown'], env);
    expect(stdout).toContain(`[\`src/invite.ts:4\`](${url})`);
  });

  it('in Markdown are left out where the variables are no address', async () => {
    const { stdout } = await run(tempProject(PRODUCT), ['--format', 'markdown'], { CI_PROJECT_URL: 'javascript:x', CI_COMMIT_SHA: 'c' });
    expect(stdout).toContain('| `src/invite.ts:4` |');
  });
});
