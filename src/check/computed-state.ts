/** States that analytics compute from what users did: activation, churn, engagement. Nobody does them, so they are no events. */
import { wordsOf } from './words.ts';

const WHO = '(user|account|customer|client|org|organi[sz]ation|company|workspace|tenant|team)';

/** Tests of a name's words, joined by spaces. */
const STATES: readonly RegExp[] = [
  new RegExp(`^${WHO}s? ((was|is|became|got|turned) )?(activated|active|inactive|churned|retained|dormant|engaged|resurrected|at risk|power user|qualified)$`),
  new RegExp(`^(${WHO} )?activation( (v ?)?\\d+)?( (milestone|event|criteria|threshold))?( (hit|reached|completed|achieved|met))?$`),
  new RegExp(`^(${WHO} )?(health|engagement|churn risk|lead) score (changed|updated|computed|calculated|dropped|increased|decreased)$`),
  /^(aha|aha moment|pql|product qualified lead)( (hit|reached|achieved|created|identified))?$/,
];

/** Acts of an administrator upon users or accounts; where such are tracked, `user.activated` is one of them. */
const ACTS = /\b(deactivated|suspended|disabled|enabled|blocked|unblocked|reactivated|banned)$/;

/** Whether a name is of a computed state. `others`: the names of the product's other events. */
export function isComputedState(name: string, others: Iterable<string>): boolean {
  const text = wordsOf(name).join(' ');
  if (!STATES.some((state) => state.test(text))) return false;
  return !text.endsWith('activated') || ![...others].some((other) => ACTS.test(wordsOf(other).join(' ')));
}
