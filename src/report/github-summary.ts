/** The summary page of a GitHub Actions job: counts, events of the plan that nothing sends, findings by rule. */
import { codeText } from './markdown-text.ts';
import { counts, cut, heading, row, TABLE_HEAD } from './markdown-parts.ts';
import { plural } from './plural.ts';
import type { ReportContext, ReportInput } from './types.ts';

/** GitHub takes 1 MiB a step; characters may be three bytes each. */
const MOST_TEXT = 300_000;
const MOST_UNSENT = 50;

export function githubSummary(input: ReportInput, context: ReportContext): string {
  const rules = input.rules.filter(({ id }) => input.findings.some(({ rule }) => rule === id));
  const sections = rules.map(({ id, description }) => {
    const found = input.findings.filter(({ rule }) => rule === id);
    const table = `${TABLE_HEAD}${cut(found.map((one) => row(one, context)), MOST_TEXT / rules.length)}`;
    return `<details${rules.length === 1 ? ' open' : ''}><summary><code>${id}</code>: ${plural(found.length, 'finding')}. ${description}.</summary>\n\n${table}\n</details>\n\n`;
  });
  return [heading(input), counts(input), unsent(input), ...sections].filter((part) => part !== '').join('\n');
}

function unsent({ coverage, plan }: ReportInput): string {
  const names = plan.embedded ? [] : coverage.events.filter(({ event, sites, possible }) => event !== null && !event.deprecated && sites.length + possible.length === 0).map(({ name }) => name);
  if (names.length === 0) return '';
  const more = names.length > MOST_UNSENT ? ` and ${String(names.length - MOST_UNSENT)} more` : '';
  return `<details><summary>${plural(names.length, 'planned event')} not found in the code</summary>\n\n${names.slice(0, MOST_UNSENT).map(codeText).join(', ')}${more}\n\n</details>\n`;
}
