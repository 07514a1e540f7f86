import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planJsonSchema } from '../../src/plan/json-schema.ts';

test('the published JSON Schema is the one that plans are read by', () => {
  const published = readFileSync(new URL('../../schema/tracking-plan.json', import.meta.url), 'utf8');
  expect(JSON.parse(published)).toEqual(planJsonSchema());
});

test('the JSON Schema asks for events, and leaves room for other keys', () => {
  expect(planJsonSchema()).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', required: ['events'] });
  expect(JSON.stringify(planJsonSchema())).not.toContain('"additionalProperties":false');
});
