import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import { ESLint as ESLint9, Linter as Linter9 } from 'eslint-9';
import eslint9 from 'eslint-9/use-at-your-own-risk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rules } from '../../rules/index.ts';
import { PRESETS, severityIn } from '../../src/check/presets.ts';
import plugin from '../../src/eslint/plugin.ts';
import { lintText } from '../support/eslint.ts';
import { PLAN, PRODUCT } from '../support/product.ts';
import { tempProject } from '../support/temp-project.ts';

const PLAN_FILE = '.telemetry/tracking-plan.yaml';
const WRAPPER = 'src/analytics.ts';
const CALLER = 'src/invite.ts';
const GROUPED = "import { send } from './analytics.js';\n\nexport function invite(user: { id: string; accountId: string }): void {\n\tsend('user.invited', user.id, { groupId: user.accountId });\n}";

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'Date'] }));
afterEach(() => void vi.useRealTimers());

/** What the rules say of a file, as `rule line`. */
function found(root: string, file: string, text: string = textOf(file), options: Omit<Parameters<typeof lintText>[2], 'root'> = {}): string[] {
  return lintText(text, file, { root, ...options }).map(({ ruleId, line, message }) => (ruleId ? `${ruleId} ${String(line)}` : message));
}

function textOf(file: string): string {
  return PRODUCT[file] ?? '';
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** Time passes, so that the disk is looked at again. */
function later(): void {
  vi.advanceTimersByTime(60_000);
}

const LACK = ['tracklint/require-group-context 4'];
const RECOMMENDED = { config: plugin.configs.recommended };

describe('while a file is edited', () => {
  it('its unsaved text is linked with the rest of the program', () => {
    const root = tempProject(PRODUCT);
    expect(found(root, CALLER, undefined, RECOMMENDED)).toEqual(LACK);
    expect(found(root, CALLER, GROUPED, RECOMMENDED)).toEqual([]);
    expect(found(root, CALLER, `\n${textOf(CALLER)}`, RECOMMENDED)).toEqual(['tracklint/require-group-context 5']);
  });

  it('an edit of a wrapper changes what is found in its callers', () => {
    const root = tempProject(PRODUCT);
    expect(found(root, CALLER, undefined, RECOMMENDED)).toEqual(LACK);
    expect(found(root, WRAPPER, textOf(WRAPPER).replace('userId, context }', "userId, context: { groupId: 'acme' } }"), RECOMMENDED)).toEqual([]);
    expect(found(root, CALLER, undefined, RECOMMENDED)).toEqual([]);
    expect(found(root, WRAPPER, undefined, RECOMMENDED)).toEqual([]);
    expect(found(root, CALLER, undefined, RECOMMENDED)).toEqual(LACK);
  });

  it('a wrapper that did not exist before is seen by its callers', () => {
    const use = "import { tell } from './new.js';\ntell('report.created');\n";
    const root = tempProject({ ...PRODUCT, 'src/new.ts': '', 'src/use.ts': use });
    expect(found(root, 'src/use.ts', use, RECOMMENDED)).toEqual([]);
    const wrapper = "import { send } from './analytics.js';\nexport function tell(event: string, context?: { groupId: string }): void {\n  send(event, 'me', context);\n}\n";
    expect(found(root, 'src/new.ts', wrapper, RECOMMENDED)).toEqual([]);
    expect(found(root, 'src/use.ts', use, RECOMMENDED)).toEqual(['tracklint/require-group-context 2']);
  });

  it('a text that does not parse is no error of ours, and what can be read of it is judged', () => {
    const root = tempProject(PRODUCT);
    found(root, CALLER, `${textOf(CALLER)}\nconst (`, RECOMMENDED);
    expect(found(root, CALLER, undefined, RECOMMENDED)).toEqual(LACK);
  });

  it('a file that is not saved yet is part of the program', () => {
    const root = tempProject(PRODUCT);
    expect(found(root, 'src/brand-new.ts', textOf(CALLER), RECOMMENDED)).toEqual(LACK);
  });
});

describe('while others work on the disk', () => {
  it('files that change, come, are renamed and vanish are seen', () => {
    const root = tempProject(PRODUCT);
    expect(found(root, CALLER, undefined, RECOMMENDED)).toEqual(LACK);
    write(root, WRAPPER, textOf(WRAPPER).replace('userId, context }', "userId, context: { groupId: 'acme' } }"));
    later();
    expect(found(root, CALLER, undefined, RECOMMENDED)).toEqual([]);
    renameSync(join(root, WRAPPER), join(root, 'src/telemetry.ts'));
    later();
    const moved = textOf(CALLER).replace('./analytics.js', './telemetry.js');
    expect(found(root, CALLER, moved, RECOMMENDED)).toEqual([]);
    write(root, 'src/telemetry.ts', textOf(WRAPPER));
    later();
    expect(found(root, CALLER, moved, RECOMMENDED)).toEqual(LACK);
    rmSync(join(root, 'src/telemetry.ts'));
    later();
    expect(found(root, CALLER, moved, RECOMMENDED)).toEqual([]);
  });

  it('an edit of the plan is seen at once, and one that cannot be read leaves the last that could', () => {
    const root = tempProject({ ...PRODUCT, [PLAN_FILE]: PLAN });
    const config = { config: { ...plugin.configs.recommended, rules: { 'tracklint/no-unknown-event': 'error' } } } as const;
    expect(found(root, CALLER, undefined, config)).toEqual([]);
    write(root, PLAN_FILE, PLAN.replace('user.invited', 'user.was_invited'));
    expect(found(root, CALLER, undefined, config)).toEqual(['tracklint/no-unknown-event 4']);
    write(root, PLAN_FILE, 'events: [');
    expect(found(root, CALLER, undefined, config)).toEqual(['tracklint/no-unknown-event 4']);
    write(root, PLAN_FILE, `${PLAN}\n`);
    expect(found(root, CALLER, undefined, config)).toEqual([]);
  });

  it('the configuration of the command line holds, and an edit of it is seen', () => {
    const root = tempProject({ ...PRODUCT, 'tracklint.config.json': '{ "rules": { "require-group-context": "off" } }' });
    expect(found(root, CALLER, undefined, RECOMMENDED)).toEqual([]);
    write(root, 'tracklint.config.json', '{ "rules": { "require-group-context": ["error", { "ignore": ["nothing"] }] } }');
    expect(found(root, CALLER, undefined, RECOMMENDED)).toEqual(LACK);
  });
});

describe('what is not judged', () => {
  it('is what an audit leaves out: tests, what the configuration excludes, blocks of other files, files elsewhere', () => {
    const root = tempProject({ ...PRODUCT, 'src/elsewhere/package.json': '{}', 'tracklint.config.json': '{ "exclude": ["src/old/**"] }' });
    expect(found(root, 'src/invite.test.ts', textOf(CALLER), RECOMMENDED)).toEqual([]);
    expect(found(root, 'src/old/invite.ts', textOf(CALLER).replace('./', '../'), RECOMMENDED)).toEqual([]);
    expect(found(root, CALLER, undefined, { config: { ...plugin.configs.recommended, settings: { tracklint: { root: `${root}/src/elsewhere` } } } })).toEqual([]);
  });
});

describe('comments', () => {
  const text = (comment: string): string => textOf(CALLER).replace('\tsend', `\t// ${comment}\n\tsend`);

  it.each(['eslint-disable-next-line tracklint/require-group-context -- no account yet', 'tracklint-disable-next-line require-group-context -- no account yet'])('%s holds', (comment) => {
    const root = tempProject(PRODUCT);
    const config = { ...plugin.configs.recommended, linterOptions: { reportUnusedDisableDirectives: 'error' } } as const;
    expect(found(root, CALLER, text(comment), { config })).toEqual([]);
  });
});

describe('presets', () => {
  it.each(PRESETS)('%s has the rules and severities that the command line has, in both forms', (preset) => {
    const expected = Object.fromEntries(rules.flatMap((rule) => {
      const severity = severityIn(preset, rule);
      return severity === null ? [] : [[`tracklint/${rule.id}`, severity === 'error' ? 'error' : 'warn']];
    }));
    expect(plugin.configs[preset].rules).toEqual(expected);
    expect(plugin.configs[preset].plugins).toEqual({ tracklint: plugin });
    expect(plugin.configs[`legacy-${preset}`]).toEqual({ plugins: ['tracklint'], rules: expected });
  });

  it('a preset for a project knows its plan, whose edit makes it another configuration', () => {
    const root = tempProject({ ...PRODUCT, [PLAN_FILE]: PLAN });
    const hash = (): unknown => (plugin.project({ root }).settings?.tracklint as { planHash: string }).planHash;
    const before = hash();
    expect(hash()).toBe(before);
    write(root, PLAN_FILE, PLAN.replace('user.invited', 'user.was_invited'));
    expect(hash()).not.toBe(before);
  });

  it('a plan that cannot be read is told when ESLint is configured', () => {
    const root = tempProject({ ...PRODUCT, 'plan.yaml': 'events: [' });
    expect(() => plugin.project({ root, plan: 'plan.yaml' })).toThrow('plan.yaml');
  });
});

describe('settings', () => {
  it('an unknown key is an error', () => {
    const root = tempProject(PRODUCT);
    expect(() => lintText(textOf(CALLER), CALLER, { root, config: { ...plugin.configs.recommended, settings: { tracklint: { paln: 'x' } } } })).toThrow('unknown key "paln"');
  });

  it('the root may lie elsewhere than ESLint runs', () => {
    const root = tempProject(Object.fromEntries(Object.entries(PRODUCT).map(([file, text]) => [`app/${file}`, text])));
    const config = { ...plugin.configs.recommended, settings: { tracklint: { root: `${root}/app` } } };
    expect(found(root, `app/${CALLER}`, textOf(CALLER), { config })).toEqual(LACK);
  });
});

describe.each([{ version: '10', Eslint: ESLint }, { version: '9', Eslint: ESLint9 }])('ESLint $version', ({ Eslint }) => {
  it('takes an edit of the plan into account where it keeps results in a cache', async () => {
    vi.useRealTimers();
    const root = tempProject({ 'package.json': '{ "type": "module" }', 'src/app.js': "import posthog from 'posthog-js';\nposthog.group('account', 'a');\nposthog.capture('user.invited');\n", [PLAN_FILE]: PLAN });
    const lint = async (): Promise<number> => {
      const project = { ...plugin.project({ root }), rules: { 'tracklint/no-unknown-event': 'error' } };
      const eslint = new Eslint({ cwd: root, cache: true, cacheStrategy: 'content', cacheLocation: join(root, '.cache'), overrideConfigFile: true, overrideConfig: [project as never] });
      return (await eslint.lintFiles(['src/**/*.js'])).reduce((sum, { errorCount }) => sum + errorCount, 0);
    };
    expect([await lint(), await lint()]).toEqual([0, 0]);
    write(root, PLAN_FILE, PLAN.replace('user.invited', 'user.was_invited'));
    expect(await lint()).toBe(1);
  });
});

it('the legacy presets work in ESLint 9', async () => {
  const root = tempProject({ 'src/app.js': "import posthog from 'posthog-js';\nposthog.identify(user.id);\n" });
  const { LegacyESLint } = eslint9 as unknown as { LegacyESLint: new (options: object) => ESLint };
  const eslint = new LegacyESLint({ cwd: root, useEslintrc: false, plugins: { tracklint: plugin }, overrideConfig: { ...plugin.configs['legacy-recommended'], parserOptions: { ecmaVersion: 2022, sourceType: 'module' } } });
  const [result] = await eslint.lintFiles(['src/app.js']);
  expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('tracklint/require-group-after-identify');
});

it.each([{ version: '10', of: Linter }, { version: '9', of: Linter9 as unknown as typeof Linter }])('the linter of ESLint $version runs the rules', ({ of: AnyLinter }) => {
  const root = tempProject(PRODUCT);
  const linter = new AnyLinter({ cwd: root });
  const text = "import posthog from 'posthog-js';\nposthog.identify(user.id);\n";
  expect(linter.verify(text, [plugin.configs.recommended], { filename: `${root}/src/app.js` }).map(({ ruleId }) => ruleId)).toContain('tracklint/require-group-after-identify');
});
