import { describe, expect, it } from 'vitest';
import { PRODUCT } from '../support/product.ts';
import { run } from '../support/run.ts';
import { tempProject } from '../support/temp-project.ts';

async function traced(place: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { code, stdout, stderr } = await run(tempProject({ ...PRODUCT, ...more }), ['--trace', place]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.trimEnd().split('\n');
}

describe('--trace', () => {
  it('tells what a call sends, with which groups, and its way to the SDK', async () => {
    expect(await traced('src/invite.ts:4')).toEqual([
      'src/invite.ts:4 track "user.invited", written out',
      '  user: user.id',
      '  groups: none',
      '  through send of src/analytics.ts:5, called at src/invite.ts:4',
      '  sent to Segment (Node) at src/analytics.ts:6',
    ]);
    expect(await traced('src/sign-up.ts:4')).toContain('  groups: a group of no named level (passed here, user.accountId)');
  });

  it('tells which calls go through a line', async () => {
    expect(await traced('src/analytics.ts:6')).toEqual([
      '2 calls go through this line:',
      '  src/invite.ts:4 track "user.invited", written out',
      '  src/sign-up.ts:4 track "user.signed_up", written out',
    ]);
  });

  it('tells where a name comes from, or why it is not known', async () => {
    const text = [
      "import { send } from './analytics.js';",
      "const NAME = 'report.opened';",
      'send(NAME, "1");',
      'send(location.hash, "1");',
      'send(`report.${location.hash}`, "1");',
      'send(location.hash ? NAME : "report.closed", "1");',
    ].join('\n');
    const [constant, dynamic, pattern, union] = await Promise.all([3, 4, 5, 6].map(async (line) => (await traced(`src/a.ts:${String(line)}`, { 'src/a.ts': text }))[0]));
    expect(constant).toBe('src/a.ts:3 track "report.opened", a constant');
    expect(dynamic).toMatch(/^src\/a\.ts:4 track with a name that is not known: \S+/);
    expect(pattern).toBe('src/a.ts:5 track "report.*", where * is not known');
    expect(union).toBe('src/a.ts:6 track of one of "report.closed", "report.opened"');
  });

  it('tells what follows an identify call, and what a group call sets', async () => {
    const text = "import { Analytics } from '@segment/analytics-node';\nconst a = new Analytics({ writeKey: '' });\na.identify({ userId: '1' });\n";
    expect((await traced('src/b.ts:3', { 'src/b.ts': text }))[3]).toMatch(/^ {2}group call after it: never/);
    expect(await traced('src/analytics.ts:10')).toContain('  sets groups: account (account.id)');
  });

  it('tells where the calls are of a file that has none on the line', async () => {
    expect(await traced('src/invite.ts:1')).toEqual(['src/invite.ts:1: no analytics call was found here.', 'Calls of this file that reach an SDK start at line 4.']);
    expect(await traced('src/analytics.ts:1')).toEqual(['src/analytics.ts:1: no analytics call was found here.', 'Calls of this file that reach an SDK start at lines 6, 10.']);
  });

  it('tells of a file whose code was not evaluated, and of one that is left out', async () => {
    expect(await traced('src/sum.ts:1', { 'src/sum.ts': 'export const sum = 1;' })).toEqual([
      'src/sum.ts:1: no analytics call was found here.', 'The file names no SDK and nothing that leads to one, so its code was not evaluated.',
    ]);
    expect((await traced('src/a.test.ts:1', { 'src/a.test.ts': "send('x')" }))[0]).toMatch(/^src\/a\.test\.ts: this file is left out of the audit: tests, /);
    expect(await traced('src/b.ts:1', { 'src/b.ts': '\0' })).toEqual(['src/b.ts: this file is left out of the audit: binary file.']);
  });

  it('wants a file that exists, and a line', async () => {
    const root = tempProject(PRODUCT);
    expect(await run(root, ['--trace', 'src/none.ts:1'])).toEqual({ code: 2, stdout: '', stderr: 'tracklint: There is no file or folder src/none.ts.\n' });
    expect(await run(root, ['--trace', 'src/invite.ts'])).toMatchObject({ code: 2, stdout: '' });
  });
});
