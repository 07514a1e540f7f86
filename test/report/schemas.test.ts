import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { PRODUCT } from '../support/product.ts';
import { run } from '../support/run.ts';
import { tempProject } from '../support/temp-project.ts';

const EXAMPLE = new URL('../../fixtures/example', import.meta.url).pathname;

function published(name: string): z.ZodType {
  const schema: unknown = JSON.parse(readFileSync(new URL(`../../schema/${name}.json`, import.meta.url), 'utf8'));
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
}

async function outputOf(argv: readonly string[], cwd: string): Promise<unknown> {
  return JSON.parse((await run(cwd, [...argv, '--format', 'json'])).stdout);
}

it.each(['report', 'inventory'])('the output of the example follows schema/%s.json', async (name) => {
  const command = name === 'report' ? 'audit' : 'inventory';
  const output = await outputOf([command], EXAMPLE);
  expect(published(name).safeParse(output).error).toBeUndefined();
});

it('the published schemas refuse what the contract does not have', async () => {
  const output = (await outputOf(['inventory'], tempProject(PRODUCT))) as { calls: Record<string, unknown>[] };
  expect(published('inventory').safeParse(output).success).toBe(true);
  expect(published('inventory').safeParse({ ...output, extra: 1 }).success).toBe(false);
  expect(published('inventory').safeParse({ ...output, calls: [{ ...output.calls[0], resolution: 'guess' }] }).success).toBe(false);
});

it('a configuration follows schema/config.json', () => {
  const schema = published('config');
  expect(schema.safeParse({ rules: { 'require-group-after-identify': ['error', { strict: true }], 'no-unknown-event': 'off' }, globals: { mp: 'x' }, tests: true }).success).toBe(true);
  expect(schema.safeParse({ rulez: {} }).success).toBe(false);
  expect(schema.safeParse({ rules: { 'no-unknown-events': 'off' } }).success).toBe(false);
});
