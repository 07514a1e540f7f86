/** The formats of reports, by the name that `--format` takes. Each is loaded where it is asked for. */
import type { Program } from '../link/call.ts';
import type { Proposal } from '../link/claims/proposals.ts';
import type { DiffInput } from './diff-parts.ts';
import type { Formatter, ReportContext } from './types.ts';

export interface Format<F> {
  /** For the help. */
  readonly description: string;
  /** Reports are added to the file that is there already. */
  readonly appends?: boolean;
  load(): Promise<F>;
}

export type InventoryFormatter = (program: Program, context: InventoryContext) => string;

export type DiffFormatter = (input: DiffInput, context: Pick<ReportContext, 'colors' | 'folder' | 'sourceUrl'>) => string;

interface InventoryContext extends Pick<ReportContext, 'colors'> {
  /** Absolute. */
  readonly root: string;
  readonly proposals: readonly Proposal[];
}

const auditFormats = {
  text: { description: 'for people, with the code', load: async () => (await import('./audit-text.ts')).auditText },
  compact: { description: 'one line a finding', load: async () => (await import('./compact.ts')).compact },
  json: { description: 'schema/report.json', load: async () => (await import('./audit-json.ts')).auditJson },
  html: { description: 'a page of its own: findings, events, levels', load: async () => (await import('./html/page.ts')).html },
  markdown: { description: 'for a comment on a pull request', load: async () => (await import('./markdown.ts')).markdown },
  sarif: { description: 'SARIF 2.1.0, for code scanning', load: async () => (await import('./sarif.ts')).sarif },
  github: { description: 'annotations of GitHub Actions', load: async () => (await import('./github.ts')).github },
  'github-summary': { description: "a job's summary page on GitHub", appends: true, load: async () => (await import('./github-summary.ts')).githubSummary },
  gitlab: { description: 'a code quality report of GitLab', load: async () => (await import('./gitlab.ts')).gitlab },
  junit: { description: 'JUnit XML', load: async () => (await import('./junit.ts')).junit },
  checkstyle: { description: 'Checkstyle XML', load: async () => (await import('./checkstyle.ts')).checkstyle },
} as const satisfies Record<string, Format<Formatter>>;

const inventoryFormats = {
  text: { description: 'for people, by event', load: async () => (await import('./inventory-text.ts')).inventoryText },
  json: { description: 'schema/inventory.json', load: inventoryJsonFormatter },
} as const satisfies Record<string, Format<InventoryFormatter>>;

const diffFormats = {
  text: { description: 'for people', load: async () => (await import('./diff-text.ts')).diffText },
  markdown: { description: 'for a comment on a pull request', load: async () => (await import('./diff-markdown.ts')).diffMarkdown },
  json: { description: 'schema/diff.json', load: async () => (await import('./diff-json.ts')).diffJson },
} as const satisfies Record<string, Format<DiffFormatter>>;

export const FORMATS: {
  readonly audit: Readonly<Record<string, Format<Formatter>>>;
  readonly inventory: Readonly<Record<string, Format<InventoryFormatter>>>;
  readonly diff: Readonly<Record<string, Format<DiffFormatter>>>;
} = { audit: auditFormats, inventory: inventoryFormats, diff: diffFormats };

async function inventoryJsonFormatter(): Promise<InventoryFormatter> {
  const { inventoryJson } = await import('./inventory-json.ts');
  return (program, { root, proposals }) => inventoryJson(program, root, proposals);
}
