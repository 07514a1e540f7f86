import { plural } from './plural.ts';
import type { AuditReport } from './report-schema.ts';

/** The share of track calls that carry a group, and how many others get one from elsewhere or have none. */
export function groupContextText({ event, property, session, absent, unknown }: AuditReport['summary']['groupContext']): string {
  const tracks = event + property + session + absent + unknown;
  if (tracks === 0) return 'no track calls';
  const share = `${String(event)} of ${plural(tracks, 'track call')} (${String(Math.round((100 * event) / tracks))} %) carry group context`;
  const others = [`${String(property)} name the account in a property`, `${String(session)} get it from the session`, `${String(absent)} have none`, `${String(unknown)} unknown`];
  return [share, ...others.filter((text) => !text.startsWith('0 '))].join(', ');
}
