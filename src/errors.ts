/** Failures that a user can mend. Anything else that is thrown is a bug and keeps its stack. */

type Data = Readonly<Record<string, string | number>>;

/** What stands in front of a message: the file, with 1-based line and column where they are known. */
export interface ErrorPlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

const MESSAGES = {
  'path-missing': 'There is no file or folder {{path}}.',
  'path-outside': '{{path}} lies outside {{root}}, which is audited.',
  'trace-form': '--trace takes a file and a line, such as src/analytics.ts:12; this is {{value}}.',
  'number-form': '{{flag}} takes a whole number; this is {{value}}.',
  'output-twice': 'Only one format can go to the output, and {{first}} and {{second}} both would: name a file, as in `--format {{second}}:file`.',
  'output-same': 'Two formats would be written to {{path}}.',
  'output-none': 'Every format names a file, so --output-file {{path}} is for none.',
  'output-nameless': '--format {{value}} names no file after the colon.',
  'unwritable': '{{path}} cannot be written: {{reason}}',
  'baseline-missing': 'There is no baseline {{path}}: --update-baseline writes it.',
  'baseline-invalid': 'This is no entry of a baseline. --update-baseline writes the file anew.',
  'baseline-conflict': 'This line is left of a merge in git. Keep the entries of both sides, or write the file anew with --update-baseline.',
  'config-missing': 'There is no configuration file {{path}}.',
  'config-twice': 'There are two configurations in one folder: {{first}} and {{second}}. Keep one.',
  'config-load': 'The configuration cannot be loaded: {{reason}}',
  'config-no-default': 'The configuration file has no default export. Write `export default defineConfig({ … })`.',
  'config-no-key': 'This file has no key "{{key}}", under which the configuration would stand.',
  'config-invalid': '{{reason}}',
  'unreadable': '{{path}} cannot be read: {{reason}}',
  'init-nobody': 'There is nobody to ask: `--yes` writes without asking.',
  'completion-shell': 'There is no completion for {{shell}}; there is for bash, zsh and fish.',
  'git-failed': 'git: {{reason}}.',
  'git-ref': 'Git knows no commit {{ref}}.',
  'git-no-base': '{{ref}} and the present commit share no history. In CI, fetch all of it: `fetch-depth: 0`.',
  'plan-missing': 'There is no tracking plan {{path}}.',
  'plan-none': 'There is no tracking plan here to judge: write {{path}}, or name a file, as in `tracklint plan lint plan.yaml`.',
  'plan-invalid': '{{reason}}',
} as const satisfies Record<string, string>;

export type ToolErrorCode = keyof typeof MESSAGES;

/** A failure that the user can mend: exit code 2, told without a stack. */
export class ToolError extends Error {
  readonly code: ToolErrorCode;
  readonly place: ErrorPlace | null;

  constructor(code: ToolErrorCode, data: Data = {}, place: ErrorPlace | null = null) {
    const text = MESSAGES[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(data[name] ?? ''));
    super(place ? `${placeText(place)} ${text}` : text);
    this.name = 'ToolError';
    this.code = code;
    this.place = place;
  }
}

function placeText({ file, line, column }: ErrorPlace): string {
  return [file, line, column].filter((part) => part !== undefined).join(':') + ':';
}
