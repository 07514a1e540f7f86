/** A program that stays linked while its files are edited: what hangs on an edited file is evaluated anew, and nothing else. */
import type { FileFacts } from '../extract/facts.ts';
import { buildCalls } from './claims/calls.ts';
import type { Call } from './call.ts';
import type { Claim } from './claims/claims.ts';
import { DECLARING } from './sdk-calls/declared.ts';
import { exportedNames } from './program/effectful.ts';
import { evaluateFile, inImportOrder, linkWhole } from './link.ts';
import { fileOfKey, type Machine } from './evaluate/machine.ts';
import { forgetSubtypes } from './program/subtypes.ts';
import type { LinkInput } from './types-io.ts';

export interface LinkerInput extends LinkInput {
  /** Whether a file's text, as it stands now, contains any of the needles. */
  mentions(file: string, needles: readonly string[]): boolean;
}

export interface Linker {
  /** Sorted by file and position. The same list as long as no call changes. */
  calls(): readonly Call[];
  /** Takes note that a file's text has changed, or that it is gone. */
  edit(file: string): void;
  /**
   * Whether an edit may have reached files that do not import the edited one: a new wrapper, a value that is shared by
   * its name. Only linking the whole anew finds them all.
   */
  isStale(): boolean;
}

/** Links a program whole, and keeps it at hand. */
export function createLinker(input: LinkerInput): Linker {
  const { m, candidates, searched, spans } = linkWhole(input);
  /** By file, those that ever hung on it since it was first edited: an edit that is taken back reaches them again. */
  const known = new Map<string, ReadonlySet<string>>();
  let calls = buildCalls(m, input.sdks, spans.spanOf);
  let isCurrent = true;
  let isStale = false;

  /** The files whose evaluation hangs on a file's text, in order: those that import it, and those whose calls pass through it all the same. */
  function hangingOn(file: string): Set<string> {
    const importing = m.modules.importersOf(file);
    const passing = new Set(known.get(file));
    for (const claim of [...m.claims.claims, ...m.claims.open.map((one) => one.claim)])
      if (!importing.has(claim.owner) && passesThrough(claim, importing)) for (const one of m.modules.importersOf(claim.owner)) passing.add(one);
    const found = new Set([...inImportOrder(m.modules, importing), ...inImportOrder(m.modules, passing)]);
    found.delete(DECLARING);
    known.set(file, found);
    return found;
  }

  function forget(files: ReadonlySet<string>): void {
    m.claims.forget(files);
    for (const key of m.summaries.keys()) if (files.has(fileOfKey(key))) m.summaries.delete(key);
    for (const key of m.hookCallbacks) if (files.has(fileOfKey(key))) m.hookCallbacks.delete(key);
    for (const file of files) {
      m.tooDeep.delete(file);
      const module = m.modules.forget(file);
      if (module) m.assigned.delete(module);
    }
  }

  function edit(file: string): void {
    const factsBefore = m.modules.lowered(file);
    const waysBefore = waysOf([file]);
    forget(hangingOn(file));
    m.modules.reread(file);
    forgetSubtypes(m, file);
    if (!candidates.has(file) && input.mentions(file, [...searched])) candidates.add(file);
    const files = hangingOn(file);
    const sharedBefore = [...files].some(isSharing);
    for (const shared of sharedIn(m)) shared.forget(files);
    evaluate(files);
    // What a file shares is there for all, however they are ordered.
    const shares = [...files].some(isSharing);
    if (shares) evaluate(files);
    const facts = m.modules.load(file)?.facts ?? null;
    // What nothing has asked for has reached nobody by its exports.
    const exportsOthers = factsBefore !== null && exportsOf(facts) !== exportsOf(factsBefore);
    const reachesOthers = sharedBefore || shares || exportsOthers || m.modules.importersOf(file).has(DECLARING) || leadsElsewhere(waysBefore, file, files);
    if (reachesOthers) isStale = true;
    isCurrent = false;
  }

  /** Names under which files give others a way to an SDK. */
  function waysOf(files: Iterable<string>): Set<string> {
    return new Set(exportedNames(m, [...files].filter((one) => candidates.has(one))));
  }

  /** Whether there are names that were not looked for, or the edited file no longer leads to an SDK by one that was. */
  function leadsElsewhere(before: ReadonlySet<string>, file: string, files: ReadonlySet<string>): boolean {
    const now = waysOf([file]);
    return [...before].some((name) => !now.has(name)) || [...waysOf(files)].some((name) => !searched.has(name));
  }

  function evaluate(files: ReadonlySet<string>): void {
    forget(files);
    for (const file of files) if (candidates.has(file)) evaluateFile(m, file);
  }

  /** Whether a file puts values where others find them without an import: who takes them is not known. */
  function isSharing(file: string): boolean {
    return sharedIn(m).some((shared) => shared.isSetBy(file));
  }

  return {
    calls() {
      if (!isCurrent) calls = buildCalls(m, input.sdks, spans.spanOf);
      isCurrent = true;
      return calls;
    },
    edit,
    isStale: () => isStale,
  };
}

function exportsOf(facts: FileFacts | null): string {
  return facts ? [...Object.keys(facts.exports), ...facts.stars].sort().join('\n') : '';
}

function sharedIn({ contexts, decorations, injected, procedures }: Machine) {
  return [contexts, decorations, injected, procedures];
}

function passesThrough({ site, sdkPlace, namePlace, chain }: Claim, files: ReadonlySet<string>): boolean {
  return files.has(site.file) || files.has(sdkPlace.file) || (namePlace !== null && files.has(namePlace.file)) || chain.some(({ body }) => files.has(body.file));
}
