/** What a linter and an editor do to files, beyond linting them one by one. */
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, win32 } from 'node:path';
import { ESLint, Linter } from 'eslint';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { pathBelow } from '../../src/eslint/linted-file.ts';
import plugin from '../../src/eslint/plugin.ts';
import { lintText, type LintOptions } from '../support/eslint.ts';
import { PLAN, PRODUCT } from '../support/product.ts';
import { tempProject } from '../support/temp-project.ts';

const CALLER = 'src/invite.ts';
const WRAPPER = 'src/analytics.ts';
const GROUPED_WRAPPER = textOf(WRAPPER).replace('userId, context }', "userId, context: { groupId: 'acme' } }");
const LACK = ['tracklint/require-group-context 4'];
const TRANSIENT = "import posthog from 'posthog-js';\nposthog.identify('a');\n";

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'Date'] }));
afterEach(() => void vi.useRealTimers());

function textOf(file: string): string {
  return PRODUCT[file] ?? '';
}

function found(root: string, file: string, text: string = textOf(file), options: Omit<LintOptions, 'root'> = {}): string[] {
  return lintText(text, file, { root, config: plugin.configs.recommended, ...options }).map(({ ruleId, line, message }) => (ruleId ? `${ruleId} ${String(line)}` : message));
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

describe('buffers', () => {
  it('that are not saved hold when files come, go and are renamed elsewhere', () => {
    const root = tempProject({ ...PRODUCT, 'src/old.ts': 'export {};\n' });
    expect(found(root, WRAPPER, GROUPED_WRAPPER)).toEqual([]);
    expect(found(root, CALLER)).toEqual([]);
    renameSync(join(root, 'src/old.ts'), join(root, 'src/other.ts'));
    vi.advanceTimersByTime(60_000);
    expect(found(root, CALLER)).toEqual([]);
    expect(found(root, WRAPPER)).toEqual([]);
    expect(found(root, CALLER)).toEqual(LACK);
  });

  it('that were closed unsaved count no more, whether their file exists or not', () => {
    const root = tempProject(PRODUCT);
    expect(found(root, WRAPPER, GROUPED_WRAPPER)).toEqual([]);
    expect(found(root, 'src/new.ts', "import { send } from './analytics.js';\nsend('user.left', 'me');\n")).toEqual([]);
    expect(found(root, CALLER)).toEqual([]);
    vi.advanceTimersByTime(30 * 60_000);
    expect(found(root, CALLER)).toEqual(LACK);
    expect(found(root, 'src/new.ts', TRANSIENT)).toContain('tracklint/require-group-after-identify 2');
  });

  it('of a file that is saved for the first time are judged before and after', () => {
    const root = tempProject(PRODUCT);
    expect(found(root, 'src/new.ts', textOf(CALLER))).toEqual(LACK);
    write(root, 'src/new.ts', textOf(CALLER));
    expect(found(root, 'src/new.ts', textOf(CALLER))).toEqual(LACK);
    rmSync(join(root, 'src/new.ts'));
    vi.advanceTimersByTime(60_000);
    expect(found(root, CALLER)).toEqual(LACK);
  });
});

describe('files', () => {
  it('that are opened by a link to their folder are those of the product', () => {
    const root = tempProject(PRODUCT);
    const elsewhere = tempProject({});
    symlinkSync(root, join(elsewhere, 'link'));
    const config = { ...plugin.configs.recommended, settings: { tracklint: { root } } };
    expect(found(join(elsewhere, 'link'), CALLER, undefined, { config })).toEqual(LACK);
  });

  it('of several products in one process are judged each by its own', () => {
    const root = tempProject({ ...inFolder('a'), ...inFolder('b'), 'packages/b/tracklint.config.json': '{ "rules": { "require-group-context": "off" } }' });
    const linter = new Linter({ cwd: root });
    const configs = ['a', 'b'].map((name) => ({ files: [`packages/${name}/**/*.js`], ...plugin.project({ root: join(root, 'packages', name) }) }));
    const text = "import { PostHog } from 'posthog-node';\nconst client = new PostHog('k');\nclient.capture({ distinctId: 'me', event: 'user.invited' });\n";
    const rulesIn = (name: string): unknown => linter.verify(text, configs, { filename: join(root, 'packages', name, 'src/app.js') }).map(({ ruleId }) => ruleId).filter((id) => id === 'tracklint/require-group-context');
    expect([rulesIn('a'), rulesIn('b'), rulesIn('a')]).toEqual([['tracklint/require-group-context'], [], ['tracklint/require-group-context']]);
  });

  it('have a path below the root, on Windows too, whatever the case of its drive', () => {
    expect(pathBelow('C:\\work\\app', 'c:\\work\\app\\src\\a.ts', win32)).toBe('src/a.ts');
    expect(pathBelow('C:\\work\\app', 'C:\\work\\app2\\src\\a.ts', win32)).toBeNull();
    expect(pathBelow('C:\\work\\app', 'D:\\work\\app\\a.ts', win32)).toBeNull();
    expect(pathBelow('/home/app', '/home/app/..a/b.ts')).toBe('..a/b.ts');
    expect(['/home/app', '/home/b.ts', '/home', '<input>', '<text>'].map((file) => pathBelow('/home/app', file))).toEqual([null, null, null, null, null]);
  });

  it('that have no name, such as what stands in standard input, are judged as new ones of the folder', async () => {
    const root = tempProject(PRODUCT);
    const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [plugin.configs.recommended] });
    const [result] = await eslint.lintText(TRANSIENT);
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('tracklint/require-group-after-identify');
  });

  it('that a processor cuts out of others are none of the product, and do not change it', () => {
    const root = tempProject({ ...PRODUCT, 'docs/page.html': '<script src="a.js"></script>\n' });
    const linter = new Linter({ cwd: root });
    const lint = (file: string, name?: string): unknown => {
      const processor: Linter.Processor = { preprocess: () => [name === undefined ? TRANSIENT : { text: TRANSIENT, filename: name }], postprocess: (all) => all.flat() };
      return linter.verify('…', [{ files: ['**/*.{md,vue,svelte,astro,html,ts}'] }, { files: ['**/*.{md,vue,svelte,astro,html}'], processor }, plugin.configs.recommended], { filename: join(root, file), filterCodeBlock: () => true });
    };
    expect([lint('README.md', '0.ts'), lint('src/a.vue', '0.ts')]).toEqual([[], []]);
    // Oxlint and eslint-plugin-html name a block as its page.
    expect(['docs/page.html', 'src/a.vue', 'src/a.svelte', 'src/a.astro'].map((file) => lint(file))).toEqual([[], [], [], []]);
    expect(found(root, CALLER)).toEqual(LACK);
  });
});

