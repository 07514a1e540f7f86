/** Completion scripts, made from the tables of commands and options. */
import { ToolError } from '../../errors.ts';
import { COMMANDS, OPTIONS, type CommandName, type OptionSpec } from '../options.ts';
import type { Invocation } from '../parse.ts';
import type { CliContext } from '../run-cli.ts';

const SCRIPTS: Readonly<Record<string, () => string>> = { bash, zsh, fish };
const DEFAULT = 'audit' satisfies CommandName;
const NAMES = Object.keys(COMMANDS) as CommandName[];

export function runCompletion({ paths: [shell = ''] }: Invocation, { stdout }: CliContext): number {
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
  if (!script) throw new ToolError('completion-shell', { shell });
  stdout.write(script());
  return 0;
}

function bash(): string {
  return `# bash completion of tracklint: source <(tracklint completion bash)
_tracklint() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  case "$prev" in
${choiceCases((words) => `COMPREPLY=($(compgen -W '${words}' -- "$cur"))`)}
  esac
  if [[ $cur == -* ]]; then
    case "\${COMP_WORDS[1]}" in
${firstWords().filter((first) => first !== DEFAULT).map((first) => `      ${first}) COMPREPLY=($(compgen -W '${optionsOf(first).map(flagOf).join(' ')}' -- "$cur")) ;;`).join('\n')}
      *) COMPREPLY=($(compgen -W '${optionsOf(DEFAULT).map(flagOf).join(' ')}' -- "$cur")) ;;
    esac
  elif [[ $COMP_CWORD == 1 ]]; then
    COMPREPLY=($(compgen -W '${firstWords().join(' ')}' -- "$cur") $(compgen -f -- "$cur"))
  elif [[ $COMP_CWORD == 2 ]]; then
    case "$prev" in
${firstWords().flatMap((first) => (secondWords(first).length > 0 ? [`      ${first}) COMPREPLY=($(compgen -W '${secondWords(first).join(' ')}' -- "$cur")) ;;`] : [])).join('\n')}
    esac
  fi
}
complete -o default -F _tracklint tracklint
`;
}

function zsh(): string {
  return `#compdef tracklint
# zsh completion of tracklint: tracklint completion zsh > "\${fpath[1]}/_tracklint"
_tracklint() {
  local -a commands
  commands=(
${firstWords().map((first) => `    '${first}:${quoted(descriptionOf(first)).replaceAll(':', '\\:')}'`).join('\n')}
  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe command commands
    _files
    return
  fi
  case $words[2] in
${firstWords().filter((first) => first !== DEFAULT).map((first) => `    ${first}) ${zshArguments(first)} ;;`).join('\n')}
    *) ${zshArguments(DEFAULT)} ;;
  esac
}
if [[ $funcstack[1] == _tracklint ]]; then _tracklint "$@"; else compdef _tracklint tracklint; fi
`;
}

function zshArguments(first: string): string {
  const second = secondWords(first);
  const rest = second.length > 0 ? `'2:command:(${second.join(' ')})'` : "'*:file:_files'";
  return `_arguments ${[...optionsOf(first).map(zshOption), rest].join(' ')}`;
}

function zshOption(spec: OptionSpec): string {
  const choices = choicesOf(spec);
  const value = !takesValue(spec) ? '' : choices ? `:value:(${choices.join(' ')})` : ':value:_files';
  return `'${spec.repeatable ? '*' : ''}${flagOf(spec)}[${quoted(spec.description).replace(/[[\]:]/g, '\\$&')}]${value}'`;
}

function fish(): string {
  const lines = firstWords().map((first) => `complete -c tracklint -n __fish_use_subcommand -a ${first} -d '${quoted(descriptionOf(first))}'`);
  for (const name of NAMES) {
    const [first, second] = name.split(' ');
    if (second !== undefined) lines.push(`complete -c tracklint -n '__fish_seen_subcommand_from ${first ?? ''}' -a ${second} -d '${quoted(COMMANDS[name].description)}'`);
  }
  for (const shell of Object.keys(SCRIPTS)) lines.push(`complete -c tracklint -n '__fish_seen_subcommand_from completion' -f -a ${shell}`);
  for (const spec of OPTIONS) {
    const others = NAMES.filter((name) => !spec.commands.includes(name)).map(firstWord);
    const condition = spec.commands.includes(DEFAULT) ? (others.length > 0 ? `not __fish_seen_subcommand_from ${[...new Set(others)].join(' ')}` : 'true') : `__fish_seen_subcommand_from ${spec.commands.map(firstWord).join(' ')}`;
    const choices = choicesOf(spec);
    lines.push(`complete -c tracklint -n '${condition}' -l ${flagOf(spec).slice(2)} -d '${quoted(spec.description)}'${takesValue(spec) ? ` -r${choices ? ` -f -a '${choices.join(' ')}'` : ''}` : ''}`);
  }
  return `# fish completion of tracklint: tracklint completion fish > ~/.config/fish/completions/tracklint.fish\n${lines.join('\n')}\n`;
}

function choiceCases(reply: (words: string) => string): string {
  return OPTIONS.filter(({ choices }) => choices).map((spec) => `    ${flagOf(spec)}) ${reply((choicesOf(spec) ?? []).join(' '))}; return ;;`).join('\n');
}

function firstWords(): string[] {
  return [...new Set(NAMES.map(firstWord))];
}

/** What follows a command's first word: another, or the shells. */
function secondWords(first: string): string[] {
  if (first === 'completion') return Object.keys(SCRIPTS);
  return NAMES.flatMap((name) => (name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : []));
}

function descriptionOf(first: string): string {
  return NAMES.find((name) => name === first) === undefined ? 'Commands about the tracking plan.' : COMMANDS[first as CommandName].description;
}

function firstWord(name: CommandName): string {
  return name.split(' ')[0] ?? name;
}

/** Of all commands that begin with a word. */
function optionsOf(first: string): OptionSpec[] {
  return OPTIONS.filter(({ commands }) => commands.some((name) => firstWord(name) === first));
}

/** What the first of its commands takes: the others take no more. */
function choicesOf({ choices, commands }: OptionSpec): readonly string[] | undefined {
  return choices?.[commands[0] ?? DEFAULT];
}

function flagOf({ flags }: OptionSpec): string {
  return flags.split(' ')[0] ?? flags;
}

function takesValue({ flags }: OptionSpec): boolean {
  return flags.includes('<');
}

function quoted(text: string): string {
  return text.replaceAll("'", '’');
}
