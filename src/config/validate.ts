/** Checks a configuration, and says what is wrong where, with the likely spelling. */
import type { z } from 'zod';
import { ToolError } from '../errors.ts';
import { didYouMean } from '../plan/nearest.ts';
import { keysAt } from './known-keys.ts';
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
  const { sdks: own = [], wrappers = [] } = config;
  const sdks = [...known.sdks, ...own.map(({ id }) => id)];
  const isSdk = (id: string, path: readonly PropertyKey[], ids = sdks): void => requireKnown('SDK', id, ids, path, locate);
  for (const id of Object.keys(config.rules ?? {})) requireKnown('rule', id, known.rules, ['rules', id], locate);
  (config.overrides ?? []).forEach((one, index) => {
    for (const id of Object.keys(one.rules)) requireKnown('rule', id, known.rules, ['overrides', index, 'rules', id], locate);
  });
  own.forEach(({ id, sendsTo = [] }, index) => {
    if (sdks.indexOf(id) < known.sdks.length + index) throw new ToolError('config-invalid', { reason: `There is an SDK "${id}" already. Give yours another id.` }, locate(['sdks', index, 'id']));
    sendsTo.forEach((one, at) => isSdk(one, ['sdks', index, 'sendsTo', at], sdks.filter((other) => other !== id)));
  });
  wrappers.forEach(({ sdks: behind = [], sink }, index) => {
    behind.forEach((id, at) => isSdk(id, ['wrappers', index, 'sdks', at]));
    if (sink !== undefined && sdks.includes(sink)) throw new ToolError('config-invalid', { reason: `"${sink}" is an SDK: write \`sdks: ["${sink}"]\` where the wrapper sends to it.` }, locate(['wrappers', index, 'sink']));
  });
  const listed = [...sdks, ...wrappers.flatMap(({ sink }) => sink ?? [])];
  for (const id of Object.keys(config.destinations ?? {})) isSdk(id, ['destinations', id], listed);
  for (const [name, id] of Object.entries(config.globals ?? {})) isSdk(id, ['globals', name]);
  return config;
}

function unknownText(what: string, name: string, known: readonly string[]): string {
  return `Unknown ${what} "${name}". ${didYouMean(name, known) ?? `Known: ${known.join(', ')}.`}`;
}

function requireKnown(what: string, id: string, known: readonly string[], path: readonly PropertyKey[], locate: Locator): void {
  if (!known.includes(id)) throw new ToolError('config-invalid', { reason: unknownText(what, id, known) }, locate(path));
}

function complaint(issues: readonly z.core.$ZodIssue[], locate: Locator): ToolError {
  // A key that is missing is often there under another name.
  const first = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const issue = first && innermost(first);
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const within = issue.path.length > 0 ? `${pathText(issue.path)}: ` : '';
    const reason = `${within}${unknownText('key', key, keysAt(configSchema, issue.path))}`;
    return new ToolError('config-invalid', { reason }, locate([...issue.path, key]));
  }
  const name = issue && issue.path.length > 0 ? `${pathText(issue.path)}: ` : '';
  return new ToolError('config-invalid', { reason: `${name}${issue?.message ?? 'not a configuration'}.` }, locate(issue?.path ?? []));
}

/** Of what is wrong with each option of a union, what is wrong with a part of the one that was meant. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const meant = issue.errors.flat().find(({ code, path }) => path.length > 0 || code === 'unrecognized_keys');
  return meant ? innermost({ ...meant, path: [...issue.path, ...meant.path] }) : issue;
}

/** `wrappers[0].groups[1].at`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${String(part)}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('');
}
