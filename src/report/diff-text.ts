import type { ReportContext } from './types.ts';
import { detailsOf, diffSummary, shownOf, SIGNS, type Detail, type DiffInput } from './diff-parts.ts';
import { safeText } from './safe-text.ts';

const COLORS = { added: 'green', removed: 'red', changed: 'yellow' } as const;

/** A difference in tracking for people. */
export function diffText(input: DiffInput, { colors }: Pick<ReportContext, 'colors'>): string {
  const blocks = input.changes.map((change) => {
    const { title, places } = shownOf(change);
    const head = colors[COLORS[change.kind]](safeText(`${SIGNS[change.kind]} ${title}`));
    const [place] = places;
    const where = place ? colors.dim(safeText(`  ${place.file}:${String(place.line)}`)) : '';
    return [`${head}${where}`, ...detailsOf(change).map((detail) => `    ${safeText(detailText(detail))}`)].join('\n');
  });
  return `${[...blocks, colors.bold(safeText(`${diffSummary(input)}.`))].join('\n\n')}\n`;
}

function detailText({ sign, label, names }: Detail): string {
  return [sign, label, names.join(', ')].filter((part) => part !== '').join(' ');
}
