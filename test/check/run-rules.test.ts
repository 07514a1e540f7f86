import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runRules, type CheckInput } from '../../src/check/run-rules.ts';
import { defineRule, type Destination, type Finding, type Report, type Rule } from '../../src/check/rule.ts';
import { ToolError } from '../../src/errors.ts';
import { corePlan } from '../../src/plan/core-plan.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { sdks } from '../../src/sdk/index.ts';

const OWN_PLAN = readPlan('plan.yaml', 'events: []');

function ruleThat(check: Rule['check'], more: Partial<Rule> = {}): Rule {
  return defineRule({
    id: 'require-proof', description: 'Require proof', recommended: 'warning', scope: 'file',
    options: z.strictObject({ loud: z.boolean().default(false) }), messages: { found: 'Found {{what}}.' }, check, ...more,
  });
}

function at(line: number, more: Partial<Report> = {}): Report {
  const place = { file: 'src/app.ts', start: line * 10, end: line * 10 + 5, line, column: 3, endLine: line, endColumn: 8 };
  return { place, messageId: 'found', data: { what: `event ${String(line)}` }, subject: 'event', ...more };
}

function run(rules: readonly Rule[], more: Partial<CheckInput> = {}): ReturnType<typeof runRules> {
  return runRules({ calls: [], plan: OWN_PLAN, sdks, destinations: {}, rules, settings: {}, ...more });
}

function findingsWith(...reports: Report[]): readonly Finding[] {
  return run([ruleThat(({ report }) => reports.forEach((one) => report(one)))]).findings;
}

describe('which rules run', () => {
  const rule = ruleThat(({ report }) => report(at(1)));

  test('a rule has the severity of `recommended` where the configuration says nothing', () => {
    expect(run([rule]).findings.map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('the configuration sets another severity, with or without options', () => {
    expect(run([rule], { settings: { 'require-proof': 'error' } }).findings.map(({ severity }) => severity)).toEqual(['error']);
    expect(run([rule], { settings: { 'require-proof': ['error', { loud: true }] } }).findings.map(({ severity }) => severity)).toEqual(['error']);
  });

  test('a rule that is off does not run', () => {
    expect(run([rule], { settings: { 'require-proof': 'off' } })).toMatchObject({ findings: [], notRun: [], rules: [] });
  });

  test('a rule outside `recommended` runs only where the configuration names it', () => {
    const optional = ruleThat(({ report }) => report(at(1)), { recommended: null });
    expect(run([optional]).findings).toEqual([]);
    expect(run([optional], { settings: { 'require-proof': 'warning' } }).findings).toHaveLength(1);
  });

  test('a rule that needs the product\'s own plan is named where there is none', () => {
    const needy = ruleThat(({ report }) => report(at(1)), { needsOwnPlan: true });
    expect(run([needy], { plan: corePlan() })).toMatchObject({ findings: [], notRun: [{ rule: 'require-proof', reason: 'the product has no tracking plan of its own' }] });
    expect(run([needy]).findings).toHaveLength(1);
  });

  test('a rule that is off is not named as one that did not run', () => {
    const needy = ruleThat(() => undefined, { needsOwnPlan: true });
    expect(run([needy], { plan: corePlan(), settings: { 'require-proof': 'off' } }).notRun).toEqual([]);
  });

  test('options reach the rule with their defaults', () => {
    const seen: unknown[] = [];
    const curious = ruleThat(({ options }) => void seen.push(options));
    run([curious]);
    run([curious], { settings: { 'require-proof': ['error', { loud: true }] } });
    expect(seen).toEqual([{ loud: false }, { loud: true }]);
  });

  test('an unknown rule and a wrong option are failures that the user can mend', () => {
    expect(() => run([rule], { settings: { 'require-prof': 'error' } })).toThrow(new ToolError('config-invalid', { reason: 'rules: there is no rule `require-prof`.' }));
    expect(() => run([rule], { settings: { 'require-proof': ['error', { loud: 'yes' }] } })).toThrow(/^rules: the options of `require-proof` are wrong: loud: /);
  });
});

test('the policy of an SDK is the configuration\'s, else the catalogue\'s', () => {
  const seen: Destination[] = [];
  const rule = ruleThat(({ destination }) => void seen.push(...['segment-web', 'amplitude-browser', 'posthog-js', 'accoil', 'unheard-of'].map(destination)));
  run([rule], { destinations: { 'posthog-js': 'event' } });
  expect(seen).toEqual(['event', 'membership', 'event', 'event', 'event']);
});

describe('findings', () => {
  test('stand in the order of files, lines and columns', () => {
    const findings = findingsWith(at(20), at(3), at(100));
    expect(findings.map(({ line }) => line)).toEqual([3, 20, 100]);
  });

  test('that say the same of the same place are one', () => {
    expect(findingsWith(at(1), at(1))).toHaveLength(1);
    expect(findingsWith(at(1), at(1, { data: { what: 'another' } }))).toHaveLength(2);
  });

  test('point into the plan file, where there is no end', () => {
    const [finding] = findingsWith(at(1, { place: { file: 'plan.yaml', line: 4, column: 7 } }));
    expect(finding).toMatchObject({ file: 'plan.yaml', line: 4, column: 7, endLine: 4, endColumn: 7 });
  });

  test('keep their fingerprint when lines move or the text is spaced differently', () => {
    const [before] = findingsWith(at(1, { subject: 'a  b' }));
    const [after] = findingsWith(at(50, { subject: 'a\n b', data: { what: 'it in other words' } }));
    expect(after?.fingerprint).toBe(before?.fingerprint);
  });

  test('of one subject in one file differ by their order alone', () => {
    const prints = findingsWith(at(1), at(2), at(3)).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(3);
    expect(findingsWith(at(11), at(12), at(13)).map(({ fingerprint }) => fingerprint)).toEqual(prints);
  });

  test('of other subjects or files have other fingerprints', () => {
    const elsewhere = { file: 'src/b.ts', start: 0, end: 1, line: 1, column: 1, endLine: 1, endColumn: 2 };
    const prints = findingsWith(at(1), at(2, { subject: 'other' }), at(3, { place: elsewhere })).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(3);
  });

  test('show what scanned code holds on one line, without control characters', () => {
    const [finding] = findingsWith(at(1, { data: { what: 'a\n\u001b[31mb' }, related: [{ place: { file: 'x', line: 1, column: 1 }, message: 'c\u0007' }] }));
    expect(finding?.message).toBe('Found a \\u001b[31mb.');
    expect(finding?.related).toEqual([{ file: 'x', line: 1, message: 'c\\u0007' }]);
  });

  test('that a comment in the file switches off are left out', () => {
    const rule = ruleThat(({ report }) => [at(1), at(2), at(3)].forEach((one) => report(one)));
    const read = (file: string): string | null => (file === 'src/app.ts' ? 'a\n// tracklint-disable-next-line require-proof -- known\nb' : null);
    expect(run([rule], { read }).findings.map(({ line }) => line)).toEqual([1, 2]);
  });
});

test('a message without a value for its placeholder is a bug, and not a finding', () => {
  expect(() => findingsWith(at(1, { data: {} }))).toThrow('lacks the value of {{what}}');
});
