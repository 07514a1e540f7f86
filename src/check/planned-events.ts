import { distance } from 'fastest-levenshtein';
import type { Call, Plan, PlanEvent } from './rule.ts';
import { wordsOf } from './words.ts';

/** Every name by which the plan knows an event. */
export function plannedNames(plan: Plan): ReadonlySet<string> {
  return new Set(plan.events.flatMap(({ name, aliases }) => [name, ...aliases]));
}

/** The planned events that a call sends; empty where any of its names is not known or not planned. */
export function plannedEvents(plan: Plan, { names }: Pick<Call, 'names'>): readonly PlanEvent[] {
  const found = names.map((name) => plan.events.find((event) => event.name === name || event.aliases.includes(name)));
  return found.every((event) => event !== undefined) ? [...new Set(found)] : [];
}

/** Longer words are not compared letter by letter: a name of a megabyte must not cost minutes. */
const LONGEST_WORD = 50;

/**
 * The event of the plan that a name was probably meant to be: the same words in another style or order, else with
 * slips inside words. Another word (`report.printed` for `report.created`) is another event, and no slip.
 */
export function nearestEvent(plan: Plan, name: string): PlanEvent | null {
  const words = wordsOf(name);
  let nearest: PlanEvent | null = null;
  let least = Infinity;
  for (const event of plan.events) {
    const apart = slips(words, wordsOf(event.name));
    if (apart < least) [nearest, least] = [event, apart];
  }
  return nearest;
}

function slips(words: readonly string[], others: readonly string[]): number {
  if (words.length === 0 || others.length === 0) return Infinity;
  if (words.join('') === others.join('')) return 0;
  if (words.length !== others.length) return Infinity;
  const ordered = inWords(words, others);
  return ordered < Infinity ? ordered : [...words].sort().join(' ') === [...others].sort().join(' ') ? 1 : Infinity;
}

function inWords(words: readonly string[], others: readonly string[]): number {
  let sum = 0;
  for (const [index, word] of words.entries()) {
    const other = others[index] ?? '';
    if (word === other) continue;
    const apart = word.length > LONGEST_WORD ? Infinity : distance(word, other);
    if (apart > allowedSlips(other)) return Infinity;
    sum += apart;
  }
  return sum;
}

function allowedSlips(word: string): number {
  if (word.length <= 3) return 0;
  return word.length <= 5 ? 1 : 2;
}
