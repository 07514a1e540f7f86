import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PRODUCT } from '../support/product.ts';
import { run } from '../support/run.ts';
import { commitAll, git, tempProject } from '../support/temp-project.ts';

const FILE = 'tracklint-baseline.jsonl';
const SUBJECT = 'track `user.invited`';
const ENTRY = `{"file":"src/invite.ts","rule":"require-group-context","subject":"${SUBJECT}"}\n`;
const INVITE = PRODUCT['src/invite.ts'] ?? '';
/** Another file with a finding of its own. */
const sending = (event: string): string => INVITE.replace('user.invited', event);

const read = (root: string): string => readFileSync(join(root, FILE), 'utf8');
const baselined = (more: Readonly<Record<string, string>> = {}): string => tempProject({ ...PRODUCT, [FILE]: ENTRY, ...more });

async function summaryOf(root: string, ...argv: readonly string[]): Promise<{ code: number; found: string[]; baseline: unknown }> {
  const { code, stdout } = await run(root, [...argv, '--format', 'json']);
  const { findings, summary } = JSON.parse(stdout) as { findings: { file: string }[]; summary: { baseline: unknown } };
  return { code, found: findings.map(({ file }) => file), baseline: summary.baseline };
}

describe('--update-baseline', () => {
  it('writes what is found, after which nothing is', async () => {
    const root = tempProject(PRODUCT);
    const { code, stdout, stderr } = await run(root, ['--update-baseline']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^tracklint: tracklint-baseline\.jsonl holds 1 entry now\.\n.*merge=union/);
    expect(stdout).toContain('Known   1 finding of the baseline `tracklint-baseline.jsonl`');
    expect(read(root)).toBe(ENTRY);
    expect(await summaryOf(root)).toEqual({ code: 0, found: [], baseline: { file: FILE, known: 1, stale: [], moved: [] } });
  });

  it('writes anew what a merge has broken', async () => {
    const root = baselined({ [FILE]: `<<<<<<< HEAD\n${ENTRY}=======\n` });
    expect(await run(root, [])).toMatchObject({ code: 2, stderr: expect.stringContaining(`${FILE}:1: This line is left of a merge`) as string });
    expect((await run(root, ['--update-baseline'])).code).toBe(0);
    expect(read(root)).toBe(ENTRY);
  });

  it('goes into the file of the flag or of the configuration, whose folder the entries start from', async () => {
    const root = tempProject({ ...PRODUCT, 'tracklint.config.json': '{ "baseline": "ci/known.jsonl" }' });
    await run(root, ['--update-baseline']);
    expect(readFileSync(join(root, 'ci/known.jsonl'), 'utf8')).toContain('"file":"../src/invite.ts"');
    expect(await summaryOf(root)).toMatchObject({ code: 0, baseline: { file: 'ci/known.jsonl', known: 1 } });
    await run(root, ['--update-baseline', '--baseline', 'mine.jsonl']);
    expect(readFileSync(join(root, 'mine.jsonl'), 'utf8')).toBe(ENTRY);
  });
});

