import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadConfig } from '../src/config/load-config.ts';
import { rules } from '../rules/index.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { FORMATS } from '../src/report/formats.ts';
import { sdks } from '../src/sdk/index.ts';
import { run } from './support/run.ts';
import { tempProject } from './support/temp-project.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

function block(language: string, containing: string): string {
  const found = [...README.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].find(([, name, text]) => name === language && text?.includes(containing));
  return found?.[2] ?? '';
}

it('the sample report is what the example gives', async () => {
  const { stdout } = await run(new URL('..', import.meta.url).pathname, ['fixtures/example']);
  const sample = block('', 'require-group-context');
  expect(sample).not.toBe('');
  for (const part of sample.split('\n\n')) expect(stdout).toContain(part.trimEnd());
});

it('the sample trace is what the example gives', async () => {
  const sample = block('', 'through ');
  const place = sample.split(' ')[0] ?? '';
  expect(sample).toBe((await run(new URL('..', import.meta.url).pathname, ['fixtures/example', '--trace', place])).stdout);
});

it('the sample configuration is one', async () => {
  const root = tempProject({ 'tracklint.config.ts': block('ts', 'defineConfig') });
  const known = { rules: rules.map(({ id }) => id), sdks: sdks.map(({ id }) => id) };
  expect((await loadConfig(root, null, known)).config.tests).toBe(false);
});

it('the sample declarations are a configuration', async () => {
  const root = tempProject({ 'tracklint.config.json': block('json', '"wrappers"') });
  const known = { rules: [], sdks: sdks.map(({ id }) => id) };
  expect((await loadConfig(root, null, known)).config.wrappers).toHaveLength(3);
});

it('the sample plan is one', () => {
  expect(readPlan('plan.yaml', block('yaml', 'groups:')).groups.map(({ type }) => type)).toEqual(['account', 'workspace']);
});

it('every rule is in its table', () => {
  for (const { id } of rules) expect(README).toContain(`](rules/${id}/rule.md)`);
});

it('every format is in the documentation of formats', () => {
  const text = readFileSync(new URL('../docs/formats.md', import.meta.url), 'utf8');
  for (const name of Object.keys(FORMATS.audit)) expect(text).toContain(`| \`${name}\` |`);
});
