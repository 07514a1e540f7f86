/** The counts of an audit. */
import type { Coverage } from '../check/coverage.ts';
import type { AuditReport } from './report-schema.ts';
import type { Call } from '../link/call.ts';
import type { ReportInput } from './types.ts';

type Summary = AuditReport['summary'];

export function summarise({ program, plan, findings, notRun, coverage, disabled, baseline }: ReportInput): Summary {
  const { calls, files, problems } = program;
  const { discovered, candidates, parsed, failed } = files;
  return {
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    files: { discovered, candidates, parsed, failed },
    problems: problems.map(({ file, line, message }) => ({ file, line, message })),
    calls: { byKind: countBy(calls, ({ kind }) => [kind]), bySdk: countBy(calls, ({ sdks }) => sdks) },
    events: countEvents(calls.filter(isEvent)),
    groupContext: countGroupContext(calls, coverage.groupSources),
    plan: { file: plan.file, embedded: plan.embedded, events: plan.events.length },
    disabled,
    baseline: baseline && {
      file: baseline.file,
      known: baseline.known,
      stale: baseline.stale.map(({ file, rule, subject }) => ({ file, rule, subject })),
      moved: baseline.moved.map((one) => ({ ...one })),
    },
    notRun: notRun.map(({ rule, reason }) => ({ rule, reason })),
  };
}

/** Kinds of calls that send an event with a name. */
export function isEvent({ kind }: Call): boolean {
  return kind === 'track' || kind === 'page' || kind === 'screen';
}

function countEvents(events: readonly Call[]): Summary['events'] {
  const of = (test: (call: Call) => boolean): number => events.filter(test).length;
  return {
    resolved: of(({ resolution }) => resolution !== 'pattern' && resolution !== 'dynamic'),
    pattern: of(({ resolution }) => resolution === 'pattern'),
    dynamic: of(({ resolution }) => resolution === 'dynamic'),
  };
}

function countGroupContext(calls: readonly Call[], sources: Coverage['groupSources']): Summary['groupContext'] {
  const counts = { event: 0, property: 0, session: 0, absent: 0, unknown: 0 };
  for (const call of calls) {
    const source = sources.get(call);
    if (source !== undefined) counts[source]++;
  }
  return counts;
}

function countBy(calls: readonly Call[], keysOf: (call: Call) => readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const call of calls) for (const key of keysOf(call)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
