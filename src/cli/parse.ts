/** The command line, read with commander from the option table. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../report/formats.ts';
import { COMMANDS, OPTIONS, type CommandName, type OptionSpec, type OptionValues } from './options.ts';

export interface Invocation {
  readonly command: CommandName;
  /** The arguments: paths, a commit, a shell. */
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
  for (const name of Object.keys(COMMANDS) as CommandName[]) {
    const { description, argument } = COMMANDS[name];
    const command = commandOf(program, name).description(description);
    command.argument(argument[0], argument[1]);
    for (const spec of OPTIONS) if (spec.commands.includes(name)) command.addOption(toOption(spec, name));
    command.action((given: string | string[] | undefined, options: OptionValues) => {
      invocations.push({ command: name, paths: given === undefined ? [] : [given].flat(), options });
    });
  }
  program.addHelpText('after', `\n${optionHelp(program)}\n${formatHelp()}\nExit codes: 0 nothing found, 1 findings, 2 could not run.`);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  return invocations[0] ?? 2;
}

/** `plan infer` is the command `infer` of the command `plan`. */
function commandOf(program: Command, name: CommandName): Command {
  const [first = '', second] = name.split(' ');
  const add = (parent: Command, word: string): Command => parent.command(word, { isDefault: word === 'audit' }).copyInheritedSettings(program);
  if (second === undefined) return add(program, first);
  return add(program.commands.find((one) => one.name() === first) ?? add(program, first).description('Commands about the tracking plan.'), second);
}

function toOption({ flags, description, choices, fallback, repeatable, conflicts }: OptionSpec, command: CommandName): Option {
  const option = new Option(flags, fallback === undefined ? description : `${description} (without it: ${fallback})`);
  if (conflicts) option.conflicts([...conflicts]);
  const known = choices?.[command];
  if (!known && !repeatable) return option;
  return option.argParser((value: string, before: unknown): unknown => {
    if (known && !known.includes(nameIn(value))) throw new InvalidArgumentError(`Allowed choices are ${known.join(', ')}.`);
    return repeatable ? [...(Array.isArray(before) ? (before as string[]) : []), value] : value;
  });
}

/** `sarif` in `sarif:out/report.sarif`. */
function nameIn(value: string): string {
  return value.replace(/:.*$/s, '');
}

function optionHelp(program: Command): string {
  const help = program.createHelp();
  const options = OPTIONS.map((spec) => toOption(spec, spec.commands[0] ?? 'audit'));
  const width = Math.max(...options.map((option) => help.optionTerm(option).length));
  const lines = OPTIONS.map((spec, index) => {
    const option = options[index];
    const only = spec.commands.length === Object.keys(COMMANDS).length ? '' : `; ${spec.commands.join(', ')} only`;
    return option ? `  ${help.optionTerm(option).padEnd(width)}  ${help.optionDescription(option)}${only}` : '';
  });
  return `Options of the commands:\n${lines.join('\n')}\n`;
}

function formatHelp(): string {
  const formats = Object.entries(FORMATS.audit);
  const width = Math.max(...formats.map(([name]) => name.length));
  const lines = formats.map(([name, { description }]) => `  ${name.padEnd(width)}  ${description}${Object.hasOwn(FORMATS.inventory, name) ? '' : '; audit only'}`);
  return `Formats:\n${lines.join('\n')}\n`;
}
