/** `tracklint init`: sets a product up, asking before each file. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { inventory } from '../../audit/audit.ts';
import { findPlan } from '../../audit/find-plan.ts';
import { findConfig } from '../../config/find-config.ts';
import { ToolError } from '../../errors.ts';
import { inferPlan } from '../../init/infer-plan.ts';
import { readProject } from '../../init/project.ts';
import { installCommand, stepsFor, type Step } from '../../init/steps.ts';
import { safeText } from '../../report/safe-text.ts';
import type { Invocation } from '../parse.ts';
import type { CliContext } from '../run-cli.ts';

/** Files that are there are never written to. Throws `ToolError` where there is nobody to ask. */
export async function runInit({ paths: [folder = '.'], options }: Invocation, context: CliContext): Promise<number> {
  const root = resolve(context.cwd, folder);
  const isYes = options.yes === true;
  if (!isYes && !context.stdin?.isTTY) throw new ToolError('init-nobody', {});
  const say = (text: string): void => void context.stdout.write(`${text}\n`);
  const project = readProject(root);
  const program = await inventory({ root });
  const events = new Set(program.calls.flatMap(({ kind, names }) => (kind === 'track' ? names : [])));
  const sdks = [...new Set(program.calls.flatMap((call) => call.sdks))].sort();
  say(`${String(events.size)} events in ${String(program.calls.length)} calls${sdks.length > 0 ? `, sent to ${sdks.join(', ')}` : ''}.`);
  say(`Install tracklint with: ${installCommand(project)}\n`);

  const plan = findPlan(root) === null ? inferPlan(program.calls, project.name) : null;
  const ask = isYes || !context.stdin ? null : createInterface({ input: context.stdin, output: context.stderr as NodeJS.WritableStream });
  try {
    for (const step of stepsFor(root, project, plan, findConfig(root) !== null)) await take(step);
  } finally {
    ask?.close();
  }
  say('Run `tracklint` to see what it finds.');
  return 0;

  async function take(step: Step): Promise<void> {
    if (step.how === 'add') {
      say(`To add to ${step.file}, for ${step.title}:\n${step.text.replace(/^(?=.)/gm, '    ').split('\n').map(safeText).join('\n')}`);
      return;
    }
    if (ask !== null && !/^(y|yes)?$/i.test((await ask.question(`Write ${step.file}, ${step.title}? [Y/n] `)).trim())) return;
    write(root, step);
    say(`Wrote ${step.file}, ${step.title}.`);
  }
}

function write(root: string, { file, text, executable }: Step): void {
  const path = join(root, file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
    if (executable) chmodSync(path, 0o755);
  } catch (error) {
    throw new ToolError('unwritable', { path: file, reason: error instanceof Error ? error.message : String(error) });
  }
}
