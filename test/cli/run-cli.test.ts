import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLAN, PRODUCT } from '../support/product.ts';
import { run } from '../support/run.ts';
import { tempProject } from '../support/temp-project.ts';

interface Report {
  readonly findings: readonly { readonly rule: string; readonly file: string; readonly line: number; readonly severity: string }[];
  readonly summary: { readonly files: { readonly discovered: number }; readonly plan: { readonly file: string } };
}

async function audit(cwd: string, ...argv: readonly string[]): Promise<{ code: number; report: Report }> {
  const { code, stdout } = await run(cwd, [...argv, '--format', 'json']);
  return { code, report: JSON.parse(stdout) as Report };
}

const configured = (config: unknown): string => tempProject({ ...PRODUCT, 'tracklint.config.json': JSON.stringify(config) });

describe('an audit', () => {
  it('reports what is wrong on standard output and exits with 1', async () => {
    const { code, stdout, stderr } = await run(tempProject(PRODUCT), []);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('src/invite.ts\n  4:2  error');
    expect(stdout).toContain("4 │ send('user.invited', user.id);\n        │ ^^^^^^^^^");
    expect(stdout).not.toContain('src/sign-up.ts');
  });

  it('exits with 0 where nothing is found', async () => {
    const right = Object.fromEntries(Object.entries(PRODUCT).filter(([path]) => path !== 'src/invite.ts'));
    expect(await run(tempProject(right), ['audit'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('is content with an empty folder', async () => {
    expect((await audit(tempProject({}))).report.summary.files.discovered).toBe(0);
  });

  it('gives the same bytes twice', async () => {
    const root = tempProject(PRODUCT);
    expect((await run(root, [])).stdout).toBe((await run(root, [])).stdout);
  });
});

describe('severity', () => {
  const warning = { rules: { 'require-group-context': 'warning' } };

  it('counts warnings only against --max-warnings', async () => {
    const root = configured(warning);
    expect((await run(root, [])).code).toBe(0);
    expect((await run(root, ['--max-warnings', '1'])).code).toBe(0);
    expect((await run(root, ['--max-warnings', '0'])).code).toBe(1);
  });

  it('hides warnings with --quiet and leaves the exit code alone', async () => {
    const { code, report } = await audit(configured(warning), '--quiet', '--max-warnings', '0');
    expect({ code, findings: report.findings }).toEqual({ code: 1, findings: [] });
  });

  it('lets the configuration switch a rule off', async () => {
    expect((await audit(configured({ rules: { 'require-group-context': 'off' } }))).report.findings).toEqual([]);
  });

  it('lets the configuration set the policy of an SDK', async () => {
    expect((await audit(configured({ destinations: { 'segment-node': 'membership' } }))).code).toBe(0);
  });
});

describe('paths', () => {
  it('narrow the report, while the program stays whole', async () => {
    const root = tempProject(PRODUCT);
    const other = await audit(root, 'src/sign-up.ts', 'src/analytics.ts');
    expect(other).toMatchObject({ code: 0, report: { findings: [], summary: { files: { discovered: 3 } } } });
    const { report } = await audit(root, 'src');
    expect(report.findings.map(({ file }) => file)).toEqual(['src/invite.ts']);
  });

  it('make a folder outside the project the root', async () => {
    const root = tempProject(PRODUCT);
    expect((await audit(tempProject({}), root)).report.findings.map(({ file }) => file)).toEqual(['src/invite.ts']);
  });

  it('make a fixture of the project a root', async () => {
    const inner = Object.fromEntries(Object.entries(PRODUCT).map(([path, text]) => [`fixtures/app/${path}`, text]));
    const root = tempProject({ 'package.json': '{}', ...inner });
    expect((await audit(root, 'fixtures/app')).report.findings.map(({ file }) => file)).toEqual(['src/invite.ts']);
    expect((await audit(root)).report.findings).toEqual([]);
  });

  it('must exist and lie inside', async () => {
    const root = tempProject(PRODUCT);
    expect(await run(root, ['src/nowhere.ts'])).toEqual({ code: 2, stdout: '', stderr: 'tracklint: There is no file or folder src/nowhere.ts.\n' });
    expect((await run(join(root, 'src'), ['invite.ts', '../package.json'])).stderr).toContain('../package.json lies outside');
  });
});

describe('the plan', () => {
  const found = { ...PRODUCT, '.telemetry/tracking-plan.yaml': PLAN.replace('user.invited', 'user.asked') };

  it('is found by itself', async () => {
    const { report } = await audit(tempProject(found));
    expect(report.summary.plan.file).toBe('.telemetry/tracking-plan.yaml');
    expect(report.findings.map(({ rule }) => rule)).toContain('no-unknown-event');
  });

  it('is the one of the configuration, and before that the one of the flag', async () => {
    const files = { ...found, 'a.yaml': PLAN, 'b.yaml': PLAN, 'tracklint.config.json': '{ "plan": "a.yaml" }' };
    expect((await audit(tempProject(files))).report.summary.plan.file).toBe('a.yaml');
    expect((await audit(tempProject(files), '--plan', 'b.yaml')).report.summary.plan.file).toBe('b.yaml');
  });

  it('must exist and be a plan', async () => {
    expect(await run(tempProject(PRODUCT), ['--plan', 'none.yaml'])).toMatchObject({ code: 2, stderr: 'tracklint: There is no tracking plan none.yaml.\n' });
    const broken = await run(tempProject({ ...PRODUCT, 'plan.yaml': 'events: 1' }), ['--plan', 'plan.yaml']);
    expect(broken).toMatchObject({ code: 2, stdout: '' });
    expect(broken.stderr).toMatch(/plan\.yaml:1:\d+: /);
  });
});

describe('an inventory', () => {
  it('lists calls by event', async () => {
    const { code, stdout } = await run(tempProject(PRODUCT), ['inventory']);
    expect(code).toBe(0);
    expect(stdout).toContain('user.invited\n  src/invite.ts:4:2  segment-node  no group; via send\n');
    expect(stdout).toContain('user.signed_up\n  src/sign-up.ts:4:3  segment-node  groups: (no level) (call); via send\n');
  });

  it('follows its contract', async () => {
    const root = tempProject(PRODUCT);
    const { stdout } = await run(root, ['inventory', 'src/invite.ts', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      root,
      files: { discovered: 3, failed: 0 },
      calls: [{
        kind: 'track', sdks: ['segment-node'], file: 'src/invite.ts', line: 4, column: 2, nameLine: 4, names: ['user.invited'], pattern: null,
        resolution: 'literal', groups: [], userId: 'user.id', via: ['send'],
      }],
    });
  });
});

describe('what cannot run', () => {
  it.each([[['--formt', 'json'], /unknown option '--formt'/], [['--format', 'xml'], /Allowed choices are text, compact, json, /], [['inventory', '--quiet'], /unknown option/]])(
    'exits with 2 for %j',
    async (argv, message) => {
      const { code, stdout, stderr } = await run(tempProject(PRODUCT), argv);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(message);
    },
  );

  it('wants whole numbers', async () => {
    expect((await run(tempProject(PRODUCT), ['--max-warnings', 'many'])).stderr).toBe('tracklint: --max-warnings takes a whole number; this is many.\n');
  });

  it('names a wrong configuration, and lets it command no terminal', async () => {
    const root = configured({ 'ex\u009Bclude': [] });
    expect(await run(root, [])).toMatchObject({ code: 2, stdout: '' });
    expect((await run(root, [])).stderr).toMatch(/^tracklint: tracklint\.config\.json:1:2: Unknown key "ex\\u009bclude"\. /);
  });

  it('names wrong options of a rule', async () => {
    const root = configured({ rules: { 'require-group-context': ['error', { nonsense: 1 }] } });
    expect(await run(root, [])).toMatchObject({ code: 2, stderr: expect.stringContaining('require-group-context') as string });
  });
});

describe('files that cannot be audited', () => {
  it('are named, while the rest is audited', async () => {
    const root = tempProject({ ...PRODUCT, 'src/broken.ts': "import { send } from './analytics.js';\nsend('x', ;\n", 'src/bin.ts': Buffer.from([1, 0]) });
    const { stdout } = await run(root, []);
    expect(stdout).toContain('src/bin.ts: binary file');
    expect(stdout).toMatch(/src\/broken\.ts:2: syntax error: /);
    expect(stdout).toContain('src/invite.ts\n');
    expect(stdout).toContain('5 discovered');
  });
});

describe('colour', () => {
  const colourful = async (argv: readonly string[], env: Record<string, string>, isTTY: boolean): Promise<boolean> =>
    (await run(tempProject(PRODUCT), argv, env, isTTY)).stdout.includes('\u001B[');

  it('goes to terminals, and follows NO_COLOR and FORCE_COLOR, and flags before all', async () => {
    expect(await colourful([], {}, true)).toBe(true);
    expect(await colourful([], {}, false)).toBe(false);
    expect(await colourful([], { NO_COLOR: '1' }, true)).toBe(false);
    expect(await colourful([], { FORCE_COLOR: '1' }, false)).toBe(true);
    expect(await colourful([], { FORCE_COLOR: '0' }, true)).toBe(false);
    expect(await colourful(['--color'], { NO_COLOR: '1' }, false)).toBe(true);
    expect(await colourful(['--no-color'], { FORCE_COLOR: '1' }, true)).toBe(false);
  });
});

describe('help', () => {
  it('names every command and option', async () => {
    const { code, stdout, stderr } = await run('/', ['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatchSnapshot();
  });

  it('of a command leaves out what the command does not take', async () => {
    const { stdout } = await run('/', ['inventory', '--help']);
    expect(stdout).toContain('--trace');
    expect(stdout).not.toContain('--quiet');
  });

  it('gives the version of the package', async () => {
    expect((await run('/', ['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
