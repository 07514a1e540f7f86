import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffSchema } from '../../src/report/diff-schema.ts';
import { PRODUCT } from '../support/product.ts';
import { run } from '../support/run.ts';
import { git, repository } from '../support/temp-project.ts';

function changedProduct(): string {
  const root = repository({ ...PRODUCT, 'src/leave.ts': "import { send } from './analytics.js';\nexport function leave(): void {\n  send('user.left', 'u');\n}\n" });
  const edit = (file: string, from: string, to: string): void => writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8').replace(from, to));
  edit('src/leave.ts', "'user.left'", "'user.removed'");
  edit('src/sign-up.ts', ', { groupId: user.accountId }', '');
  // Moved, and nothing else.
  edit('src/invite.ts', 'export', '// Invitations.\n\nexport');
  return root;
}

describe('diff', () => {
  it('tells events that came, went and changed; moved code is none', async () => {
    const { code, stdout, stderr } = await run(changedProduct(), ['diff', 'main']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe([
      '- user.left  src/leave.ts:3',
      '    1 place',
      '    no group',
      '    to segment-node',
      '',
      '+ user.removed  src/leave.ts:3',
      '    1 place',
      '    no group',
      '    to segment-node',
      '',
      '~ user.signed_up  src/sign-up.ts:4',
      '    - group (no level)',
      '    places without a group: 0 → 1',
      '',
      'Tracking since main: 1 added, 1 removed, 1 changed.',
      '',
    ].join('\n'));
  });

  it('is a table for a pull request', async () => {
    const { stdout } = await run(changedProduct(), ['diff', 'main', '--format', 'markdown']);
    expect(stdout).toContain('<!-- tracklint diff -->\n## Tracking since main');
    expect(stdout).toContain('| 🟡 changed | `user.signed_up` | **removed** group `(no level)`<br>places without a group: 0 → 1 | `src/sign-up.ts:4` |\n');
  });

  it('follows schema/diff.json', async () => {
    const { stdout } = await run(changedProduct(), ['diff', 'main', '--format', 'json']);
    const { ref, changes } = diffSchema.parse(JSON.parse(stdout));
    expect(ref).toBe('main');
    expect(changes.map(({ kind, before, after }) => [kind, before?.title ?? null, after?.title ?? null])).toEqual([
      ['removed', 'user.left', null], ['added', null, 'user.removed'], ['changed', 'user.signed_up', 'user.signed_up'],
    ]);
  });

  it('says so where nothing changed', async () => {
    const root = changedProduct();
    git(root, 'commit', '-qam', 'second');
    expect((await run(root, ['diff', 'HEAD'])).stdout).toBe('Tracking is as it was at HEAD.\n');
  });

  it('needs a commit to compare with', async () => {
    const root = changedProduct();
    expect(await run(root, ['diff'])).toMatchObject({ code: 2, stderr: "error: missing required argument 'ref'\n" });
    expect(await run(root, ['diff', 'nowhere'])).toMatchObject({ code: 2, stderr: 'tracklint: Git knows no commit nowhere.\n' });
  });
});
