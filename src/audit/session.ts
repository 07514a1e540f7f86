/** A product that stays audited while its files are edited: what an editor asks of it, file by file. */
import { isDeepStrictEqual } from 'node:util';
import { groupedBy } from '../check/causes.ts';
import { withoutDisabled } from '../check/directives.ts';
import type { Override } from '../check/rule-settings.ts';
import { runRules } from '../check/run-rules.ts';
import type { Finding, Rule } from '../check/rule.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import type { Call } from '../link/call.ts';
import { openLiveProgram, type LiveProgram } from './live-program.ts';
import { judgedBy } from './load-settings.ts';
import { overridesOf } from './overrides.ts';
import { withoutKnown } from './baseline.ts';
import { createSettings, type SessionSettings } from './session-settings.ts';

export interface SessionOptions {
  /** The folder that is audited, absolute. */
  readonly root: string;
  /** A configuration and a plan file, absolute; else those that an audit would find. */
  readonly config: string | null;
  readonly plan: string | null;
}

/** A file as an editor or a linter holds it. */
export interface OpenFile {
  /** POSIX, relative to the root. */
  readonly path: string;
  readonly text: string;
  /** What a parser made of it, if that was TypeScript's. */
  readonly source?: unknown;
}

export interface Session {
  /** What a rule reports in a file. Throws `ToolError` where the configuration or the plan is wrong. */
  findings(file: OpenFile, rule: Rule, options: unknown): readonly Finding[];
}

/** Everything that the findings of a rule follow from, save its options. */
interface State extends SessionSettings {
  readonly calls: readonly Call[];
}

export function openSession(options: SessionOptions): Session {
  const { root } = options;
  const settings = createSettings(options);
  let program: { readonly of: LoadedConfig; readonly live: LiveProgram } | null = null;
  let asked: OpenFile | null = null;
  let state: State | null = null;
  let known = new Map<string, ReadonlyMap<string, readonly Finding[]>>();

  function findings(file: OpenFile, rule: Rule, given: unknown): readonly Finding[] {
    const now = stateWith(file);
    const found = byFile(now, rule, given).get(file.path) ?? [];
    // ESLint minds its own directives, and says which of them nothing needs.
    return found.length === 0 || !program?.live.covers(file.path) ? [] : withoutDisabled(found, () => file.text, true);
  }

  /** Looked up once for each file that is linted, whatever the number of rules. */
  function stateWith(file: OpenFile): State {
    if (state && file === asked) return state;
    asked = null;
    const given = settings();
    const { loaded, plan, baseline } = given;
    if (program?.of !== loaded) program = { of: loaded, live: openLiveProgram(root, loaded) };
    const calls = program.live.calls(file);
    if (state?.calls !== calls || state.plan !== plan || state.loaded !== loaded || state.baseline !== baseline) {
      state = { calls, ...given };
      known = new Map();
    }
    asked = file;
    return state;
  }

  function byFile({ calls, plan, loaded, baseline }: State, rule: Rule, given: unknown): ReadonlyMap<string, readonly Finding[]> {
    const [level, own] = settingOf(loaded.config.rules?.[rule.id]);
    const options = own !== undefined && isDeepStrictEqual(given, rule.options.parse({})) ? own : given;
    const key = `${rule.id} ${JSON.stringify(options)}`;
    const before = known.get(key);
    if (before) return before;
    const found = level === 'off' ? [] : runRules({ calls, plan, ...judgedBy(loaded), rules: [rule], settings: { [rule.id]: ['error', options] }, overrides: overridesFor(rule, loaded) }).findings;
    const fresh = baseline ? withoutKnown(root, baseline, rule.id, found) : found;
    const files = new Map(groupedBy(fresh, ({ file }) => file).map((of) => [of[0].file, of]));
    known.set(key, files);
    return files;
  }

  /** What the configuration says of a rule in some files. */
  function overridesFor({ id }: Rule, loaded: LoadedConfig): Override[] {
    return overridesOf(root, loaded).flatMap(({ matches, rules }) => (rules[id] === undefined ? [] : [{ matches, rules: { [id]: rules[id] } }]));
  }

  return { findings };
}

function settingOf(setting: NonNullable<LoadedConfig['config']['rules']>[string] | undefined): readonly [string | undefined, unknown] {
  return typeof setting === 'object' ? [setting[0], setting[1]] : [setting, undefined];
}
