import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { runRules } from '../src/check/run-rules.ts';
import type { Config } from '../src/config/schema.ts';
import { validateConfig } from '../src/config/validate.ts';
import { sinkSdks } from '../src/link/sdk-calls/wrapper-sdk.ts';
import { corePlan } from '../src/plan/core-plan.ts';
import type { Plan } from '../src/plan/model.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { sdks } from '../src/sdk/index.ts';
import { differencesOf } from './support/differences.ts';
import { fixtureFiles, fixtureLeaves } from './support/fixture-files.ts';
import { linkFiles } from './support/program.ts';

const PLAN = '.telemetry/tracking-plan.yaml';
const CONFIG = 'tracklint.config.json';

describe('fixtures', () => {
  it.each(fixtureLeaves())('%s is read as its comments say', (leaf) => {
    const { files, expected } = fixtureFiles(leaf);
    const { wrappers = [], sdks: own = [], preset, rules: settings = {}, identity, destinations = {} } = configOf(files);
    const all = [...sdks, ...own];
    const { calls, problems, unmatched } = linkFiles(files, { sdks: all, declarations: wrappers.map((wrapper) => ({ wrapper, declaredAt: CONFIG })) });
    expect(unmatched).toEqual([]);
    const active = rules.filter(({ scope }) => (scope === 'plan') === leaf.startsWith('plans/'));
    const { findings } = runRules({
      calls, plan: planOf(files), sdks: [...all, ...sinkSdks(wrappers)], rules: active, destinations, settings, identity, ...(preset && { preset }), read: (file) => files[file] ?? null,
    });
    expect([...problems.map(({ file, line, message }) => `${file}:${String(line)}  ${message}`), ...differencesOf(expected, { calls, findings })].join('\n')).toBe('');
  });
});

function configOf(files: Readonly<Record<string, string>>): Config {
  const known = { rules: rules.map(({ id }) => id), sdks: sdks.map(({ id }) => id) };
  return validateConfig(JSON.parse(files[CONFIG] ?? '{}'), () => ({ file: CONFIG }), known);
}

function planOf(files: Readonly<Record<string, string>>): Plan {
  const text = files[PLAN];
  return text === undefined ? corePlan() : readPlan(PLAN, text);
}
