/** Audits a change: of the whole program's findings, those that it brings. */
import type { Finding } from '../check/rule.ts';
import { ToolError } from '../errors.ts';
import { forkPoint, headOf } from '../git/git.ts';
import { renamedSince } from '../git/renames.ts';
import { commitSnapshot, indexSnapshot } from '../git/snapshot.ts';
import { audit, inventory, type AuditOptions, type AuditResult } from './audit.ts';
import type { LinkedProgram } from './program.ts';

/** What is in git's index, told from the last commit; or what is on the disk, told from where it left `since`. */
export type Change = 'staged' | { readonly since: string };

/** Throws `ToolError` like `audit`, and outside of git. */
export async function auditChange(options: AuditOptions, change: Change): Promise<AuditResult> {
  const { root } = options;
  const staged = change === 'staged';
  const base = staged ? headOf(root) : forkPoint(root, change.since);
  const result = await audit(staged ? { ...options, snapshot: indexSnapshot(root) } : options);
  if (base === null || result.findings.length === 0) return result;
  const before = await findingsOf({ ...options, snapshot: commitSnapshot(root, base) });
  // What a change leaves behind in the baseline is for an audit of the whole to say.
  const baseline = result.baseline && { ...result.baseline, stale: [] };
  return { ...result, baseline, findings: brought(result.findings, before, renamedSince(root, base, staged)) };
}

/** The program as it was where this branch left `ref`. Throws `ToolError` like `inventory`, and outside of git. */
export function inventoryBefore(options: AuditOptions, ref: string): Promise<LinkedProgram> {
  return inventory({ ...options, snapshot: commitSnapshot(options.root, forkPoint(options.root, ref)) });
}

/** None where the plan could not be read then: all that is found now is new. */
async function findingsOf(options: AuditOptions): Promise<readonly Finding[]> {
  try {
    return (await audit(options)).findings;
  } catch (error) {
    if (error instanceof ToolError && error.code === 'plan-invalid') return [];
    throw error;
  }
}

/** Findings that were not there before. In a file that was renamed, one is the same that has the same message. */
function brought(after: readonly Finding[], before: readonly Finding[], renamed: ReadonlyMap<string, string>): Finding[] {
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const messages = new Set(before.map((finding) => messageIn(finding.file, finding)));
  return after.filter((finding) => {
    const old = renamed.get(finding.file);
    return !known.has(finding.fingerprint) && !(old !== undefined && messages.has(messageIn(old, finding)));
  });
}

function messageIn(file: string, { rule, message }: Finding): string {
  return JSON.stringify([file, rule, message]);
}
