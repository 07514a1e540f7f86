/** What a plan lacks of the core events of the specification. */
import { coreEvents, plannedAs, type CoreEvent } from './core-events.ts';
import type { Plan } from './rule.ts';

/** The core events of a category that a plan lacks, under any name. */
export function missingCoreEvents(plan: Plan, category: Parameters<typeof coreEvents>[0], ignore: readonly string[]): CoreEvent[] {
  return coreEvents(category).filter(({ name }) => !ignore.includes(name) && plannedAs(name, plan) === null);
}

/** The data of a message that says which events to add: each with when it is sent, and with what. */
export function coreEventData(missing: readonly CoreEvent[]): { readonly events: string; readonly them: string; readonly which: string } {
  const several = missing.length > 1;
  const shown = missing.map(({ name, when, properties }) => {
    const sent = properties.length === 0 ? when : `${when}, with ${properties.map((property) => `\`${property}\``).join(' and ')}`;
    return `\`${name}\` (${sent})`;
  });
  return { events: shown.join(several && missing.length === 2 ? ' and ' : ', '), them: several ? 'them' : 'it', which: several ? 'each' : 'it' };
}
