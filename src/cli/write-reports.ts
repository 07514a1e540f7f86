/** Writes the reports of a run, each to its file or to standard output. */
import type { Format } from '../report/formats.ts';
import type { Output } from './outputs.ts';
import type { CliContext } from './run-cli.ts';
import { writeFile } from './write-file.ts';

type Render<F> = (format: F, isFile: boolean) => string;

/** Throws `ToolError` where a file cannot be written. */
export async function writeReports<F>(outputs: readonly Output[], formats: Readonly<Record<string, Format<F>>>, render: Render<F>, { stdout }: CliContext): Promise<void> {
  for (const { format: name, file } of outputs) {
    const format = formats[name];
    if (!format) throw new Error(`There is no format ${name}`);
    const text = render(await format.load(), file !== null);
    if (file === null) stdout.write(text);
    else writeFile(file, text, format.appends === true);
  }
}
