import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { runRules } from '../src/check/run-rules.ts';
import { corePlan } from '../src/plan/core-plan.ts';
import type { Plan } from '../src/plan/model.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { sdks } from '../src/sdk/index.ts';
import { differencesOf } from './support/differences.ts';
import { fixtureFiles, fixtureLeaves } from './support/fixture-files.ts';
import { linkFiles } from './support/program.ts';

const PLAN = '.telemetry/tracking-plan.yaml';

describe('fixtures', () => {
  it.each(fixtureLeaves())('%s is read as its comments say', (leaf) => {
    const { files, expected } = fixtureFiles(leaf);
    const { calls, problems } = linkFiles(files);
    const { findings } = runRules({ calls, plan: planOf(files), sdks, rules, destinations: {}, settings: {} });
    expect([...problems.map(({ file, line, message }) => `${file}:${String(line)}  ${message}`), ...differencesOf(expected, { calls, findings })].join('\n')).toBe('');
  });
});

function planOf(files: Readonly<Record<string, string>>): Plan {
  const text = files[PLAN];
  return text === undefined ? corePlan() : readPlan(PLAN, text);
}
