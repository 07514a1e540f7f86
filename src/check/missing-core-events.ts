/** What a plan lacks of the core events of the specification. */
import { coreEvents, plannedAs, type CoreEvent } from './core-events.ts';
import type { Plan } from './rule.ts';
import { quoted } from './wording.ts';

/** The core events of a category that a plan lacks, under any name. */
export function missingCoreEvents(plan: Plan, category: Parameters<typeof coreEvents>[0], ignore: readonly string[]): CoreEvent[] {
  return coreEvents(category).filter(({ name }) => !ignore.includes(name) && plannedAs(name, plan) === null);
}

/** The data of a message that says which event to add. */
export function coreEventData({ name, when, properties }: CoreEvent): { readonly event: string; readonly when: string; readonly properties: string } {
  return { event: name, when, properties: properties.length === 0 ? '' : `, with ${quoted(properties, 'and')}` };
}
