/** Where the reports of a run go: each format to its file, one of them to standard output. */
import { resolve } from 'node:path';
import { ToolError } from '../errors.ts';
import type { OptionValues } from './options.ts';

export interface Output {
  readonly format: string;
  /** Absolute; null for standard output. */
  readonly file: string | null;
}

/** What `--format` and `--output-file` ask for. Throws `ToolError` where two formats would go to one place. */
export function outputsOf({ format = [], outputFile }: OptionValues, cwd: string): Output[] {
  const given = (format.length > 0 ? format : ['text']).map((value) => outputOf(value, cwd));
  const [first, second] = given.filter(({ file }) => file === null);
  if (first && second) throw new ToolError('output-twice', { first: first.format, second: second.format });
  if (outputFile !== undefined && !first) throw new ToolError('output-none', { path: outputFile });
  const outputs = given.map((one) => (one === first && outputFile !== undefined ? { ...one, file: resolve(cwd, outputFile) } : one));
  const files = outputs.flatMap(({ file }) => file ?? []);
  const same = files.find((file, index) => files.indexOf(file) !== index);
  if (same !== undefined) throw new ToolError('output-same', { path: same });
  return outputs;
}

function outputOf(value: string, cwd: string): Output {
  const at = value.indexOf(':');
  if (at < 0) return { format: value, file: null };
  if (at === value.length - 1) throw new ToolError('output-nameless', { value });
  return { format: value.slice(0, at), file: resolve(cwd, value.slice(at + 1)) };
}