function inFolder(name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(PRODUCT).map(([file, text]) => [`packages/${name}/${file}`, text]));
}

describe('what the command line goes by', () => {
  it('is the baseline too: findings that it knows are not reported, and an edit of it is seen', async () => {
    const root = tempProject(PRODUCT);
    const { baseline } = await audit({ root, baseline: { file: join(root, 'tracklint-baseline.jsonl'), isNew: true } });
    expect(found(root, CALLER)).toEqual(LACK);
    write(root, 'tracklint-baseline.jsonl', baseline?.updated ?? '');
    vi.advanceTimersByTime(60_000);
    expect(found(root, CALLER)).toEqual([]);
    expect(found(root, CALLER, `${textOf(CALLER)}\n`)).toEqual([]);
    write(root, 'tracklint-baseline.jsonl', '\n');
    expect(found(root, CALLER)).toEqual(LACK);
  });

  it('changes the configuration of a project where it changes, for the sake of a cache', () => {
    const root = tempProject({ ...PRODUCT, '.telemetry/tracking-plan.yaml': PLAN });
    const hash = (): unknown => (plugin.project({ root }).settings?.tracklint as { planHash: string }).planHash;
    const seen = [hash()];
    write(root, 'tracklint-baseline.jsonl', '{"file":"src/invite.ts","rule":"require-group-context","subject":"user.invited"}\n');
    seen.push(hash());
    write(root, 'tracklint.config.json', '{ "destinations": { "accoil": "membership" } }');
    seen.push(hash());
    expect(new Set(seen).size).toBe(3);
  });

  it('holds as it was while it cannot be read', () => {
    const root = tempProject({ ...PRODUCT, 'tracklint.config.json': '{ "rules": { "require-group-context": "off" } }' });
    expect(found(root, CALLER)).toEqual([]);
    write(root, 'tracklint.config.json', '{ "rules": {');
    expect([found(root, CALLER), found(root, CALLER)]).toEqual([[], []]);
    write(root, 'tracklint.config.json', '{ "rules": {} }');
    expect(found(root, CALLER)).toEqual(LACK);
  });

  it('is an error where it was never readable, and where the root is no folder', () => {
    expect(() => found(tempProject({ ...PRODUCT, 'tracklint.config.json': '{' }), CALLER)).toThrow('tracklint.config.json: The configuration cannot be loaded');
    const config = { ...plugin.configs.recommended, settings: { tracklint: { root: 'nowhere' } } };
    expect(() => found(tempProject(PRODUCT), CALLER, undefined, { config })).toThrow("ESLint's settings.tracklint.root is no folder");
  });
});
