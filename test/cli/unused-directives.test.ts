import { describe, expect, it } from 'vitest';
import { PLAN, PRODUCT } from '../support/product.ts';
import { run } from '../support/run.ts';
import { tempProject } from '../support/temp-project.ts';

const INVITE = PRODUCT['src/invite.ts'] ?? '';
const WITH_PLAN = { ...PRODUCT, '.telemetry/tracking-plan.yaml': PLAN };
const above = (comment: string): string => INVITE.replace('\tsend(', `\t${comment}\n\tsend(`);
const FLAG = '--report-unused-directives';

async function unused(invite: string, files: Readonly<Record<string, string>> = WITH_PLAN, ...argv: readonly string[]): Promise<string[]> {
  const { stdout } = await run(tempProject({ ...files, 'src/invite.ts': invite }), [FLAG, '--format', 'json', ...argv]);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; line: number; column: number; message: string }[] };
  return findings.filter(({ rule }) => rule === 'no-unused-directive').map(({ line, column, message }) => `${String(line)}:${String(column)} ${message}`);
}

describe(FLAG, () => {
  it('is silent about comments that switch something off', async () => {
    expect(await unused(above('// tracklint-disable-next-line require-group-context -- known'))).toEqual([]);
    expect(await unused(above('// eslint-disable-next-line tracklint/require-group-context'))).toEqual([]);
    expect(await unused(`/* tracklint-disable */\n${INVITE}`)).toEqual([]);
  });

  it('reports rules that find nothing where a comment names them', async () => {
    expect(await unused(above('// tracklint-disable-next-line require-group-context, no-unknown-event -- known'))).toEqual(['4:2 `no-unknown-event` finds nothing here: take it out of this comment.']);
    expect(await unused(above('/* eslint-disable-next-line no-console, tracklint/no-unknown-event */'))).toHaveLength(1);
    expect(await unused(`// tracklint-disable-next-line\n${INVITE}`)).toEqual(['1:1 No rule finds anything here: remove this comment.']);
  });

  it('reports them in files without findings, as errors', async () => {
    const files = { ...WITH_PLAN, 'src/invite.ts': above('/* tracklint-disable-line */ // x').replace("'user.invited', user.id", "'user.invited', user.id, { groupId: 'a' }") };
    expect(await run(tempProject(files), [FLAG])).toMatchObject({ code: 1, stdout: expect.stringContaining('no-unused-directive') as string });
    expect(await run(tempProject(files), [])).toMatchObject({ code: 0 });
  });

  it('names a rule that does not exist', async () => {
    expect(await unused(above('// tracklint-disable-next-line require-group-contxt'))).toEqual(['4:2 There is no rule `require-group-contxt`: Did you mean "require-group-context"?']);
  });

  it('is silent about rules that are off, or could not judge, and about the comments of others', async () => {
    expect(await unused(above('// tracklint-disable-next-line no-unknown-event'), PRODUCT)).toEqual([]);
    expect(await unused(`// tracklint-disable-next-line\n${INVITE}`, PRODUCT)).toEqual([]);
    const off = { ...WITH_PLAN, 'tracklint.config.json': '{ "rules": { "no-unknown-event": "off" } }' };
    expect(await unused(above('// tracklint-disable-next-line no-unknown-event'), off)).toEqual([]);
    expect(await unused(above('// eslint-disable-next-line no-console'))).toEqual([]);
    expect(await unused(above('/* eslint-disable */'))).toEqual([]);
  });

  it('looks into the plan, too', async () => {
    const files = { ...PRODUCT, '.telemetry/tracking-plan.yaml': `# tracklint-disable-next-line no-unknown-event\n${PLAN}` };
    expect(await unused(INVITE, files)).toEqual([expect.stringContaining('1:1 `no-unknown-event` finds nothing here')]);
  });

  it('counts in the report what comments switch off', async () => {
    const { stdout } = await run(tempProject({ ...WITH_PLAN, 'src/invite.ts': above('// tracklint-disable-next-line require-group-context') }), []);
    expect(stdout).toContain('Off     1 finding switched off by comments in the code');
  });
});
