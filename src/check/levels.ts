/** Which level of the plan's hierarchy a group is of. */
import type { Call, CallGroup, Plan, PlanGroup } from './rule.ts';
import { wordsOf } from './words.ts';

export interface GroupLevel {
  /** The plan's level; null where none fits, or more than one. */
  readonly level: string | null;
  /** What the code itself calls the level: the SDK's group type, or the `group_type` trait. */
  readonly named: string | null;
}

/**
 * The levels that a group call, or an identify call that carries groups, sets. Matched by the SDK's group type, the
 * `group_type` trait, the id's format and the id's expression, in that order; where two levels fit, the next decides.
 */
export function levelsSetBy(call: Call, plan: Plan): GroupLevel[] {
  const set = call.groups.filter(({ source }) => source !== 'session');
  const groups: readonly Pick<CallGroup, 'level' | 'id'>[] = set.length > 0 ? set : call.kind === 'group' ? [{ level: null, id: call.groupId }] : [];
  const trait = groups.length === 1 ? (call.traitTexts['group_type'] ?? null) : null;
  return groups.map(({ level, id }) => levelOf(plan, [level, trait], id ?? (groups.length === 1 ? call.groupId : null)));
}

/** The level that an id, as source text, is of: by its format, else by what its expression speaks of. */
export function levelOfId(plan: Plan, id: string): string | null {
  return levelOf(plan, [], id).level;
}

function levelOf(plan: Plan, names: readonly (string | null)[], id: string | null): GroupLevel {
  const given = names.filter((name) => name !== null);
  const tests = [
    ...given.map((name) => (group: PlanGroup) => isName(name, group.type)),
    (group: PlanGroup) => id !== null && group.idFormat !== null && isOfFormat(id, group.idFormat),
  ];
  for (const test of tests) {
    const fitting = plan.groups.filter(test);
    if (fitting.length === 1) return { level: fitting[0]?.type ?? null, named: given[0] ?? null };
  }
  return { level: id === null ? null : levelInExpression(id, plan), named: given[0] ?? null };
}

/** `account`, `Account`, `account_id` and `accountId` all name the level `account`. */
function isName(name: string, type: string): boolean {
  const words = wordsOf(name);
  const own = wordsOf(type).join(' ');
  return words.join(' ') === own || (words.at(-1) === 'id' && words.slice(0, -1).join(' ') === own);
}

/** Whether an id written as a string, perhaps with unknown parts, is of a format such as `ws_*`. */
export function isOfFormat(id: string, format: string): boolean {
  const text = /^(["'`])(.*)\1$/s.exec(id)?.[2];
  const [head = '', ...others] = format.split('*');
  const tail = others.at(-1) ?? '';
  if (text === undefined || others.length === 0 || head + tail === '') return false;
  const parts = id.startsWith('`') ? text.split(/\$\{[^}]*\}/) : [text];
  return (parts[0] ?? '').startsWith(head) && (parts.at(-1) ?? '').endsWith(tail);
}

const IGNORED = /^(id|ids|uuid|key|slug|to|string|number)$/;

/**
 * The level that the expression of an id speaks of. In a chain the last name that speaks of any level decides, so that
 * `account.workspaceId` is a workspace's; all alternatives of `??`, `||` and `?:` have to agree.
 */
function levelInExpression(id: string, plan: Plan): string | null {
  if (/^["'`]/.test(id)) return null;
  const [first = null, ...others] = alternativesOf(id).map((one) => levelInChain(one, plan));
  return others.every((other) => other === first) ? first : null;
}

function alternativesOf(expression: string): string[] {
  const branches = expression.replaceAll('?.', '.').replaceAll('??', '||').split(':').map((branch) => branch.slice(branch.lastIndexOf('?') + 1));
  return branches.flatMap((branch) => branch.split('||'));
}

function levelInChain(chain: string, plan: Plan): string | null {
  const names = chain.match(/[A-Za-z_$][\w$]*/g) ?? [];
  for (const name of names.reverse()) {
    const words = wordsOf(name).filter((word) => !IGNORED.test(word));
    const fitting = plan.groups.filter(({ type }) => holds(words, wordsOf(type)));
    const longest = fitting.filter(({ type }) => !fitting.some((other) => other.type !== type && holds(wordsOf(other.type), wordsOf(type))));
    if (longest.length > 0) return longest.length === 1 ? (longest[0]?.type ?? null) : null;
  }
  return null;
}

/** Whether words stand in a row among others. */
function holds(words: readonly string[], row: readonly string[]): boolean {
  return ` ${words.join(' ')} `.includes(` ${row.join(' ')} `);
}
