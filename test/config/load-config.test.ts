import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { commitAll, tempProject } from '../support/temp-project.ts';

const KNOWN = { rules: ['no-unknown-event', 'require-group-context'], sdks: ['posthog-js', 'segment-web'] };

function load(files: Readonly<Record<string, string>>, explicit: string | null = null): ReturnType<typeof loadConfig> {
  return loadConfig(tempProject(files), explicit, KNOWN);
}

function complaintOf(config: string): Promise<string> {
  return load({ 'tracklint.config.json': config }).then(
    () => 'no complaint',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

describe('finding the configuration', () => {
  it('is content without one', async () => {
    expect(await load({})).toMatchObject({ config: {}, file: null });
  });

  it.each([
    ['tracklint.config.json', '{ "tests": true }'],
    ['tracklint.config.js', 'export default { tests: true };'],
    ['tracklint.config.js', 'module.exports = { tests: true };'],
    ['tracklint.config.mjs', 'export default { tests: true };'],
    ['tracklint.config.mts', 'export default { tests: true as boolean };'],
    ['tracklint.config.ts', "import { defineConfig } from 'tracklint';\nexport default defineConfig({ tests: true as boolean });"],
    ['package.json', '{ "name": "x", "tracklint": { "tests": true } }'],
  ])('reads %s', async (name, text) => {
    expect((await load({ [name]: text })).config).toEqual({ tests: true });
  });

  it('looks upward to the top of the repository, and no further', async () => {
    const root = tempProject({ 'tracklint.config.json': '{}', 'repo/packages/x/a.ts': '', 'repo/tracklint.config.json': '{ "tests": true }' });
    commitAll(join(root, 'repo'));
    expect((await loadConfig(join(root, 'repo/packages/x'), null, KNOWN)).folder).toBe(join(root, 'repo'));
    const other = tempProject({ 'tracklint.config.json': '{}', 'repo/packages/x/a.ts': '' });
    commitAll(join(other, 'repo'));
    expect((await loadConfig(join(other, 'repo/packages/x'), null, KNOWN)).file).toBeNull();
  });

  it('takes the nearest', async () => {
    const root = tempProject({ 'tracklint.config.json': '{}', 'app/tracklint.config.json': '{ "tests": true }' });
    commitAll(root);
    expect((await loadConfig(join(root, 'app'), null, KNOWN)).config).toEqual({ tests: true });
  });

  it('refuses two in one folder', async () => {
    await expect(load({ 'tracklint.config.json': '{}', 'package.json': '{ "tracklint": {} }' })).rejects.toThrow(/two configurations/);
  });

  it('refuses a manifest that holds none', async () => {
    const root = tempProject({ 'package.json': '{}' });
    await expect(loadConfig(root, join(root, 'package.json'), KNOWN)).rejects.toThrow(/^package\.json: This file has no key "tracklint"/);
  });

  it('refuses a file that is not there', async () => {
    await expect(load({}, '/nowhere/tracklint.config.json')).rejects.toThrow('There is no configuration file /nowhere/tracklint.config.json.');
  });
});

describe('what is wrong with a configuration', () => {
  it('says where an unknown key stands, and what was meant', async () => {
    expect(await complaintOf('{\n  "exlude": []\n}')).toBe('tracklint.config.json:2:3: Unknown key "exlude". Did you mean "exclude"?');
  });

  it('says where an unknown rule stands, and what was meant', async () => {
    const text = '{\n  "rules": {\n    "no-unknown-events": "off"\n  }\n}';
    expect(await complaintOf(text)).toBe('tracklint.config.json:3:5: Unknown rule "no-unknown-events". Did you mean "no-unknown-event"?');
  });

  it('knows the SDKs of destinations and globals', async () => {
    expect(await complaintOf('{ "destinations": { "posthog": "event" } }')).toMatch(/:1:21: Unknown SDK "posthog"\. /);
    expect(await complaintOf('{ "globals": { "mp": "segment-wep" } }')).toMatch(/:1:16: Unknown SDK "segment-wep"\. Did you mean "segment-web"\?/);
  });

  it('lists what there is where nothing comes near', async () => {
    expect(await complaintOf('{ "zzzzzzzzzz": 1 }')).toContain('Known: $schema, plan, include');
  });

  it('names the path of a wrong value', async () => {
    expect(await complaintOf('{\n "tests": "yes" }')).toMatch(/^tracklint\.config\.json:2:2: tests: .*boolean/);
    expect(await complaintOf('{ "rules": { "no-unknown-event": "loud" } }')).toMatch(/rules\.no-unknown-event: /);
  });

  it('is found in package.json at its own place', async () => {
    await expect(load({ 'package.json': '{\n "name": "x",\n "tracklint": {\n  "plann": "a"\n } }' })).rejects.toThrow(
      'package.json:4:3: Unknown key "plann". Did you mean "plan"?',
    );
  });

  it('is told for text that is no JSON, code that fails and files without an export', async () => {
    expect(await complaintOf('{ "tests": }')).toMatch(/^tracklint\.config\.json: The configuration cannot be loaded: /);
    await expect(load({ 'tracklint.config.mjs': 'throw new Error("broken\\nsecond line");' })).rejects.toThrow(
      /^tracklint\.config\.mjs: The configuration cannot be loaded: broken$/,
    );
    await expect(load({ 'tracklint.config.ts': 'export const config = {};' })).rejects.toThrow(/no default export/);
    expect(await complaintOf('[]')).toMatch(/expected object/);
  });
});

it('takes a severity alone, in a list, or with options', async () => {
  const rules = { 'no-unknown-event': ['error'], 'require-group-context': ['warning', { a: 1 }] };
  expect((await load({ 'tracklint.config.json': JSON.stringify({ rules }) })).config.rules).toEqual(rules);
});
