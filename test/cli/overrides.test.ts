import { describe, expect, it } from 'vitest';
import { PRODUCT } from '../support/product.ts';
import { run } from '../support/run.ts';
import { tempProject } from '../support/temp-project.ts';

const INVITE = PRODUCT['src/invite.ts'] ?? '';
const FILES = { ...PRODUCT, 'legacy/remind.ts': INVITE.replace('./analytics', '../src/analytics').replace('user.invited', 'user.reminded') };

async function found(config: object, files: Readonly<Record<string, string>> = FILES): Promise<string[]> {
  const { code, stdout, stderr } = await run(tempProject({ ...files, 'tracklint.config.json': JSON.stringify(config) }), ['--format', 'json']);
  expect({ stderr, code: code === 2 }).toEqual({ stderr: '', code: false });
  const { findings } = JSON.parse(stdout) as { findings: { file: string; severity: string }[] };
  return findings.map(({ file, severity }) => `${file} ${severity}`);
}

describe('overrides', () => {
  it('change the severity of findings in the files that they name', async () => {
    expect(await found({})).toEqual(['legacy/remind.ts error', 'src/invite.ts error']);
    expect(await found({ overrides: [{ files: ['legacy/**'], rules: { 'require-group-context': 'warning' } }] })).toEqual(['legacy/remind.ts warning', 'src/invite.ts error']);
    expect(await found({ overrides: [{ files: ['legacy/**'], rules: { 'require-group-context': 'off' } }] })).toEqual(['src/invite.ts error']);
  });

  it('switch a rule on that is off elsewhere', async () => {
    const config = { rules: { 'require-group-context': 'off' }, overrides: [{ files: ['src/*.ts'], rules: { 'require-group-context': 'warning' } }] };
    expect(await found(config)).toEqual(['src/invite.ts warning']);
  });

  it('change the options, and a severity alone keeps them', async () => {
    const ignoring = { 'require-group-context': ['error', { ignore: ['user.*'] }] };
    expect(await found({ overrides: [{ files: ['legacy/**'], rules: ignoring }] })).toEqual(['src/invite.ts error']);
    expect(await found({ rules: ignoring, overrides: [{ files: ['legacy/**'], rules: { 'require-group-context': 'warning' } }] })).toEqual([]);
    expect(await found({ rules: ignoring, overrides: [{ files: ['legacy/**'], rules: { 'require-group-context': ['warning', {}] } }] })).toEqual(['legacy/remind.ts warning']);
  });

  it('go before those above them', async () => {
    const overrides = [{ files: ['**'], rules: { 'require-group-context': 'off' } }, { files: ['legacy/*'], rules: { 'require-group-context': 'error' } }];
    expect(await found({ overrides })).toEqual(['legacy/remind.ts error']);
  });

  it('start from the folder of the configuration', async () => {
    const root = tempProject({
      ...Object.fromEntries(Object.entries(PRODUCT).map(([path, text]) => [`apps/web/${path}`, text])),
      '.git/HEAD': '', 'tracklint.config.json': JSON.stringify({ overrides: [{ files: ['apps/web/**'], rules: { 'require-group-context': 'off' } }] }),
    });
    expect((await run(`${root}/apps/web`, [])).code).toBe(0);
  });

  it.each([
    [{ overrides: [{ files: ['a'], rules: { 'require-group-contxt': 'off' } }] }, 'tracklint.config.json:1:39: Unknown rule "require-group-contxt". Did you mean "require-group-context"?'],
    [{ overrides: [{ file: ['a'], rules: {} }] }, 'Unknown key "file". Did you mean "files"?'],
    [{ overrides: [{ files: [], rules: {} }] }, 'overrides[0].files: '],
    [{ overrides: [{ files: ['a'], rules: { 'require-group-context': ['error', { loud: true }] } }] }, 'the options of `require-group-context` are wrong'],
  ])('that are wrong are told: %j', async (config, message) => {
    const { code, stderr } = await run(tempProject({ ...PRODUCT, 'tracklint.config.json': JSON.stringify(config) }), []);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
