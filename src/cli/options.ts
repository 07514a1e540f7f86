/** Every command and option of the command line: parsing, help and checks are made from these tables. */
import { FORMATS } from '../report/formats.ts';

export const COMMANDS = {
  audit: 'Report where the tracking plan and the code disagree (the default).',
  inventory: 'List every analytics call, resolved through its wrappers.',
} as const satisfies Record<string, string>;

export type CommandName = keyof typeof COMMANDS;

export interface OptionSpec {
  /** As commander reads it: `--plan <file>`. */
  readonly flags: string;
  readonly description: string;
  /** It may be given several times. */
  readonly repeatable?: boolean;
  /** The names that each command takes, up to a colon. */
  readonly choices?: Readonly<Record<CommandName, readonly string[]>>;
  /** Options that cannot be given beside it, by their keys in `OptionValues`. */
  readonly conflicts?: readonly (keyof OptionValues)[];
  /** What holds where the option is not given, for the help. */
  readonly fallback?: string;
  readonly commands: readonly CommandName[];
}

const BOTH: readonly CommandName[] = ['audit', 'inventory'];

export const OPTIONS: readonly OptionSpec[] = [
  { flags: '--plan <file>', description: 'the tracking plan to check against', fallback: '.telemetry/tracking-plan.yaml', commands: ['audit'] },
  { flags: '--config <file>', description: 'the configuration file', fallback: 'the nearest tracklint.config.*', commands: BOTH },
  {
    flags: '--format <name[:file]>', description: 'how the report is written, and into which file', fallback: 'text, to the output',
    repeatable: true, choices: { audit: Object.keys(FORMATS.audit), inventory: Object.keys(FORMATS.inventory) }, commands: BOTH,
  },
  { flags: '--output-file <file>', description: 'a file for the format that names none', commands: BOTH },
  { flags: '--trace <file:line>', description: 'tell how the calls on a line were resolved, in place of the report', commands: BOTH },
  { flags: '--max-warnings <n>', description: 'exit with 1 where there are more warnings than this', commands: ['audit'] },
  { flags: '--quiet', description: 'report errors only; the exit code stays as it is', commands: ['audit'] },
  { flags: '--staged', description: 'audit what git would commit, and report the findings that it brings', conflicts: ['since'], commands: ['audit'] },
  { flags: '--since <ref>', description: 'report the findings that were not there where this branch left <ref>', conflicts: ['staged'], commands: ['audit'] },
  { flags: '--color', description: 'write in colour', fallback: 'on a terminal', commands: BOTH },
  { flags: '--no-color', description: 'write without colour', commands: BOTH },
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
  readonly color?: boolean;
}
