import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ruleRuns, type RuleSettings } from '../../src/check/rule-settings.ts';
import { PRESETS, severityIn } from '../../src/check/presets.ts';
import { defineRule } from '../../src/check/rule.ts';

const rule = defineRule({ id: 'no-thing', description: '', recommended: null, scope: 'file', options: z.strictObject({}), messages: {}, check: () => undefined });

describe('presets', () => {
  it.each([
    ['a rule of `recommended`', { recommended: 'error' }, ['error', 'error', 'error']],
    ['a rule that `strict` sharpens', { recommended: 'warning', strict: 'error' }, ['warning', 'error', 'error']],
    ['a rule of `strict` alone', { recommended: null, strict: 'warning' }, [null, 'warning', 'warning']],
    ['a rule of neither', { recommended: null }, [null, null, 'warning']],
  ] as const)('have %s at their own severity', (_, given, severities) => {
    expect(PRESETS.map((preset) => severityIn(preset, given))).toEqual(severities);
  });

  it('stand back behind what the configuration says of a rule', () => {
    const severities = (settings: RuleSettings): unknown[] => ruleRuns([rule], { settings, preset: 'all' }).map(({ severityIn: severity }) => severity('a.ts'));
    expect(severities({})).toEqual(['warning']);
    expect(severities({ 'no-thing': 'error' })).toEqual(['error']);
    expect(severities({ 'no-thing': 'off' })).toEqual([]);
  });

  it('are `recommended` where none is named', () => {
    expect(ruleRuns([rule], { settings: {} })).toEqual([]);
  });
});
