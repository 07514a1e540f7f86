/** What formatters may know of the process, the repository and the host that it runs on. */
import { relative, sep } from 'node:path';
import { ruleDoc } from '../audit/rule-docs.ts';
import type { LinkedProgram } from '../audit/program.ts';
import { foldersUpward } from '../config/find-config.ts';
import type { ReportContext } from '../report/types.ts';
import { createColors } from './colors.ts';
import { fileUrls, sourceUrls } from './links.ts';
import type { CliContext } from './run-cli.ts';
import { VERSION } from '../version.ts';

interface Settings {
  /** Absolute. */
  readonly root: string;
  readonly color: boolean | undefined;
}

/** The context of each report of a run. A file is no terminal, whatever the output is. */
export function reportContext({ root, color }: Settings, context: CliContext): (program: LinkedProgram, isFile: boolean) => ReportContext {
  const folder = relative(foldersUpward(root).at(-1) ?? root, root).split(sep).join('/');
  return (program, isFile) => ({
    colors: isFile ? createColors(color ?? false, context) : createColors(color, context),
    version: VERSION,
    folder,
    lineText: (file, line) => program.lineText(file, line),
    ruleHelp: ruleDoc,
    fileUrl: isFile ? () => null : fileUrls(root, context),
    sourceUrl: sourceUrls(folder, context.env),
  });
}
