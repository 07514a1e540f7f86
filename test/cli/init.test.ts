import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { PRODUCT } from '../support/product.ts';
import { run } from '../support/run.ts';
import { tempProject } from '../support/temp-project.ts';

const PLAN_FILE = '.telemetry/tracking-plan.yaml';

function textOf(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

describe('init --yes', () => {
  it('writes a plan of what the code sends, with which the first audit knows every event', async () => {
    const root = tempProject(PRODUCT);
    const { code, stdout, stderr } = await run(root, ['init', '--yes']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('2 events in 3 calls, sent to segment-node.\nInstall tracklint with: npm install --save-dev tracklint\n');
    const plan = readPlan(PLAN_FILE, textOf(root, PLAN_FILE));
    expect(plan.product).toBe('product');
    expect(plan.groups.map(({ type, isTopLevel }) => [type, isTopLevel])).toEqual([['account', true]]);
    expect(plan.events.map(({ name, groupLevel }) => [name, groupLevel])).toEqual([['user.invited', 'account'], ['user.signed_up', 'account']]);
    const findings = (await run(root, ['--format', 'json'])).stdout;
    expect(findings).not.toContain('"no-unknown-event"');
    expect(findings).toContain('"require-group-context"');
  });

  it.each([
    ['pnpm-lock.yaml', 'pnpm add --save-dev tracklint'],
    ['yarn.lock', 'yarn add --dev tracklint'],
    ['bun.lock', 'bun add --dev tracklint'],
  ])('tells the package manager by %s', async (lock, command) => {
    expect((await run(tempProject({ ...PRODUCT, [lock]: '' }), ['init', '--yes'])).stdout).toContain(`Install tracklint with: ${command}\n`);
  });

  it.each([
    ['.husky/_/husky.sh', '.husky/pre-commit', /^npx tracklint --staged\n$/],
    ['.github/CODEOWNERS', '.github/workflows/tracklint.yml', /run: npm ci\n {6}- run: npx tracklint --format text --format github\n$/],
  ])('with %s it writes %s', async (there, written, text) => {
    const root = tempProject({ ...PRODUCT, [there]: '' });
    await run(root, ['init', '--yes']);
    expect(textOf(root, written)).toMatch(text);
    if (written.startsWith('.husky')) expect(statSync(join(root, written)).mode & 0o111).not.toBe(0);
  });

  it('writes to no file that is there, and tells the lines to add', async () => {
    const own = { 'lefthook.yml': 'pre-push: {}\n', 'tracklint.config.mjs': 'export default {};\n', 'eslint.config.js': 'export default [];\n', [PLAN_FILE]: 'events: []\n' };
    const root = tempProject({ ...PRODUCT, ...own });
    const { stdout } = await run(root, ['init', '--yes']);
    for (const [file, text] of Object.entries(own)) expect(textOf(root, file)).toBe(text);
    expect(stdout).toContain('To add to lefthook.yml, for a hook that checks each commit:\n    pre-commit:\n      jobs:\n');
    expect(stdout).toContain("To add to eslint.config.js, for the same findings in the editor, through ESLint:\n    import tracklint from 'tracklint/eslint';\n");
    expect(stdout).not.toContain('Wrote');
  });
});

describe('init', () => {
  it('asks before each file, and writes those that are wanted', async () => {
    const root = tempProject(PRODUCT);
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    const stderr = new PassThrough();
    const answers = ['n\n', 'y\n'];
    stderr.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('[Y/n]')) stdin.write(answers.shift() ?? 'n\n');
    });
    expect(await runCli(['init'], { cwd: root, env: {}, stdin, stdout: { write: () => undefined }, stderr })).toBe(0);
    expect(existsSync(join(root, PLAN_FILE))).toBe(false);
    expect(textOf(root, 'tracklint.config.mjs')).toContain('defineConfig');
  });

  it('without a terminal wants --yes', async () => {
    const root = tempProject(PRODUCT);
    expect(await run(root, ['init'])).toEqual({ code: 2, stdout: '', stderr: 'tracklint: There is nobody to ask: `--yes` writes without asking.\n' });
  });

  it('says why a file cannot be written', async () => {
    const root = tempProject(PRODUCT);
    writeFileSync(join(root, '.telemetry'), '');
    mkdirSync(join(root, '.github'));
    const { code, stderr } = await run(root, ['init', '--yes']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^tracklint: .*\.telemetry/);
  });
});

it('plan infer writes the plan to standard output', async () => {
  const root = tempProject(PRODUCT);
  const { code, stdout } = await run(root, ['plan', 'infer']);
  expect(code).toBe(0);
  expect(readPlan(PLAN_FILE, stdout).events.map(({ name }) => name)).toEqual(['user.invited', 'user.signed_up']);
  expect(existsSync(join(root, PLAN_FILE))).toBe(false);
});

it('an event happens at the level below the top that all its calls name', async () => {
  const root = tempProject({
    'src/server.js': `import { PostHog } from 'posthog-node';
const client = new PostHog('key');
const send = (event, groups) => client.capture({ distinctId: 'u1', event, groups });
client.groupIdentify({ groupType: 'organization', groupKey: 'o1' });
client.groupIdentify({ groupType: 'workspace', groupKey: 'w1' });
send('report.created', { organization: 'o1', workspace: 'w1' });
send('member.invited', { organization: 'o1' });
send('report.shared', { organization: 'o1', workspace: 'w1' });
send('report.shared', { organization: 'o1' });
`,
  });
  const { stdout } = await run(root, ['plan', 'infer']);
  const levels = readPlan(PLAN_FILE, stdout).events.map(({ name, groupLevel }) => [name, groupLevel]);
  expect(levels).toEqual([['member.invited', 'organization'], ['report.created', 'workspace'], ['report.shared', null]]);
});
