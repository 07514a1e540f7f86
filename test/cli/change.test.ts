import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLAN, PRODUCT } from '../support/product.ts';
import { run, type Outcome } from '../support/run.ts';
import { git, repository, tempProject } from '../support/temp-project.ts';

const RIGHT: Readonly<Record<string, string>> = {
  ...PRODUCT,
  'src/invite.ts': (PRODUCT['src/invite.ts'] ?? '').replace('{ id: string }', '{ id: string; accountId: string }').replace('user.id)', 'user.id, { groupId: user.accountId })'),
  '.telemetry/tracking-plan.yaml': PLAN,
};
/** The rules that these changes are about; others have their own tests. */
const JUDGED = ['require-group-context', 'no-unknown-event'];
const WRONG_INVITE = PRODUCT['src/invite.ts'] ?? '';

async function found(root: string, ...argv: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await run(root, [...argv, '--format', 'json']);
  expect(stderr).toBe('');
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; severity: string; file: string; line: number }[] };
  expect(code).toBe(findings.some(({ severity }) => severity === 'error') ? 1 : 0);
  return findings.filter(({ rule }) => JUDGED.includes(rule)).map(({ rule, file, line }) => `${file}:${String(line)} ${rule}`);
}

describe('--staged', () => {
  it('reads what is in the index, not what is on the disk', async () => {
    const root = repository(RIGHT);
    writeFileSync(join(root, 'src/invite.ts'), WRONG_INVITE);
    expect(await found(root, '--staged')).toEqual([]);
    git(root, 'add', '.');
    writeFileSync(join(root, 'src/invite.ts'), RIGHT['src/invite.ts'] ?? '');
    expect(await found(root, '--staged')).toEqual(['src/invite.ts:4 require-group-context']);
    expect(await found(root)).toEqual([]);
  });

  it('reports what a wrapper does to files that are not staged', async () => {
    const root = repository(RIGHT);
    writeFileSync(join(root, 'src/analytics.ts'), (RIGHT['src/analytics.ts'] ?? '').replace('{ event, userId, context }', '{ event, userId }'));
    git(root, 'add', '.');
    expect(await found(root, '--staged')).toEqual(['src/analytics.ts:6 require-group-context']);
  });

  it('takes the plan from the index too', async () => {
    const root = repository(RIGHT);
    writeFileSync(join(root, '.telemetry/tracking-plan.yaml'), PLAN.replace('user.invited', 'user.asked'));
    expect(await found(root, '--staged')).toEqual([]);
    git(root, 'add', '.');
    expect(await found(root, '--staged')).toEqual(['src/invite.ts:4 no-unknown-event']);
  });

  it('says nothing of findings that are committed already, where their code moves or its file is renamed', async () => {
    const root = repository({ ...RIGHT, 'src/invite.ts': WRONG_INVITE });
    expect(await found(root)).toEqual(['src/invite.ts:4 require-group-context']);
    writeFileSync(join(root, 'src/invite.ts'), `// moved\n\n${WRONG_INVITE}`);
    mkdirSync(join(root, 'src/members'));
    renameSync(join(root, 'src/invite.ts'), join(root, 'src/members/send-invitation.ts'));
    writeFileSync(join(root, 'src/members/send-invitation.ts'), `// moved\n\n${WRONG_INVITE.replace('./analytics', '../analytics')}`);
    git(root, 'add', '-A', '.');
    expect(await found(root)).toEqual(['src/members/send-invitation.ts:6 require-group-context']);
    expect(await found(root, '--staged')).toEqual([]);
  });

  it('reports everything before the first commit, and what a first commit adds', async () => {
    const root = tempProject({ ...RIGHT, 'src/invite.ts': WRONG_INVITE });
    git(root, 'init', '-q');
    expect(await found(root, '--staged')).toEqual([]);
    git(root, 'add', '.');
    expect(await found(root, '--staged')).toEqual(['src/invite.ts:4 require-group-context']);
  });

  it('works in a folder of the repository, and passes over files that are gone from the disk', async () => {
    const root = repository({ ...Object.fromEntries(Object.entries(RIGHT).map(([path, text]) => [`apps/web/${path}`, text])), 'README.md': '' });
    writeFileSync(join(root, 'apps/web/src/invite.ts'), WRONG_INVITE);
    git(root, 'add', '.');
    rmSync(join(root, 'apps/web/src/invite.ts'));
    expect(await found(join(root, 'apps/web'), '--staged')).toEqual(['src/invite.ts:4 require-group-context']);
  });
});

describe('--since', () => {
  it('reports what the branch brings, and not what the other branch has meanwhile', async () => {
    const root = repository(RIGHT);
    git(root, 'checkout', '-q', '-b', 'feature');
    writeFileSync(join(root, 'src/leave.ts'), WRONG_INVITE.replace('user.invited', 'user.left').replace('invite', 'leave'));
    git(root, 'add', '.');
    git(root, 'commit', '-q', '-m', 'second');
    git(root, 'checkout', '-q', 'main');
    writeFileSync(join(root, 'src/invite.ts'), WRONG_INVITE);
    git(root, 'commit', '-q', '-a', '-m', 'third');
    expect(await found(root, '--since', 'main')).toEqual([]);
    git(root, 'checkout', '-q', 'feature');
    expect(await found(root, '--since', 'main')).toEqual(['src/leave.ts:4 require-group-context', 'src/leave.ts:4 no-unknown-event']);
    expect(await found(root, '--since', 'HEAD')).toEqual([]);
  });
});

describe('what git cannot tell is an error', () => {
  const complaint = async (root: string, ...argv: readonly string[]): Promise<Outcome> => run(root, argv);

  it.each([
    ['an unknown commit', ['--since', 'nowhere'], 'tracklint: Git knows no commit nowhere.\n'],
    ['an option in the place of a commit', ['--since', '--output=x'], 'tracklint: Git knows no commit --output=x.\n'],
    ['both options at once', ['--staged', '--since', 'HEAD'], "error: option '--staged' cannot be used with option '--since <ref>'\n"],
  ])('%s', async (_, argv, stderr) => {
    expect(await complaint(repository(RIGHT), ...argv)).toEqual({ code: 2, stdout: '', stderr });
  });

  it('a folder outside of git', async () => {
    const { code, stderr } = await complaint(tempProject(RIGHT), '--staged');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^tracklint: git: fatal: not a git repository/);
  });

  it('branches without a common commit', async () => {
    const root = repository(RIGHT);
    git(root, 'checkout', '-q', '--orphan', 'other');
    git(root, 'commit', '-q', '-m', 'other');
    expect((await complaint(root, '--since', 'main')).stderr).toBe('tracklint: main and the present commit share no history. In CI, fetch all of it: `fetch-depth: 0`.\n');
  });
});
