/** Comments in scanned files that switch rules off: `tracklint-disable-next-line rule -- reason`, and ESLint's own. */
import type { Finding } from './rule.ts';

const DIRECTIVE = /(\/\/|\/\*|#|<!--)\s*(eslint|tracklint)-(disable|enable)(-next-line|-line)?(?![\w-])(.*?)(?=\*\/|-->|$)/g;
const OWN_PREFIX = 'tracklint/';

/** The findings that no directive switches off. `read` gives a file's text; of a file without one, all findings stay. */
export function withoutDisabled(findings: readonly Finding[], read: (file: string) => string | null): Finding[] {
  const files = new Map<string, FileDirectives | null>();
  return findings.filter(({ file, line, rule }) => {
    const known = files.get(file);
    const directives = known === undefined ? directivesIn(read(file)) : known;
    files.set(file, directives);
    return !directives || !isDisabled(directives, line, rule);
  });
}

interface FileDirectives {
  /** By the 1-based line that they are about. */
  readonly lines: ReadonlyMap<number, readonly RuleTest[]>;
  /** In the order of the file. */
  readonly blocks: readonly Block[];
}

interface Block {
  readonly line: number;
  readonly disables: boolean;
  readonly isFor: RuleTest;
}

type RuleTest = (rule: string) => boolean;

function directivesIn(text: string | null): FileDirectives | null {
  if (text === null || !/(eslint|tracklint)-disable/.test(text)) return null;
  const lines = new Map<number, RuleTest[]>();
  const blocks: Block[] = [];
  for (const [index, content] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    for (const [, open = '', tool = '', verb = '', reach, rest = ''] of content.matchAll(DIRECTIVE)) {
      const isFor = ruleTest(tool, rest);
      const here = index + 1;
      const about = reach === '-line' ? here : here + 1;
      if (reach !== undefined) lines.set(about, [...(lines.get(about) ?? []), isFor]);
      // ESLint reads these from block comments alone.
      else if (tool === 'tracklint' || open === '/*') blocks.push({ line: here, disables: verb === 'disable', isFor });
    }
  }
  return { lines, blocks };
}

/** Without names a directive is about all rules. In ESLint's, ours have a prefix. */
function ruleTest(tool: string, rest: string): RuleTest {
  const [list = ''] = rest.split(/\s-{2,}\s/);
  const names = list.split(',').map((name) => name.trim()).filter((name) => name !== '');
  if (names.length === 0) return () => true;
  const ids = new Set(names.flatMap((name) => (name.startsWith(OWN_PREFIX) ? [name.slice(OWN_PREFIX.length)] : tool === 'tracklint' ? [name] : [])));
  return (rule) => ids.has(rule);
}

function isDisabled({ lines, blocks }: FileDirectives, line: number, rule: string): boolean {
  if (lines.get(line)?.some((isFor) => isFor(rule))) return true;
  return blocks.findLast((block) => block.line <= line && block.isFor(rule))?.disables ?? false;
}
