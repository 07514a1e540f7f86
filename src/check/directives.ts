/** Comments in scanned files that switch rules off: `tracklint-disable-next-line rule -- reason`, and ESLint's own. */
import type { Finding } from './rule.ts';

const DIRECTIVE = /(\/\/|\/\*|#|<!--)\s*(eslint|tracklint)-(disable|enable)(-next-line|-line)?(?![\w-])(.*?)(?=\*\/|-->|$)/g;
const OWN_PREFIX = 'tracklint/';

/** A comment that switches rules off or on. */
export interface Directive {
  readonly file: string;
  /** Where it stands; 1-based. */
  readonly line: number;
  readonly column: number;
  readonly disables: boolean;
  /** The rules of ours that it names; null where it is about all. */
  readonly ids: readonly string[] | null;
  /** Whether it is ESLint's, which may be about rules of others. */
  readonly isForeign: boolean;
}

/** A directive, with those of its rules that had nothing to switch off; null where it names none. */
export interface Unused {
  readonly directive: Directive;
  readonly id: string | null;
}

export interface Directives {
  /** Whether a directive switches a finding off. It is remembered as used. */
  disables(finding: Pick<Finding, 'file' | 'line' | 'rule'>): boolean;
  /** The directives in files, or rules of theirs, that have switched nothing off until now. */
  unused(files: readonly string[]): Unused[];
}

/** `read` gives a file's text; a file without one has no directives. `own`: only tracklint's, as ESLint minds its own. */
export function openDirectives(read: (file: string) => string | null, own = false): Directives {
  const files = new Map<string, FileDirectives | null>();
  const used = new Map<Directive, Set<string>>();

  function directivesOf(file: string): FileDirectives | null {
    const known = files.get(file);
    if (known !== undefined) return known;
    const found = directivesIn(file, read(file), own);
    files.set(file, found);
    return found;
  }

  return {
    disables({ file, line, rule }) {
      const found = directivesOf(file);
      const disabling = found ? disablingOf(found, line, rule) : [];
      for (const directive of disabling) used.set(directive, (used.get(directive) ?? new Set()).add(rule));
      return disabling.length > 0;
    },
    unused(wanted) {
      const disabling = wanted.flatMap((file) => directivesOf(file)?.all ?? []).filter(({ disables }) => disables);
      return disabling.flatMap((directive): Unused[] => {
        const rules = used.get(directive);
        if (directive.ids === null) return rules || directive.isForeign ? [] : [{ directive, id: null }];
        return directive.ids.filter((id) => !rules?.has(id)).map((id) => ({ directive, id }));
      });
    },
  };
}

/** The findings that no directive switches off. */
export function withoutDisabled(findings: readonly Finding[], read: (file: string) => string | null, own = false): Finding[] {
  const directives = openDirectives(read, own);
  return findings.filter((finding) => !directives.disables(finding));
}

interface FileDirectives {
  readonly all: readonly Directive[];
  /** By the 1-based line that they are about. */
  readonly lines: ReadonlyMap<number, readonly Directive[]>;
  /** In the order of the file. */
  readonly blocks: readonly Directive[];
}

function directivesIn(file: string, text: string | null, own: boolean): FileDirectives | null {
  if (text === null || !/(eslint|tracklint)-disable/.test(text)) return null;
  const all: Directive[] = [];
  const lines = new Map<number, Directive[]>();
  const blocks: Directive[] = [];
  for (const [index, content] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    for (const match of content.matchAll(DIRECTIVE)) {
      const [, open = '', tool = '', verb = '', reach, rest = ''] = match;
      const isForeign = tool === 'eslint';
      if (isForeign && own) continue;
      // ESLint reads those about more than a line from block comments alone.
      if (reach === undefined && isForeign && open !== '/*') continue;
      const directive: Directive = { file, line: index + 1, column: match.index + 1, disables: verb === 'disable', ids: idsIn(rest, isForeign), isForeign };
      all.push(directive);
      const about = reach === '-line' ? index + 1 : index + 2;
      if (reach === undefined) blocks.push(directive);
      else lines.set(about, [...(lines.get(about) ?? []), directive]);
    }
  }
  return { all, lines, blocks };
}

/** Without names a directive is about all rules. In ESLint's, ours have a prefix. */
function idsIn(rest: string, isForeign: boolean): readonly string[] | null {
  const [list = ''] = rest.split(/\s-{2,}\s/);
  const names = list.split(',').map((name) => name.trim()).filter((name) => name !== '');
  if (names.length === 0) return null;
  return names.flatMap((name) => (name.startsWith(OWN_PREFIX) ? [name.slice(OWN_PREFIX.length)] : isForeign ? [] : [name]));
}

function disablingOf({ lines, blocks }: FileDirectives, line: number, rule: string): Directive[] {
  const isFor = ({ ids }: Directive): boolean => ids === null || ids.includes(rule);
  const here = lines.get(line)?.filter(isFor) ?? [];
  const block = blocks.findLast((one) => one.line <= line && isFor(one));
  return [...here, ...(block?.disables ? [block] : [])];
}
