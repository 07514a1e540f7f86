/** Every event of the plan and of the code, with the sites that send it. */
import type { Coverage, EventCoverage, GroupSource } from '../../check/coverage.ts';
import type { Call } from '../../link/call.ts';
import { markup, type Markup } from '../markup.ts';
import { plural } from '../plural.ts';
import type { ReportContext, ReportInput } from '../types.ts';
import { badge, option, place } from './parts.ts';

/** Filters by what an event's `data-states` say. */
const STATES: Readonly<Record<string, string>> = {
  sent: 'sent',
  unsent: 'planned, not found in the code',
  possible: 'planned, perhaps sent by a name with unknown parts',
  unplanned: 'not in the plan',
  groupless: 'with sites that send no group',
};

export function eventsSection({ coverage: { events, groupSources }, plan }: ReportInput, context: ReportContext): Markup {
  const view: View = { embedded: plan.embedded, groupSources, context };
  if (events.length === 0) return markup`<p class="empty">Neither the plan nor the code has an event.</p>`;
  const sorted = [...events].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const used = Object.entries(STATES).filter(([state]) => events.some((one) => statesOf(one, groupSources).includes(state)) && !(plan.embedded && state === 'unplanned'));
  return markup`${plan.embedded ? markup`<p>The product has no tracking plan of its own, so the core events of the B2B specification stand in for it.</p>` : null}
<form class="tools" data-filter="event" hidden>
<label>Search <input type="search" name="text" placeholder="event, file, property"></label>
<label>Show <select name="states">${option('', 'all events')}${used.map(([state, text]) => option(state, text))}</select></label>
<button type="button" data-expand="event">Open all</button>
<p class="status" role="status" data-noun="event">${plural(events.length, 'event')}</p>
</form>
<div class="events">${sorted.map((one) => eventMarkup(one, view))}</div>`;
}

interface View {
  readonly embedded: boolean;
  readonly groupSources: Coverage['groupSources'];
  readonly context: ReportContext;
}

function eventMarkup(one: EventCoverage, view: View): Markup {
  const { embedded, groupSources } = view;
  const { name, event, sites, possible } = one;
  const groupless = sites.filter((site) => groupSources.get(site) === 'absent').length;
  const facts = [
    ...(event?.category ? [`category ${event.category}`] : []),
    ...(event?.properties.length ? [`properties ${event.properties.map((property) => property.name + (property.required ? '*' : '')).join(', ')}`] : []),
    ...(event?.aliases.length ? [`also ${event.aliases.join(', ')}`] : []),
  ];
  return markup`
<details class="event" data-item="event" data-states="${statesOf(one, groupSources).join(' ')}">
<summary><code>${name}</code><span class="badges">${[
    ...(event === null && !embedded ? [badge('warn', 'not in the plan')] : []),
    ...(event !== null && embedded ? [badge('info', 'core event')] : []),
    ...(event?.deprecated ? [badge('warn', event.replacedBy === null ? 'deprecated' : `deprecated, use ${event.replacedBy}`)] : []),
    ...(event?.groupLevel ? [badge('plain', event.groupLevel)] : []),
    ...(groupless > 0 ? [badge('bad', `${String(groupless)} without group`)] : []),
    sites.length > 0 ? badge('good', plural(sites.length, 'site')) : possible.length > 0 ? badge('info', 'perhaps sent') : badge('plain', 'not found'),
  ]}</span></summary>
${event?.description ? markup`<p>${event.description}</p>` : null}${facts.length > 0 ? markup`<p class="meta">${facts.join(' · ')}</p>` : null}
${sitesTable(`Sites of ${name}`, sites, view)}${possible.length === 0 ? null : markup`<p>Names with unknown parts that may be this event:</p>${sitesTable(`Possible sites of ${name}`, possible, view)}`}
</details>`;
}

function statesOf({ event, sites, possible }: EventCoverage, sources: Coverage['groupSources']): string[] {
  return [
    ...(sites.length > 0 ? ['sent'] : possible.length > 0 ? ['possible'] : ['unsent']),
    ...(event === null ? ['unplanned'] : []),
    ...(sites.some((site) => sources.get(site) === 'absent') ? ['groupless'] : []),
  ];
}

/** Sites with what each of them sends. */
function sitesTable(name: string, sites: readonly Call[], { groupSources, context }: View): Markup | null {
  if (sites.length === 0) return null;
  return markup`<div class="scroll" role="region" aria-label="${name}" tabindex="0"><table><thead><tr><th scope="col">Site</th><th scope="col">SDK</th><th scope="col">Group</th><th scope="col">Properties</th><th scope="col">Through</th></tr></thead><tbody>${sites.map((site) => markup`
<tr><th scope="row" class="nowrap">${place(site.span.file, site.span.line, context)}${site.live ? null : markup` ${badge('plain', 'not reached')}`}</th><td class="nowrap">${site.sdks.join(', ')}</td><td>${groupText(site, groupSources.get(site))}</td><td>${keysText(site)}</td><td>${site.via.join(' → ') || '–'}</td></tr>`)}
</tbody></table></div>`;
}

function groupText({ groups }: Call, source: GroupSource | undefined): Markup {
  if (groups.length > 0) return markup`${[...new Set(groups.map(({ level, source: from }) => `${level ?? 'no level'} (${from})`))].join(', ')}`;
  if (source === 'absent') return badge('bad', 'none');
  return markup`${source === undefined ? '–' : source === 'property' ? 'as a property' : source}`;
}

function keysText({ properties: { keys, open } }: Call): string {
  return [...keys, ...(open ? ['…'] : [])].join(', ') || '–';
}
