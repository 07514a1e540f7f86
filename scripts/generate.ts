/**
 * Writes the registries of folders in which adding a file adds a thing, `src/sdk/index.ts` and `rules/index.ts`, and the
 * published JSON Schemas.
 * With `--check` nothing is written; files that are out of date are named, and the exit code is 1 if there are any.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { configSchema } from '../src/config/schema.ts';
import { diffSchema } from '../src/report/diff-schema.ts';
import { inventorySchema } from '../src/report/inventory-schema.ts';
import { reportSchema } from '../src/report/report-schema.ts';
import { planJsonSchema } from '../src/plan/json-schema.ts';
import { ruleIndex, ruleOptions, sdkIndex } from './registries.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
/** The registries first: what comes after them reads them anew. */
const FILES: Readonly<Record<string, () => string | Promise<string>>> = {
  'src/sdk/index.ts': () => sdkIndex(ROOT),
  'rules/index.ts': () => ruleIndex(ROOT),
  'src/eslint/rule-options.ts': () => ruleOptions(ROOT),
  'schema/config.json': async () => jsonText(await configJsonSchema()),
  'schema/diff.json': () => jsonText(jsonSchema(diffSchema)),
  'schema/inventory.json': () => jsonText(jsonSchema(inventorySchema)),
  'schema/report.json': () => jsonText(jsonSchema(reportSchema)),
  'schema/tracking-plan.json': () => jsonText(planJsonSchema()),
};

const isCheck = process.argv.includes('--check');
for (const [file, contents] of Object.entries(FILES)) {
  const text = await contents();
  if (readIfThere(file) === text) continue;
  if (!isCheck) writeFileSync(join(ROOT, file), text);
  else {
    process.stderr.write(`${file} is out of date: run \`npm run generate\`.\n`);
    process.exitCode = 1;
  }
}

/** A record's schema cannot name its keys without asking for all of them. */
async function configJsonSchema(): Promise<unknown> {
  const { rules } = await import('../rules/index.ts');
  const schema = z.toJSONSchema(configSchema, { io: 'input', target: 'draft-7' });
  const settings = schema.properties?.['rules'];
  if (typeof settings === 'object') settings.propertyNames = { enum: rules.map(({ id }) => id) };
  return schema;
}

function jsonSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function readIfThere(file: string): string | null {
  const path = join(ROOT, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
