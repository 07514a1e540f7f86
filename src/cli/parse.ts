/** The command line, read with commander from the option table. */
import { Command, CommanderError, Option } from 'commander';
import { COMMANDS, OPTIONS, type CommandName, type OptionSpec, type OptionValues } from './options.ts';

export interface Invocation {
  readonly command: CommandName;
  readonly paths: readonly string[];
  readonly options: OptionValues;
}

interface Streams {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** What is to be done, or the exit code where help, the version or a complaint was all. */
export async function parse(argv: readonly string[], version: string, { stdout, stderr }: Streams): Promise<Invocation | number> {
  const invocations: Invocation[] = [];
  const program = new Command('tracklint')
    .description('Checks a tracking plan against the code of a B2B product, statically and offline.')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .usage('[command] [paths...] [options]');
  program.exitOverride().configureOutput({ writeOut: stdout, writeErr: stderr, getOutHasColors: () => false, getErrHasColors: () => false });
  for (const [name, description] of Object.entries(COMMANDS) as [CommandName, string][]) {
    const command = program.command(name, { isDefault: name === 'audit' }).copyInheritedSettings(program).description(description);
    command.argument('[paths...]', 'a folder to audit, or files and folders to report on');
    for (const spec of OPTIONS) if (spec.commands.includes(name)) command.addOption(toOption(spec));
    command.action((paths: string[], options: OptionValues) => {
      invocations.push({ command: name, paths, options });
    });
  }
  program.addHelpText('after', `\n${optionHelp(program)}\nExit codes: 0 nothing found, 1 findings, 2 could not run.`);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  return invocations[0] ?? 2;
}

function toOption({ flags, description, choices, fallback, conflicts }: OptionSpec): Option {
  const option = new Option(flags, fallback === undefined ? description : `${description} (without it: ${fallback})`);
  if (choices) option.choices([...choices]);
  if (conflicts) option.conflicts([...conflicts]);
  return option;
}

function optionHelp(program: Command): string {
  const help = program.createHelp();
  const options = OPTIONS.map(toOption);
  const width = Math.max(...options.map((option) => help.optionTerm(option).length));
  const lines = OPTIONS.map((spec, index) => {
    const option = options[index];
    const only = spec.commands.length === Object.keys(COMMANDS).length ? '' : `; ${spec.commands.join(', ')} only`;
    return option ? `  ${help.optionTerm(option).padEnd(width)}  ${help.optionDescription(option)}${only}` : '';
  });
  return `Options of the commands:\n${lines.join('\n')}\n`;
}
