import { expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { tempProject } from '../support/temp-project.ts';

const TRACK = [
  "import posthog from 'posthog-js';",
  'export function track(event: string, props: object, orgId?: string) {',
  "  if (event.startsWith('x')) posthog.capture(`web.${event}`, props);",
  '}',
].join('\n');
const FILES = {
  'package.json': '{}',
  'app/src/track.ts': TRACK,
  'app/src/board.ts': "import { track } from './track';\nexport const share = (org: { id: string }) => track('board.shared', { size: 1 }, org.id);\nexport const close = () => track('board.closed', {});\nshare({ id: '' }); close();\n",
};
const WRAPPER = { import: { from: './src/track', name: 'track' }, event: 0, properties: 1, groups: [{ at: 2, level: 'org' }], prefix: 'app.', sdks: ['segment-web'] };

interface Row {
  readonly names: string[];
  readonly sdks: string[];
  readonly groups: object[];
  readonly via: string[];
}

function project(config: object, at = 'tracklint.config.json'): string {
  return tempProject({ ...FILES, [at]: JSON.stringify(config, null, 1) });
}

async function rows(root: string): Promise<Row[]> {
  const { stdout, stderr } = await run(root, ['inventory', '--format', 'json']);
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { calls: Row[] }).calls;
}

it('a declaration of a file of the project goes before inference, and its body is of no interest', async () => {
  const found = await rows(project({ wrappers: [{ ...WRAPPER, import: { from: './app/src/track', name: 'track' } }] }));
  expect(found.map(({ names, sdks, groups, via }) => ({ names, sdks, groups, via }))).toEqual([
    { names: ['app.board.shared'], sdks: ['segment-web'], groups: [{ level: 'org', source: 'call' }], via: ['track'] },
    { names: ['app.board.closed'], sdks: ['segment-web'], groups: [], via: ['track'] },
  ]);
});

it('paths in a declaration are relative to the configuration, wherever the audit starts', async () => {
  const root = project({ wrappers: [WRAPPER] }, 'app/tracklint.config.json');
  expect((await rows(`${root}/app`)).map(({ names }) => names)).toEqual([['app.board.shared'], ['app.board.closed']]);
  const { stdout } = await run(root, ['inventory', '--format', 'json', '--config', 'app/tracklint.config.json']);
  expect((JSON.parse(stdout) as { calls: Row[] }).calls).toHaveLength(2);
});

it('a finding at a declared wrapper says which argument takes the group', async () => {
  const { stdout } = await run(project({ wrappers: [{ ...WRAPPER, import: { from: './app/src/track', name: 'track' }, sdks: undefined, sink: 'lake' }] }), []);
  expect(stdout).toContain('app/src/board.ts\n  3:28  error  `app.board.closed` is sent to the own pipeline `lake` without a group: pass');
  expect(stdout).toContain('as argument 3');
  expect(stdout).toContain('1 error, 0 warnings.');
});

it('a declaration that matches nothing is named, with its place', async () => {
  const sdk = { id: 'pulse', title: 'Pulse', runtime: 'client', groupState: 'none', modules: [{ specifiers: ['@acme/pulse'], exports: {} }], client: { methods: {} }, groupContextHint: '' };
  const root = project({ wrappers: [{ member: 'tracker.send', event: 0 }], sdks: [sdk] });
  const { stdout } = await run(root, []);
  expect(stdout).toContain('tracklint.config.json:3: no call of the declared wrapper tracker.send was found');
  expect(stdout).toContain('tracklint.config.json:9: no call of the declared SDK pulse was found');
  expect(stdout).toContain('0 failed');
});

it('a trace tells that a wrapper is declared, and where', async () => {
  const { stdout } = await run(project({ wrappers: [{ ...WRAPPER, import: { from: './app/src/track', name: 'track' } }] }), ['--trace', 'app/src/board.ts:3']);
  expect(stdout).toContain('  sent to Segment (browser) by track of ./app/src/track, declared at tracklint.config.json:3, called here\n');
});
