/** The file that ESLint lints, as a file of a product. */
import { realpathSync } from 'node:fs';
import nodePath, { basename, dirname, join } from 'node:path';
import type { Rule } from 'eslint';
import type { OpenFile } from '../audit/session.ts';

type Linted = Pick<Rule.RuleContext, 'filename' | 'physicalFilename' | 'sourceCode'>;

interface Known {
  readonly root: string;
  readonly filename: string;
  readonly file: OpenFile | null;
}

const MARKUP = /\.(vue|svelte|astro|html)$/;
/** Elements, Astro's script, Svelte's blocks: no script begins like these. */
const BEGINS_WITH_MARKUP = /^\s*(<|---|\{)/;

const FILES = new WeakMap<object, Known>();

/** One for each time that ESLint lints a file, whatever the number of rules; null where it is none of the product's. */
export function lintedFile(linted: Linted, root: string): OpenFile | null {
  const { filename, sourceCode } = linted;
  const known = FILES.get(sourceCode.ast);
  if (known?.root === root && known.filename === filename) return known.file;
  const file = openFile(linted, root);
  FILES.set(sourceCode.ast, { root, filename, file });
  return file;
}

function openFile({ filename, physicalFilename, sourceCode }: Linted, root: string): OpenFile | null {
  // A block that was cut out of another file, under a name of its own or under that of its page or component.
  if (filename !== (physicalFilename || filename) || (MARKUP.test(filename) && !BEGINS_WITH_MARKUP.test(sourceCode.text))) return null;
  const path = pathBelow(root, filename) ?? realPathBelow(root, filename);
  return path === null ? null : { path, text: sourceCode.text, source: typescriptOf(sourceCode) };
}

/** POSIX, from a root; null for what lies outside of it, and for a text without a file (`<input>`). */
export function pathBelow(root: string, filename: string, { isAbsolute, relative, sep }: Pick<typeof nodePath, 'isAbsolute' | 'relative' | 'sep'> = nodePath): string | null {
  const path = isAbsolute(filename) ? relative(root, filename) : '';
  return path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? null : path.split(sep).join('/');
}

/** The root that a configuration knows of is a real path, whereas an editor may have opened a link to it. */
function realPathBelow(root: string, filename: string): string | null {
  try {
    return pathBelow(realpathSync(root), join(realpathSync(dirname(filename)), basename(filename)));
  } catch {
    return null;
  }
}

/** What TypeScript made of the file, where ESLint's parser is made of it. */
function typescriptOf({ ast, parserServices }: Linted['sourceCode']): unknown {
  const services = parserServices as { readonly esTreeNodeToTSNodeMap?: { get(node: object): unknown } } | undefined;
  return services?.esTreeNodeToTSNodeMap?.get(ast);
}
