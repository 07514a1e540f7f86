import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/discover/discover.ts';
import { commitAll, tempProject } from '../support/temp-project.ts';

const FILES = {
  'src/a.ts': '', 'src/b.tsx': '', 'src/a.test.ts': '', 'src/types.d.ts': '', 'README.md': '', 'ignored/x.ts': '', '.gitignore': 'ignored/\n',
  'node_modules/p/index.js': '', 'dist/a.js': '',
};

describe.each([['in a git work tree', true], ['outside of git', false]])('%s', (_, isGit) => {
  const project = (files: Record<string, string>): string => {
    const root = tempProject(files);
    if (isGit) commitAll(root);
    return root;
  };

  it('lists product code, sorted, and nothing that is ignored', async () => {
    expect(await discover(project(FILES))).toEqual(['src/a.ts', 'src/b.tsx']);
  });

  it('takes tests in when asked', async () => {
    expect(await discover(project(FILES), { tests: true })).toEqual(['src/a.test.ts', 'src/a.ts', 'src/b.tsx']);
  });

  it('narrows by globs', async () => {
    const root = project({ 'src/a.ts': '', 'src/b.ts': '', 'lib/c.ts': '', 'app/[id]/(x)/d.ts': '' });
    expect(await discover(root, { include: ['src/**', 'app/**'] })).toEqual(['app/[id]/(x)/d.ts', 'src/a.ts', 'src/b.ts']);
    expect(await discover(root, { exclude: ['**/b.ts', 'app/**'] })).toEqual(['lib/c.ts', 'src/a.ts']);
  });

  it('reads globs as seen from the folder of the configuration', async () => {
    const root = project({ 'src/a.ts': '', 'src/b.ts': '' });
    expect(await discover(root, { include: ['packages/x/src/a.ts'], prefix: 'packages/x' })).toEqual(['src/a.ts']);
  });

  it('keeps names with spaces, brackets and other scripts', async () => {
    const names = ['src/a b.ts', 'src/[id].ts', 'src/größe.ts'];
    expect(await discover(project(Object.fromEntries(names.map((name) => [name, '']))))).toEqual([...names].sort());
  });
});

it('lists files that git does not have yet', async () => {
  const root = tempProject({ 'src/a.ts': '' });
  commitAll(root);
  rmSync(join(root, '.git', 'index'));
  expect(await discover(root)).toEqual(['src/a.ts']);
});

it('lists a folder that git ignores when it is the root itself', async () => {
  const root = tempProject({ '.gitignore': 'generated-app/\n', 'generated-app/src/a.ts': '', 'b.ts': '' });
  commitAll(root);
  expect(await discover(join(root, 'generated-app'))).toEqual(['src/a.ts']);
});

it('lists a root that is a fixture of a larger project', async () => {
  const root = tempProject({ 'fixtures/example/src/a.ts': '', 'src/b.ts': '' });
  commitAll(root);
  expect(await discover(root)).toEqual(['src/b.ts']);
  expect(await discover(join(root, 'fixtures/example'))).toEqual(['src/a.ts']);
});
