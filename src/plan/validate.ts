import type { z } from 'zod';
import { didYouMean } from './nearest.ts';
import type { PlanSource } from './source.ts';
import type { Tree } from './tree.ts';
import { dataOf, treeAt } from './tree.ts';

/** A tree as its schema has it, or null after what does not fit was reported. `what` names it in messages: "An event". */
export function validate<Schema extends z.ZodType>(
  schema: Schema, tree: Tree, what: string, source: PlanSource,
): z.output<Schema> | null {
  const result = schema.safeParse(dataOf(tree));
  if (result.success) return result.data;
  for (const issue of result.error.issues) reportIssue(tellingPart(issue), tree, what, source);
  return null;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

type Issue = z.core.$ZodIssue;

/** Of a value that is neither one of a few nor of another form, the few are worth telling. */
function tellingPart(issue: Issue): Issue {
  const few = issue.code === 'invalid_union' ? issue.errors.flat().find(({ code }) => code === 'invalid_value') : undefined;
  return few ? { ...few, path: issue.path } : issue;
}

function reportIssue(issue: Issue, tree: Tree, what: string, source: PlanSource): void {
  const { found, last } = treeAt(tree, issue.path);
  const subject = issue.path.length === 0 ? what : `\`${issue.path.map(String).join('.')}\``;
  if (!found) {
    source.report(last.offset, `${what} has no ${subject}.`);
    return;
  }
  source.report(found.offset, `${subject} ${demandOf(issue)}, and is ${described(found)}.`, suggestionFor(issue, found));
}

function demandOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return `must be ${TYPE_NAMES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') return 'must not be empty';
  return 'must be text, a number, or true or false';
}

function suggestionFor(issue: Issue, found: Tree): string | null {
  if (found.kind !== 'scalar') return null;
  if (issue.code === 'invalid_value') return didYouMean(String(found.value), issue.values.map(String));
  if (issue.code !== 'invalid_type') return null;
  if (issue.expected === 'string') return `Write it in quotes: ${JSON.stringify(String(found.value))}.`;
  if (issue.expected !== 'boolean' || typeof found.value !== 'string') return null;
  if (/^(yes|true|y|on)$/i.test(found.value)) return 'Write true, without quotes.';
  return /^(no|false|n|off)$/i.test(found.value) ? 'Write false, without quotes.' : null;
}

function described(tree: Tree): string {
  if (tree.kind === 'list') return 'a list';
  if (tree.kind === 'map') return 'a mapping';
  if (tree.value === '') return 'empty';
  if (typeof tree.value !== 'string') return String(tree.value);
  return JSON.stringify(tree.value.length > 60 ? `${tree.value.slice(0, 60)}…` : tree.value);
}
