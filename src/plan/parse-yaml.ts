import { Composer, Parser } from 'yaml';
import type { CST, Document, ErrorCode } from 'yaml';
import { withoutLooseSnapshotList } from './old-forms.ts';
import { PlanSource } from './source.ts';
import type { Tree } from './tree.ts';
import { MOST_LEVELS, treeOf } from './yaml-tree.ts';

/** In UTF-16 units: some five thousand events. Text that is all brackets or quotes takes a second for each 100 kB. */
const MOST_TEXT = 1_000_000;

/** What yaml says in its own terms, said in the user's. */
const SYNTAX_MESSAGES: Partial<Record<ErrorCode, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'A second colon on one line: quote the value, or put the inner key on a line of its own.',
  TAB_AS_INDENT: 'This line is indented by a tab. YAML is indented by spaces.',
};

/**
 * Reads YAML, of which JSON is a part. Throws a `PlanError` for text that is none; whatever else is wrong is reported to
 * the source that comes back.
 */
export function parseYaml(file: string, text: string): { readonly source: PlanSource; readonly tree: Tree } {
  const source = new PlanSource(file, withoutLooseSnapshotList(text.startsWith('\uFEFF') ? text.slice(1) : text));
  checkText(source);
  const tokens = [...new Parser().parse(source.text)];
  checkDepth(source, tokens);
  const document = compose(source, tokens);
  const tree = document.contents && treeOf(document.contents, source);
  if (!tree || (tree.kind === 'scalar' && tree.value === null)) {
    source.report(0, 'The tracking plan is empty.', 'Write an `events` list.');
    source.throwIfBroken();
  }
  return { source, tree: tree ?? { kind: 'scalar', value: null, offset: 0 } };
}

function checkText(source: PlanSource): void {
  const { text } = source;
  const unreadable = text.search(/[\uFFFD\0]/);
  if (text.length > MOST_TEXT) source.report(0, `The tracking plan is larger than ${MOST_TEXT / 1e6} MB and is not read.`);
  else if (unreadable !== -1) source.report(unreadable, 'The file is not valid UTF-8 here.', 'Save it as UTF-8.');
  source.throwIfBroken();
}

/** The composer recurses, and V8 can abort the whole process when the stack runs out: so deep text never reaches it. */
function checkDepth(source: PlanSource, tokens: readonly CST.Token[]): void {
  const open: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MOST_LEVELS) {
      source.report(token.offset, `The tracking plan is nested more than ${MOST_LEVELS} levels deep.`);
      source.throwIfBroken();
    }
    for (const child of childrenOf(token)) open.push({ token: child, depth: depth + 1 });
  }
}

function* childrenOf(token: CST.Token): Generator<CST.Token> {
  if (token.type === 'document' && token.value) yield token.value;
  if (!('items' in token)) return;
  for (const item of token.items) {
    if (item.key) yield item.key;
    if (item.value) yield item.value;
  }
}

/** Keys that stand twice are looked for while the tree is made: the composer's own test takes quadratic time. */
function compose(source: PlanSource, tokens: readonly CST.Token[]): Document.Parsed {
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  const [first, second] = composer.compose(tokens, true, source.text.length);
  if (!first) throw new Error('The YAML composer gave no document');
  for (const { code, message, pos } of first.errors) {
    source.report(pos[0], SYNTAX_MESSAGES[code] ?? `This is not valid YAML: ${message}${/[.!?]$/.test(message) ? '' : '.'}`);
  }
  if (second) source.report(second.range[0], 'The file holds several YAML documents, and a plan is one.', 'Remove the `---`.');
  source.throwIfBroken();
  return first;
}
