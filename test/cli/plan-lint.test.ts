import { describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { tempProject } from '../support/temp-project.ts';

const FILE = '.telemetry/tracking-plan.yaml';

const CLEAN = `entities: {user: {traits: [email, account_id, role]}}
groups: [{type: account, is_top_level: true, traits: [name, plan]}]
events:
  - {name: account.created, group_level: account}
  - {name: user.signed_up, group_level: account}
  - {name: user.signed_in, group_level: account}
  - {name: user.signed_out, group_level: account}
  - {name: user.invited, group_level: account}
  - {name: user.joined, group_level: account}
  - {name: plan.upgraded, group_level: account}
  - {name: plan.downgraded, group_level: account}
`;
const WRONG = `${CLEAN}  - {name: report.created, group_level: acount}\n`;

async function findingsOf(root: string, ...argv: readonly string[]): Promise<{ code: number; findings: string[] }> {
  const { code, stdout } = await run(root, [...argv, '--format', 'json']);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; file: string; line: number; column: number }[] };
  return { code, findings: findings.map(({ rule, file, line, column }) => `${file}:${String(line)}:${String(column)} ${rule}`) };
}

describe('tracklint plan lint', () => {
  it('is silent about a plan that is right', async () => {
    const { code, stdout } = await run(tempProject({ [FILE]: CLEAN }), ['plan', 'lint']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `Nothing found.\n\nPlan    ${FILE} (8 events)\n` });
  });

  it('reports findings at their place, with the line', async () => {
    const { code, stdout } = await run(tempProject({ [FILE]: WRONG }), ['plan', 'lint']);
    expect(code).toBe(1);
    expect(stdout).toContain('12:41  error  `report.created` has the `group_level` `acount`');
    expect(stdout).toContain('12 │ - {name: report.created, group_level: acount}');
  });

  it('takes a file in place of the own plan of the product, also one outside', async () => {
    const root = tempProject({ 'plans/next.yaml': WRONG, [FILE]: CLEAN, 'app/package.json': '{}' });
    expect(await findingsOf(root, 'plan', 'lint', 'plans/next.yaml')).toEqual({ code: 1, findings: ['plans/next.yaml:12:41 plan/require-group-level'] });
    expect(await findingsOf(`${root}/app`, 'plan', 'lint', '../plans/next.yaml')).toEqual({ code: 1, findings: ['../plans/next.yaml:12:41 plan/require-group-level'] });
  });

  it('follows the configuration: its plan, its rules, its identity', async () => {
    const root = tempProject({
      'tracklint.config.json': '{ "plan": "p.yaml", "identity": "instance", "rules": { "plan/require-group-level": "warning", "no-unknown-event": "error" } }',
      'p.yaml': WRONG.replace(/^entities.*\n/, ''),
    });
    expect(await findingsOf(root, 'plan', 'lint')).toEqual({ code: 0, findings: ['p.yaml:11:41 plan/require-group-level'] });
    expect((await run(root, ['plan', 'lint', '--max-warnings', '0'])).code).toBe(1);
  });

  it('reads no source', async () => {
    const root = tempProject({ [FILE]: CLEAN, 'src/app.ts': "import posthog from 'posthog-js';\nposthog.capture('unknown');\n" });
    expect(await findingsOf(root, 'plan', 'lint')).toEqual({ code: 0, findings: [] });
    expect((await findingsOf(root)).code).toBe(1);
  });

  it('says so where there is no plan', async () => {
    const { code, stdout, stderr } = await run(tempProject({ 'package.json': '{}' }), ['plan', 'lint']);
    expect({ code, stdout, stderr }).toEqual({
      code: 2, stdout: '', stderr: `tracklint: There is no tracking plan here to judge: write ${FILE}, or name a file, as in \`tracklint plan lint plan.yaml\`.\n`,
    });
  });

  it('says so where the named plan is missing or no plan', async () => {
    const root = tempProject({ 'p.yaml': 'events: 1\n' });
    expect(await run(root, ['plan', 'lint', 'q.yaml'])).toMatchObject({ code: 2, stderr: 'tracklint: There is no tracking plan q.yaml.\n' });
    expect(await run(root, ['plan', 'lint', 'p.yaml'])).toMatchObject({ code: 2, stderr: 'tracklint: p.yaml:1:9: `events` must be a list. Begin each event with `- name:`.\n' });
  });

  it('refuses what it has no use for', async () => {
    expect((await run(tempProject({}), ['plan'])).code).toBe(2);
    expect((await run(tempProject({}), ['plan', 'lint', '--staged'])).code).toBe(2);
  });
});

describe('a comment in the plan', () => {
  const commented = WRONG.replace('  - {name: report.created', '  # tracklint-disable-next-line plan/require-group-level -- the level is planned\n  - {name: report.created');

  it('switches a rule off for the next line, in plan lint and in an audit', async () => {
    const root = tempProject({ [FILE]: commented });
    expect(await findingsOf(root, 'plan', 'lint')).toEqual({ code: 0, findings: [] });
    expect(await findingsOf(root)).toEqual({ code: 0, findings: [] });
  });

  it('holds also where the plan lies above what is audited', async () => {
    const root = tempProject({ [FILE]: commented, 'package.json': '{}', 'app/src/a.ts': '' });
    expect(await findingsOf(`${root}/app`)).toEqual({ code: 0, findings: [] });
  });

  it('leaves other rules on', async () => {
    const root = tempProject({ [FILE]: commented.replace('plan/require-group-level', 'plan/valid-property') });
    expect((await findingsOf(root)).findings).toEqual([`${FILE}:13:41 plan/require-group-level`]);
  });
});
