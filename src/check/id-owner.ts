/** Whose id an expression gives: a person's, or that of an account or installation. */
import { isOfFormat } from './levels.ts';
import type { Plan, ValueShape } from './rule.ts';
import { wordsOf } from './words.ts';

export type Owner = 'user' | 'account';

const USER = /^(user|users|viewer|person|employee|me|username)$/;
/** `account` and `team` are often a login, or a part of the account: they count where the plan has such a level. */
const ACCOUNT = /^(organization|organisation|org|company|tenant|workspace|instance|installation|deployment)$/;
/** Words that say that something is an id, and not whose. */
const ID = /^(ids?|uuid|uid|guid|key|value|string|cloud|external|internal|public|unique|hashed)$/;
/** What a user may be known by in place of an id. */
const LOGIN = /^(email|mail|sub|login|phone)$/;
const MOST_ALTERNATIVES = 20;

/** The owners of an id, of all the values that it may have; null where one of them tells nothing. */
export function ownersOf(userId: string | null, values: readonly ValueShape[], plan: Plan): ReadonlySet<Owner> | null {
  const texts = values.length > 0 ? values.map(({ text }) => text) : [userId];
  const owners = new Set<Owner>();
  for (const alternative of texts.flatMap((text) => (text === null ? [''] : alternativesOf(text)))) {
    const owner = ownerOf(alternative, plan);
    if (!owner) return null;
    owners.add(owner);
  }
  return owners;
}

/** Of `a ? b : c`, `b || c` and `b ?? c`: `b` and `c`. */
function alternativesOf(expression: string): string[] {
  if (/["'`]/.test(expression)) return [expression];
  const branches = expression.replaceAll('?.', '.').replaceAll('??', '||').split(':').map((branch) => branch.slice(branch.lastIndexOf('?') + 1));
  return branches.flatMap((branch) => branch.split('||')).slice(0, MOST_ALTERNATIVES);
}

function ownerOf(id: string, plan: Plan): Owner | null {
  const text = id.trim();
  if (/^["'`]/.test(text)) return ownerOfText(text, plan);
  return /^[\w$.!]+$/.test(text) ? ownerOfChain(text, plan) : null;
}

/** A text is known by the plan's formats of ids. */
function ownerOfText(text: string, { userIdFormat, groups }: Plan): Owner | null {
  if (userIdFormat !== null && isOfFormat(text, userIdFormat)) return 'user';
  return groups.some(({ idFormat }) => idFormat !== null && isOfFormat(text, idFormat)) ? 'account' : null;
}

/** `account.userId` is a user's, `user.accountId` an account's, `user.id` and `account.cloudId` are of what comes before. */
function ownerOfChain(chain: string, plan: Plan): Owner | null {
  const levels = new Set(plan.embedded ? [] : plan.groups.flatMap(({ type }) => wordsOf(type)));
  let isLogin = false;
  for (const name of chain.replaceAll('!', '').split('.').reverse()) {
    // Of `teamLead` and `workspaceId` the last word tells what it is, but for those that only say that it is an id.
    const last = wordsOf(name).findLast((word) => !ID.test(word));
    if (last === undefined) continue;
    if (LOGIN.test(last)) isLogin = true;
    else if (USER.test(last)) return 'user';
    else return !isLogin && (ACCOUNT.test(last) || levels.has(last)) ? 'account' : null;
  }
  return null;
}