describe('a baseline', () => {
  it('hides what it knows, unless it is not wanted', async () => {
    expect(await summaryOf(baselined())).toMatchObject({ code: 0, found: [] });
    expect(await summaryOf(baselined(), '--no-baseline')).toEqual({ code: 1, found: ['src/invite.ts'], baseline: null });
  });

  it('still knows code that moved within its file', async () => {
    expect(await summaryOf(baselined({ 'src/invite.ts': `// a line\n\n${INVITE}` }))).toMatchObject({ code: 0, found: [] });
  });

  it('still knows a file that was renamed, and says so', async () => {
    const root = baselined();
    renameSync(join(root, 'src/invite.ts'), join(root, 'src/invitation.ts'));
    expect(await summaryOf(root)).toEqual({
      code: 0, found: [], baseline: { file: FILE, known: 1, stale: [], moved: [{ from: 'src/invite.ts', to: 'src/invitation.ts', count: 1 }] },
    });
    expect((await run(root, [])).stdout).toContain('1 entry of `src/invite.ts`, which is gone, taken for `src/invitation.ts`');
    await run(root, ['--prune-baseline']);
    expect(read(root)).toBe(ENTRY.replace('invite.ts', 'invitation.ts'));
  });

  it('reports what is new', async () => {
    expect(await summaryOf(baselined({ 'src/remind.ts': sending('user.reminded') }))).toMatchObject({ code: 1, found: ['src/remind.ts'] });
  });

  it('with entries for what is not found any more fails, until they are pruned', async () => {
    const root = baselined();
    rmSync(join(root, 'src/invite.ts'));
    expect(await summaryOf(root)).toMatchObject({ code: 1, baseline: { stale: [{ file: 'src/invite.ts', rule: 'require-group-context', subject: SUBJECT }] } });
    const { stdout, stderr } = await run(root, []);
    expect(stderr).toBe('tracklint: tracklint-baseline.jsonl has 1 entry for what is not found any more: --prune-baseline takes them out.\n');
    expect(stdout).toContain('`src/invite.ts`: require-group-context, track `user.invited`');
    expect((await run(root, ['src/sign-up.ts'])).code).toBe(0);
    expect((await run(root, ['--prune-baseline'])).code).toBe(0);
    expect(read(root)).toBe('');
  });

  it('keeps entries when pruned, and adds none', async () => {
    const root = baselined({ 'src/remind.ts': sending('user.reminded') });
    expect((await run(root, ['--prune-baseline'])).code).toBe(1);
    expect(read(root)).toBe(ENTRY);
  });

  it('has no stale entries of rules that are off', async () => {
    const root = baselined({ 'tracklint.config.json': '{ "rules": { "require-group-context": "off" } }' });
    expect(await summaryOf(root)).toMatchObject({ code: 0, baseline: { stale: [] } });
    await run(root, ['--update-baseline']);
    expect(read(root)).toBe(ENTRY);
  });

  it('of the top of a repository serves each of its folders', async () => {
    const inner = Object.fromEntries(Object.entries(PRODUCT).map(([path, text]) => [`apps/web/${path}`, text]));
    const root = tempProject({ ...inner, [FILE]: `${ENTRY.replace('src/', 'apps/web/src/')}${ENTRY.replace('src/', 'apps/other/src/')}` });
    const { code, stdout } = await run(join(root, 'apps/web'), ['--baseline', `../../${FILE}`]);
    expect(code).toBe(0);
    expect(stdout).toContain('1 finding of the baseline');
  });

  it('must exist where it is named', async () => {
    expect(await run(tempProject(PRODUCT), ['--baseline', 'none.jsonl'])).toEqual({ code: 2, stdout: '', stderr: 'tracklint: There is no baseline none.jsonl: --update-baseline writes it.\n' });
  });
});

describe('branches that change a baseline', () => {
  async function branch(root: string, name: string, file: string, event: string): Promise<void> {
    git(root, 'checkout', '-q', '-b', name, 'trunk');
    writeFileSync(join(root, file), sending(event));
    await run(root, ['--update-baseline']);
    git(root, 'add', '.');
    git(root, 'commit', '-q', '-m', name);
  }

  it('merge by themselves with the attribute that is recommended, and nothing is found', async () => {
    const root = tempProject({ ...PRODUCT, [FILE]: ENTRY, '.gitattributes': `${FILE} merge=union\n` });
    commitAll(root);
    git(root, 'checkout', '-q', '-b', 'trunk');
    git(root, 'commit', '-q', '-m', 'trunk');
    await branch(root, 'one', 'src/remind.ts', 'user.reminded');
    await branch(root, 'two', 'src/revoke.ts', 'user.revoked');
    git(root, 'merge', '-q', '-m', 'both', 'one');
    expect(await summaryOf(root)).toMatchObject({ code: 0, found: [], baseline: { known: 3, stale: [] } });
    const merged = read(root).split('\n').sort();
    await run(root, ['--prune-baseline']);
    expect(read(root).split('\n').sort()).toEqual(merged);
  });
});
