import type { Proposal } from '../link/claims/proposals.ts';
import { safeText } from './safe-text.ts';
import type { ReportContext } from './types.ts';

const MOST_PLACES = 3;

/** What looks like tracking and is not followed, and what to put into the configuration for it: JSON, which code takes too. */
export function proposalsText(proposals: readonly Proposal[], { colors }: Pick<ReportContext, 'colors'>): string {
  const rows = proposals.map(({ called, places }) => {
    const shown = places.slice(0, MOST_PLACES).map(({ file, line }) => `${file}:${String(line)}`);
    const more = places.length > shown.length ? ', …' : '';
    return `  ${String(places.length)} ${places.length === 1 ? 'call' : 'calls'} of ${called}: ${shown.join(', ')}${more}`;
  });
  const entries = proposals.map(({ wrapper }, index) => `    ${JSON.stringify(wrapper)}${index < proposals.length - 1 ? ',' : ''}`);
  const lines = [...rows, '  If it is, declare it in the configuration, with `sdks` or a `sink` where you know what stands behind:', '  "wrappers": [', ...entries, '  ]'];
  return [colors.bold('Looks like tracking, not followed'), ...lines.map(safeText)].join('\n');
}
