/** Texts that the parser should not be given: its recursion is as deep as their nesting, and some make it try for ages. */
import type { FileFacts } from './facts.ts';

/** Brackets within brackets. Code that people write stays below 60; the parser's stack gives out between 450 and 900. */
const DEEPEST = 300;
/** `(async (async (…`, not closed: the parser's work doubles with each. */
const MOST_ASYNC = 10;
/** Modifiers in a row: the parser reads all that follow again for each. */
const MODIFIERS = /(?:\b(?:abstract|accessor|async|const|declare|default|export|in|out|override|private|protected|public|readonly|static)\s+){100}/;

/** What keeps a text from being parsed; null where nothing does. */
export function unparsable(text: string): FileFacts['problem'] {
  // Brackets are counted in strings and comments, too, until there seem to be too many.
  const deep = isDeep(text) || /\basync\s*\((?:[^)]*\basync\s*\(){10}/.test(text) ? tooDeepAt(text) : null;
  const at = deep ?? (MODIFIERS.exec(text)?.index ?? null);
  return at === null ? null : { line: text.slice(0, at).split('\n').length, message: deep === null ? 'more modifiers in a row than can be read' : 'nested more deeply than can be read' };
}

function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isOpening(code) && ++depth > DEEPEST) return true;
    if (isClosing(code) && depth > 0) depth--;
  }
  return false;
}

/** Comments, strings, regular expressions after what cannot end an operand, and the parts of templates. */
const TOKENS = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|'(?:[^'\\\n]|\\[^])*'?|"(?:[^"\\\n]|\\[^])*"?|(?<=(?:^|[=(,:[!&|?{};\n]|\breturn)[ \t]*)\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/|`|\basync\s*\(|[()[\]{}]/g;
/** The text of a template up to its end or to an expression in it. */
const TEMPLATE = /(?:[^`\\$]|\\[^]|\$(?!\{))*(?:`|\$\{|$)/y;

/** Where the brackets of code become too many; null where they do not. */
function tooDeepAt(text: string): number | null {
  const open: string[] = [];
  let async = 0;
  const scanner = new RegExp(TOKENS);
  const skipTemplate = (): void => {
    TEMPLATE.lastIndex = scanner.lastIndex;
    const part = TEMPLATE.exec(text)?.[0] ?? '';
    scanner.lastIndex += part.length;
    if (part.endsWith('${')) open.push('`');
  };
  for (let found = scanner.exec(text); found; found = scanner.exec(text)) {
    const [token] = found;
    const kind = token === '`' ? '`' : token.length > 1 && !token.startsWith('async') ? '' : token;
    if (kind === '`') skipTemplate();
    else if (kind !== '' && isOpening(kind.charCodeAt(kind.length - 1))) {
      open.push(kind);
      if (kind.length > 1) async++;
    } else if (kind !== '') {
      const closed = open.pop();
      if (closed?.startsWith('async')) async--;
      if (closed === '`') skipTemplate();
    }
    if (open.length > DEEPEST || async > MOST_ASYNC) return found.index;
  }
  return null;
}

function isOpening(code: number): boolean {
  return code === 40 || code === 91 || code === 123;
}

function isClosing(code: number): boolean {
  return code === 41 || code === 93 || code === 125;
}
