/** Whether an application has accounts at all, as far as its calls tell: a website or a tool beside the product has none. */
import { likelyAccountProperty } from './account-property.ts';
import { isMachine, isNobody, isUser } from './identity.ts';
import type { Call, Plan } from './rule.ts';

/**
 * Tells of a call that it has no account to name: it is made for a machine, or for a visitor of an application that
 * never names one; or it belongs to an application whose users are known to nobody: it identifies machines alone, or is
 * one of several packages and identifies no one, sets no group and names no account. With a plan of the product's own
 * the last two do not hold.
 */
export function accountless(plan: Plan, calls: readonly Call[]): (call: Call) => boolean {
  const folders = [...new Set(calls.map((call) => call.package))];
  const homes = (call: Call): string[] => [call.package, ...call.sdkCalls.map(({ span }) => folderOf(span.file, folders))];
  const live = calls.filter((call) => call.live);
  const naming = new Set(live.filter((call) => namesAccount(plan, call)).flatMap(homes));
  const knowing = new Set(live.filter((call) => tellsOfAccounts(plan, call)).flatMap(homes));
  const mechanical = new Set(live.filter(({ kind, userId }) => kind === 'identify' && isNobody(userId)).flatMap(homes));
  return (call) => {
    const own = homes(call);
    if (isMachine(call.userId) || (isNobody(call.userId) && !own.some((folder) => naming.has(folder)))) return true;
    return plan.embedded && !own.some((folder) => knowing.has(folder)) && (folders.length > 1 || own.some((folder) => mechanical.has(folder)));
  };
}

function tellsOfAccounts(plan: Plan, call: Call): boolean {
  return isUser(call.userId) || namesAccount(plan, call);
}

function namesAccount(plan: Plan, call: Call): boolean {
  return call.kind === 'group' || call.groupContext !== 'absent' || likelyAccountProperty(plan, call) !== null;
}

function folderOf(file: string, folders: readonly string[]): string {
  const around = folders.filter((folder) => file.startsWith(`${folder}/`));
  return around.reduce((longest, one) => (one.length > longest.length ? one : longest), '.');
}
