import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { rules } from '../../rules/index.ts';

const FOLDER = new URL('../../rules/', import.meta.url);

test('every folder of rules is in the registry, under its own name', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const folders = files.filter((path) => path.endsWith('/rule.ts')).map((path) => path.slice(0, -'/rule.ts'.length));
  expect(rules.map(({ id }) => id)).toEqual(folders.sort());
});

describe.each(rules)('$id', (rule) => {
  test('has a name that says what it does', () => {
    expect(rule.id).toMatch(/^(plan\/)?(no|require|valid|prefer)(-[a-z]+)+$/);
  });

  test('is a rule over the plan alone where its name says so', () => {
    expect(rule.scope === 'plan').toBe(rule.id.startsWith('plan/'));
  });

  test('has documentation and tests beside it', () => {
    expect(['rule.md', 'rule.test.ts'].filter((file) => !existsSync(new URL(`${rule.id}/${file}`, FOLDER)))).toEqual([]);
  });

  test('is described in words that can follow "tracklint can", without a full stop', () => {
    expect(rule.description).toMatch(/^(Require|Disallow|Enforce|Prefer) .*[^.]$/);
  });

  test('has messages that are sentences', () => {
    const messages = Object.values(rule.messages);
    expect(messages.filter((message) => !/\.$|\{\{(policy|hint)\}\}$/.test(message))).toEqual([]);
    expect(messages.length).toBeGreaterThan(0);
  });

  test('takes no options for an answer, and refuses unknown ones', () => {
    expect(rule.options.safeParse({}).success).toBe(true);
    expect(rule.options.safeParse({ colour: 'blue' }).success).toBe(false);
  });

  test('describes each of its options in a JSON Schema that allows no others', () => {
    const schema = z.toJSONSchema(rule.options, { io: 'input', target: 'draft-7' });
    expect(schema.additionalProperties).toBe(false);
    const undescribed = Object.entries(schema.properties ?? {}).filter(([, option]) => typeof option !== 'object' || !option.description);
    expect(undescribed).toEqual([]);
  });
});
