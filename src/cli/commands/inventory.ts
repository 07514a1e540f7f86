import { inventory } from '../../audit/audit.ts';
import { FORMATS } from '../../report/formats.ts';
import { outputsOf } from '../outputs.ts';
import type { Invocation } from '../parse.ts';
import { reportContext } from '../report-context.ts';
import type { CliContext } from '../run-cli.ts';
import { selectScope } from '../select-scope.ts';
import { auditOptions, narrow } from '../settings.ts';
import { writeTrace } from '../trace.ts';
import { writeReports } from '../write-reports.ts';

export async function runInventory({ paths, options }: Invocation, context: CliContext): Promise<number> {
  const scope = selectScope(context.cwd, paths);
  const settings = auditOptions(scope.root, options, context.cwd);
  const outputs = outputsOf(options, context.cwd);
  if (options.trace !== undefined) return writeTrace(options.trace, settings, context);

  const program = narrow(await inventory(settings), scope);
  const proposals = program.proposals().flatMap((proposal) => {
    const places = proposal.places.filter(({ file }) => scope.covers(file));
    return places.length > 0 ? [{ ...proposal, places }] : [];
  });
  const contextOf = reportContext({ root: scope.root, color: options.color }, context);
  await writeReports(outputs, FORMATS.inventory, (format, isFile) => format(program, { root: scope.root, proposals, ...contextOf(program, isFile) }), context);
  return 0;
}
