/** The counts of the audit at a glance. */
import { markup, type Markup } from '../markup.ts';
import { plural } from '../plural.ts';
import { summarise } from '../summary.ts';
import type { ReportInput } from '../types.ts';
import { bar } from './parts.ts';

export function overviewSection(input: ReportInput): Markup {
  const summary = summarise(input);
  const { errors, warnings, events, groupContext, plan, files, calls } = summary;
  const planned = input.coverage.events.filter(({ event }) => event !== null);
  const sent = planned.filter(({ sites }) => sites.length > 0).length;
  const possible = planned.filter(({ sites, possible: maybe }) => sites.length === 0 && maybe.length > 0).length;
  const levels = input.coverage.levels.filter(({ group }) => group !== null);
  const established = levels.filter(({ setters }) => setters.length > 0).length;
  const { event, property, session, absent, unknown } = groupContext;
  return markup`<div class="cards">
${card('Findings', String(errors + warnings), bar('Findings', [{ label: 'errors', count: errors, tone: 'bad' }, { label: 'warnings', count: warnings, tone: 'warn' }]))}
${card(plan.embedded ? 'Core B2B events' : 'Coverage of the plan', percent(sent, planned.length), bar('Events of the plan', [
    { label: 'sent', count: sent, tone: 'good' }, { label: 'perhaps sent', count: possible, tone: 'info' }, { label: 'not found', count: planned.length - sent - possible, tone: 'plain' },
  ]))}
${card('Group context', percent(event + property + session, event + property + session + absent + unknown), bar('Track calls', [
    { label: 'on the event', count: event, tone: 'good' }, { label: 'as a property', count: property, tone: 'teal' },
    { label: 'from the session', count: session, tone: 'info' }, { label: 'without', count: absent, tone: 'bad' }, { label: 'unknown', count: unknown, tone: 'plain' },
  ]))}
${card('Event names', percent(events.resolved, events.resolved + events.pattern + events.dynamic), bar('Event sites', [
    { label: 'resolved', count: events.resolved, tone: 'good' }, { label: 'with a pattern', count: events.pattern, tone: 'info' }, { label: 'dynamic', count: events.dynamic, tone: 'warn' },
  ]))}
</div>
<dl class="facts">
<dt>Plan</dt><dd>${plan.embedded ? markup`the embedded core B2B plan, ${plural(plan.events, 'event')}: the product has no tracking plan of its own` : markup`<code>${plan.file}</code>, ${plural(plan.events, 'event')}`}</dd>
<dt>Levels</dt><dd>${plan.embedded ? namesOf(input) : `${String(established)} of ${plural(levels.length, 'level')} of the plan set by a call`}</dd>
<dt>Calls</dt><dd>${countsText(calls.byKind)}</dd>
<dt>SDKs</dt><dd>${countsText(calls.bySdk)}</dd>
<dt>Files</dt><dd>${files.discovered} discovered, ${files.parsed} parsed, ${files.candidates} evaluated, ${files.failed} failed</dd>
</dl>`;
}

function namesOf({ coverage: { levels } }: ReportInput): string {
  return levels.filter(({ setters }) => setters.length > 0).map(({ type }) => type).join(', ') || 'none that the code names';
}

function card(title: string, figure: string, content: Markup): Markup {
  return markup`<div class="card"><h3>${title}</h3><p class="figure">${figure}</p>${content}</div>`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${String(Math.round((100 * part) / whole))} %`;
}

function countsText(counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.map(([name, count]) => `${name} ${String(count)}`).join(', ') || 'none';
}
