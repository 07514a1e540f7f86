/** A product that stays audited while its files are edited: what an editor asks of it, file by file. */
import { isDeepStrictEqual } from 'node:util';
import { groupedBy } from '../check/causes.ts';
import { withoutDisabled } from '../check/directives.ts';
import type { Override } from '../check/rule-settings.ts';
import { runRules } from '../check/run-rules.ts';
import type { Finding, Rule } from '../check/rule.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import type { Call } from '../link/call.ts';
import type { Plan } from '../plan/model.ts';
import { openLiveProgram, type LiveProgram } from './live-program.ts';
import { judgedBy } from './load-settings.ts';
import { overridesOf } from './overrides.ts';
import { createSettings } from './session-settings.ts';

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
interface State {
  readonly calls: readonly Call[];
  readonly plan: Plan;
  readonly loaded: LoadedConfig;
}

export function openSession(options: SessionOptions): Session {
  const { root } = options;
  const settings = createSettings(options);
  let program: { readonly of: LoadedConfig; readonly live: LiveProgram } | null = null;
  let state: State | null = null;
  let known = new Map<string, ReadonlyMap<string, readonly Finding[]>>();

  function findings(file: OpenFile, rule: Rule, given: unknown): readonly Finding[] {
    const { loaded, plan } = settings();
    if (program?.of !== loaded) program = { of: loaded, live: openLiveProgram(root, loaded) };
    const calls = program.live.calls(file);
    if (state?.calls !== calls || state.plan !== plan || state.loaded !== loaded) {
      state = { calls, plan, loaded };
      known = new Map();
    }
    const found = byFile(state, rule, given).get(file.path) ?? [];
    // ESLint minds its own directives, and says which of them nothing needs.
    return found.length === 0 || !program.live.covers(file.path) ? [] : withoutDisabled(found, () => file.text, true);
  }

  function byFile({ calls, plan, loaded }: State, rule: Rule, given: unknown): ReadonlyMap<string, readonly Finding[]> {
    const [level, own] = settingOf(loaded.config.rules?.[rule.id]);
    const options = own !== undefined && isDeepStrictEqual(given, rule.options.parse({})) ? own : given;
    const key = `${rule.id} ${JSON.stringify(options)}`;
    const before = known.get(key);
    if (before) return before;
    const found = level === 'off' ? [] : runRules({ calls, plan, ...judgedBy(loaded), rules: [rule], settings: { [rule.id]: ['error', options] }, overrides: overridesFor(rule, loaded) }).findings;
    const files = new Map(groupedBy(found, ({ file }) => file).map((of) => [of[0].file, of]));
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
