/** Every command and option of the command line: parsing, help and checks are made from these tables. */
import { FORMATS } from '../report/formats.ts';

interface CommandSpec {
  readonly description: string;
  /** As commander reads it: `[paths...]`. */
  readonly argument: readonly [flags: string, description: string];
}

const PATHS = ['[paths...]', 'a folder to audit, or files and folders to report on'] as const;
const FOLDER = ['[folder]', 'the product (without it: the present folder)'] as const;

/** A name of two words is a command of a command. */
export const COMMANDS = {
  audit: { description: 'Report where the tracking plan and the code disagree (the default).', argument: PATHS },
  inventory: { description: 'List every analytics call, resolved through its wrappers.', argument: PATHS },
  diff: { description: 'Tell what a branch changes in tracking: events, properties, group context.', argument: ['<ref>', 'the branch or commit that it left'] },
  init: { description: 'Set a product up: a first plan, a configuration, a hook, a CI job.', argument: FOLDER },
  'plan lint': { description: 'Report what is wrong with the tracking plan alone.', argument: ['[plan]', "a plan (without it: the configuration's, or .telemetry/tracking-plan.yaml)"] },
  'plan infer': { description: 'Write down, as a first tracking plan, what the code sends.', argument: FOLDER },
  completion: { description: 'Print the completion script of a shell.', argument: ['<shell>', 'bash, zsh or fish'] },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof COMMANDS;

export interface OptionSpec {
  /** As commander reads it: `--plan <file>`. */
  readonly flags: string;
  readonly description: string;
  /** It may be given several times. */
  readonly repeatable?: boolean;
  /** The names that each command takes, up to a colon. */
  readonly choices?: Readonly<Partial<Record<CommandName, readonly string[]>>>;
  /** Options that cannot be given beside it, by their keys in `OptionValues`. */
  readonly conflicts?: readonly (keyof OptionValues)[];
  /** What holds where the option is not given, for the help. */
  readonly fallback?: string;
  readonly commands: readonly CommandName[];
}

const BOTH: readonly CommandName[] = ['audit', 'inventory'];
/** Those that read a configuration. */
const CONFIGURED: readonly CommandName[] = ['audit', 'inventory', 'diff', 'plan lint', 'plan infer'];
const REPORTING: readonly CommandName[] = ['audit', 'inventory', 'diff', 'plan lint'];
/** Those that find things. */
const FINDING: readonly CommandName[] = ['audit', 'plan lint'];

export const OPTIONS: readonly OptionSpec[] = [
  { flags: '--plan <file>', description: 'the tracking plan to check against', fallback: '.telemetry/tracking-plan.yaml', commands: ['audit'] },
  { flags: '--config <file>', description: 'the configuration file', fallback: 'the nearest tracklint.config.*', commands: CONFIGURED },
  {
    flags: '--format <name[:file]>', description: 'how the report is written, and into which file', fallback: 'text, to the output',
    repeatable: true, commands: REPORTING,
    choices: { audit: Object.keys(FORMATS.audit), inventory: Object.keys(FORMATS.inventory), diff: Object.keys(FORMATS.diff), 'plan lint': Object.keys(FORMATS.audit) },
  },
  { flags: '--output-file <file>', description: 'a file for the format that names none', commands: REPORTING },
  { flags: '--trace <file:line>', description: 'tell how the calls on a line were resolved, in place of the report', commands: BOTH },
  { flags: '--max-warnings <n>', description: 'exit with 1 where there are more warnings than this', commands: FINDING },
  { flags: '--quiet', description: 'report errors only; the exit code stays as it is', commands: FINDING },
  { flags: '--staged', description: 'audit what git would commit, and report the findings that it brings', conflicts: ['since'], commands: ['audit'] },
  { flags: '--since <ref>', description: 'report the findings that were not there where this branch left <ref>', conflicts: ['staged'], commands: ['audit'] },
  { flags: '--baseline <file>', description: 'a file of findings that are known and not reported', fallback: "the configuration's, or tracklint-baseline.jsonl in the folder", commands: ['audit', 'plan lint'] },
  { flags: '--no-baseline', description: 'report what the baseline knows, too', commands: ['audit', 'plan lint'] },
  { flags: '--update-baseline', description: 'write what is found now into the baseline', conflicts: ['staged', 'since', 'pruneBaseline'], commands: ['audit'] },
  { flags: '--prune-baseline', description: 'take out of the baseline what is not found any more', conflicts: ['staged', 'since'], commands: ['audit'] },
  { flags: '--report-unused-directives', description: 'report comments that switch rules off where these find nothing', commands: ['audit'] },
  { flags: '--yes', description: 'write without asking', commands: ['init'] },
  { flags: '--color', description: 'write in colour', fallback: 'on a terminal', commands: REPORTING },
  { flags: '--no-color', description: 'write without colour', commands: REPORTING },
];

/** The options as they are given; what is not given is missing. */
export interface OptionValues {
  readonly plan?: string;
  readonly config?: string;
  readonly format?: readonly string[];
  readonly outputFile?: string;
  readonly trace?: string;
  readonly maxWarnings?: string;
  readonly quiet?: boolean;
  readonly staged?: boolean;
  readonly since?: string;
  readonly baseline?: string | false;
  readonly updateBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly reportUnusedDirectives?: boolean;
  readonly yes?: boolean;
  readonly color?: boolean;
}
