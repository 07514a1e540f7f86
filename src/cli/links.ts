/** Where a place of the code can be opened: by the terminal, or on the host of the repository. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { encodedPath, fromTop } from '../report/paths.ts';
import type { ReportContext } from '../report/types.ts';
import type { CliContext } from './run-cli.ts';

type Env = CliContext['env'];

/** Terminals that open links in their text; others would show none or garbage. Every test on one variable. */
const TERMINALS: readonly (readonly [string, RegExp])[] = [
  ['TERM_PROGRAM', /^(iTerm\.app|WezTerm|vscode|ghostty|Hyper|Tabby|zed|WarpTerminal)$/],
  ['TERM', /^(xterm-kitty|alacritty.*|foot.*|xterm-ghostty|wezterm)$/],
  ['TERMINAL_EMULATOR', /^JetBrains-JediTerm$/],
  ['WT_SESSION', /./],
  ['KONSOLE_VERSION', /^(2[1-9]|[3-9]\d)\d{4}$/],
  // VTE, of GNOME's terminal and others, since 0.50.1.
  ['VTE_VERSION', /^(50(0[2-9]|[1-9]\d)|5[1-9]\d\d|[6-9]\d{3}|\d{5,})$/],
];

/** `FORCE_HYPERLINK` decides, as in other tools, else whether the output is a terminal that is known to open links. */
export function fileUrls(root: string, { env, stdout }: Pick<CliContext, 'env' | 'stdout'>): ReportContext['fileUrl'] {
  const isKnown = stdout.isTTY === true && env.CI === undefined && TERMINALS.some(([name, test]) => test.test(env[name] ?? ''));
  const wanted = env.FORCE_HYPERLINK === undefined ? isKnown : env.FORCE_HYPERLINK !== '0';
  if (!wanted) return () => null;
  return (file, line) => `${pathToFileURL(join(root, file)).href}${line === null ? '' : `#${String(line)}`}`;
}

interface Host {
  /** The variables from which the page of the repository at a commit is put together. */
  readonly parts: readonly string[];
  page(parts: readonly string[]): string;
}

const HOSTS: readonly Host[] = [
  { parts: ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_SHA'], page: ([server = '', name = '', commit = '']) => `${server}/${name}/blob/${commit}` },
  { parts: ['CI_PROJECT_URL', 'CI_COMMIT_SHA'], page: ([project = '', commit = '']) => `${project}/-/blob/${commit}` },
];

/** Pages of the host that runs the job, from the variables that it sets; outside of such a job there are none. */
export function sourceUrls(folder: string, env: Env): ReportContext['sourceUrl'] {
  for (const { parts, page } of HOSTS) {
    const values = parts.flatMap((name) => env[name] ?? []);
    if (values.length < parts.length || !/^https?:\/\/[^\s"'<>()]+$/.test(page(values))) continue;
    return (file, line) => `${page(values)}/${encodedPath(fromTop({ folder }, file))}#L${String(line)}`;
  }
  return () => null;
}
