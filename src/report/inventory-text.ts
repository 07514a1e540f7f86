/** The calls of a program for people: by event, then the other kinds. */
import type { Call, CallGroup, Program } from '../link/call.ts';
import type { Proposal } from '../link/claims/proposals.ts';
import { proposalsText } from './proposals-text.ts';
import { safeText } from './safe-text.ts';
import { isEvent } from './summary.ts';
import type { ReportContext } from './types.ts';

const MOST_KEYS = 6;

interface Section {
  readonly title: string;
  readonly calls: readonly Call[];
}

export function inventoryText(program: Program, { colors, proposals = [] }: Pick<ReportContext, 'colors'> & { readonly proposals?: readonly Proposal[] }): string {
  const sections = sectionsOf(program.calls);
  const blocks = sections.map(({ title, calls }) => {
    const rows = calls.map(cellsOf);
    const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const lines = rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
    return [colors.bold(safeText(title)), ...lines].join('\n');
  });
  const { discovered, parsed, failed } = program.files;
  const problems = program.problems.map(({ file, line, message }) => safeText(`${file}${line === null ? '' : `:${String(line)}`}: ${message}`));
  const total = `${String(program.calls.length)} calls in ${String(discovered)} files (${String(parsed)} parsed, ${String(failed)} failed)`;
  const unfollowed = proposals.length > 0 ? [proposalsText(proposals, { colors })] : [];
  return `${[...blocks, ...unfollowed, [colors.bold(total), ...problems.map((line) => `  ${line}`)].join('\n')].join('\n\n')}\n`;
}

/** Events by name, then events without one, then the other kinds of calls. A site with several names stands under each. */
function sectionsOf(calls: readonly Call[]): Section[] {
  const byTitle = new Map<string, Call[]>();
  for (const call of calls)
    for (const title of titlesOf(call)) byTitle.set(title, [...(byTitle.get(title) ?? []), call]);
  const rank = (section: Section): number => {
    const [first] = section.calls;
    return !first ? 3 : !isEvent(first) ? 2 : first.resolution === 'dynamic' ? 1 : 0;
  };
  return [...byTitle]
    .map(([title, found]) => ({ title, calls: found }))
    .sort((a, b) => rank(a) - rank(b) || (a.title < b.title ? -1 : 1));
}

function titlesOf(call: Call): readonly string[] {
  if (!isEvent(call)) return [`${call.kind}()`];
  if (call.names.length > 0) return call.names;
  return [call.pattern ?? (call.resolution === 'dynamic' ? `(dynamic ${call.kind})` : `(${call.kind} without a name)`)];
}

function cellsOf(call: Call): string[] {
  const details = [
    call.kind === 'track' || !isEvent(call) ? '' : call.kind,
    groupsText(call),
    keysText('properties', call.properties.keys, call.properties.open),
    keysText('traits', call.traits.keys, call.traits.open),
    call.groupAfter ? `group after: ${[call.groupAfter, call.groupAfterReason].filter(Boolean).join(', ')}` : '',
    call.via.length > 0 ? `via ${call.via.join(' → ')}` : '',
    call.reason === null ? '' : call.reason,
    call.live ? '' : 'not reached',
  ];
  return [`${call.span.file}:${String(call.span.line)}:${String(call.span.column)}`, call.sdks.join(', '), details.filter(Boolean).join('; ')].map(safeText);
}

function groupsText({ groups, groupContext, kind }: Call): string {
  if (groups.length > 0) return `groups: ${groups.map(groupText).join(', ')}`;
  if (kind !== 'track') return '';
  return groupContext === 'unknown' ? 'group not known' : 'no group';
}

function groupText({ level, source }: CallGroup): string {
  return `${level ?? '(no level)'} (${source})`;
}

function keysText(title: string, keys: readonly string[], open: boolean): string {
  if (keys.length === 0) return '';
  const more = keys.length > MOST_KEYS ? [`${String(keys.length - MOST_KEYS)} more`] : open ? ['…'] : [];
  return `${title}: ${[...keys.slice(0, MOST_KEYS), ...more].join(', ')}`;
}
