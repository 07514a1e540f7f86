/** Checks a configuration, and says what is wrong where, with the likely spelling. */
import { distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { ToolError } from '../errors.ts';
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

/** `Unknown rule "x". Did you mean "y"?` for the nearest of the known names. */
export function unknownText(what: string, name: string, known: readonly string[]): string {
  const nearest = known.map((one) => ({ one, far: distance(name.toLowerCase(), one.toLowerCase()) })).sort((a, b) => a.far - b.far)[0];
  const close = nearest !== undefined && nearest.far <= Math.max(2, Math.floor(name.length / 3));
  return `Unknown ${what} "${name}".${close ? ` Did you mean "${nearest.one}"?` : ` Known: ${known.join(', ')}.`}`;
}

function requireKnown(what: string, id: string, known: readonly string[], path: readonly string[], locate: Locator): void {
  if (!known.includes(id)) throw new ToolError('config-invalid', { reason: unknownText(what, id, known) }, locate(path));
}

function complaint(issues: readonly z.core.$ZodIssue[], locate: Locator): ToolError {
  const [issue] = issues;
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const where = issue.path.length > 0 ? ` in ${issue.path.join('.')}` : '';
    const reason = unknownText('key', key, Object.keys(configSchema.shape)) + where;
    return new ToolError('config-invalid', { reason }, locate([...issue.path, key]));
  }
  const name = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return new ToolError('config-invalid', { reason: `${name}${issue?.message ?? 'not a configuration'}.` }, locate(issue?.path ?? []));
}
