import { inventoryBefore } from '../../audit/change.ts';
import { inventory } from '../../audit/audit.ts';
import { trackingDiff } from '../../diff/tracking-diff.ts';
import { FORMATS } from '../../report/formats.ts';
import { outputsOf } from '../outputs.ts';
import type { Invocation } from '../parse.ts';
import { reportContext } from '../report-context.ts';
import type { CliContext } from '../run-cli.ts';
import { auditOptions } from '../settings.ts';
import { writeReports } from '../write-reports.ts';

/** Compares what is on the disk with where this branch left another. */
export async function runDiff({ paths: [ref = 'HEAD'], options }: Invocation, context: CliContext): Promise<number> {
  const settings = auditOptions(context.cwd, options, context.cwd);
  const outputs = outputsOf(options, context.cwd);
  const before = await inventoryBefore(settings, ref);
  const program = await inventory(settings);
  const input = { ref, changes: trackingDiff(before.calls, program.calls) };
  const contextOf = reportContext({ root: context.cwd, color: options.color }, context);
  await writeReports(outputs, FORMATS.diff, (format, isFile) => format(input, contextOf(program, isFile)), context);
  return 0;
}
