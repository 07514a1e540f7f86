/** Checks a configuration, and says what is wrong where, with the likely spelling. */
import type { z } from 'zod';
import { ToolError } from '../errors.ts';
import { didYouMean } from '../plan/nearest.ts';
import type { Locator } from './locate.ts';
import { configSchema, type Config } from './schema.ts';

/** The names that a configuration may use. */
export interface KnownIds {
  readonly rules: readonly string[];
  readonly sdks: readonly string[];
}

export function validateConfig(value: unknown, locate: Locator, known: KnownIds): Config {
  const result = configSchema.safeParse(value);
  if (!result.success) throw complaint(result.error.issues, locate);
  const config = result.data;
  for (const id of Object.keys(config.rules ?? {})) requireKnown('rule', id, known.rules, ['rules', id], locate);
  for (const id of Object.keys(config.destinations ?? {})) requireKnown('SDK', id, known.sdks, ['destinations', id], locate);
  for (const [name, id] of Object.entries(config.globals ?? {})) requireKnown('SDK', id, known.sdks, ['globals', name], locate);
  return config;
}

function unknownText(what: string, name: string, known: readonly string[]): string {
  return `Unknown ${what} "${name}". ${didYouMean(name, known) ?? `Known: ${known.join(', ')}.`}`;
}

function requireKnown(what: string, id: string, known: readonly string[], path: readonly string[], locate: Locator): void {
  if (!known.includes(id)) throw new ToolError('config-invalid', { reason: unknownText(what, id, known) }, locate(path));
}

function complaint(issues: readonly z.core.$ZodIssue[], locate: Locator): ToolError {
  const [issue] = issues;
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const reason = unknownText('key', key, Object.keys(configSchema.shape));
    return new ToolError('config-invalid', { reason }, locate([...issue.path, key]));
  }
  const name = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return new ToolError('config-invalid', { reason: `${name}${issue?.message ?? 'not a configuration'}.` }, locate(issue?.path ?? []));
}
