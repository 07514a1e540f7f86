import { fingerprint, normalised } from './fingerprint.ts';
import { interpolate } from './message.ts';
import type { Finding, Report, Rule, Severity, Span } from './rule.ts';

/** A rule's report, with the severity at which it runs. */
export interface Raised {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly report: Report;
}

/** Reports as findings: one for each cause, sorted, each with its fingerprint. */
export function findingsOf(raised: readonly Raised[]): Finding[] {
  const drafts = raised.map(draftOf).sort(inOrder);
  const seen = new Set<string>();
  const ordinals = new Map<string, number>();
  return drafts.flatMap(({ subject, ...draft }) => {
    const same = JSON.stringify([draft.rule, draft.file, draft.line, draft.column, draft.message]);
    if (seen.has(same)) return [];
    seen.add(same);
    const key = JSON.stringify([draft.rule, draft.file, normalised(subject)]);
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    return [{ ...draft, fingerprint: fingerprint(draft.rule, draft.file, subject, ordinal), subject: normalised(subject), ordinal }];
  });
}

type Draft = Omit<Finding, 'fingerprint' | 'ordinal'>;
type Sorted = Pick<Finding, 'file' | 'line' | 'column' | 'rule' | 'message'>;

function draftOf({ rule, severity, report }: Raised): Draft {
  const { place, messageId, data = {}, related = [], subject, suggest } = report;
  const template = rule.messages[messageId];
  if (template === undefined) throw new Error(`The rule ${rule.id} has no message ${messageId}`);
  const { line: endLine, column: endColumn } = isSpan(place) ? { line: place.endLine, column: place.endColumn } : place;
  return {
    rule: rule.id,
    severity,
    file: place.file,
    line: place.line,
    column: place.column,
    endLine,
    endColumn,
    message: interpolate(template, data),
    related: related.map((one) => ({ file: one.place.file, line: one.place.line, message: interpolate('{{text}}', { text: one.message }) })),
    ...(suggest && suggest.length > 0 && { suggest }),
    subject,
  };
}

function isSpan(place: Report['place']): place is Span {
  return 'endLine' in place;
}

/** By file, position, rule and message. */
export function inOrder(a: Sorted, b: Sorted): number {
  return byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.rule, b.rule) || byText(a.message, b.message);
}

/** By code units, so that the order does not depend on the machine's locale. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
