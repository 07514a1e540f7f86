/** A tolerant reader of HTML-like markup: elements, attributes and expressions in braces, all with true offsets. */
import type { Range } from './facts.ts';

export type Node = Element | Mustache;

export interface Element {
  readonly k: 'element';
  readonly tag: string;
  readonly attrs: readonly Attr[];
  readonly children: Node[];
  /** What stands between the tags of an element whose content is no markup. */
  readonly raw: Range | null;
  /** The start tag. */
  readonly at: Range;
}

/** `{{ x }}` or `{x}`: what stands within. */
export interface Mustache {
  readonly k: 'mustache';
  readonly inner: Range;
}

export interface Attr {
  /** Empty for `{...props}` and `{name}`. */
  readonly name: string;
  readonly at: Range;
  /** `text` between quotes or bare, `braces` for an expression. */
  readonly form: 'text' | 'braces' | 'none';
  readonly inner: Range;
}

export interface Dialect {
  /** How expressions are written: `{{ x }}` between tags, `{x}` also in attributes, or not at all. */
  readonly braces: 'double' | 'single' | 'none';
  /** Elements whose content is no markup. `depth` is the number of elements around. */
  isRaw(tag: string, depth: number, attrs: readonly Attr[]): boolean;
}

/** So many braces that nothing closes make the others of a file text. */
const MOST_UNCLOSED = 20;
/** Elements within elements; those further in are taken for their neighbours. */
const DEEPEST = 300;
const LONGEST_STRING = 5000;
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
const TAG_NAME = /[^\s/>]+/y;
const SPACE = /\s*/y;
const ATTR_NAME = /[^\s=>/{"']+|\//y;
const BARE_VALUE = /[^\s>]+/y;

/** Reads the markup between two offsets. What it does not understand it takes for text. */
export function parseMarkup(text: string, start: number, end: number, dialect: Dialect): Node[] {
  const root: Node[] = [];
  const open: Element[] = [];
  const add = (node: Node): void => void (open.at(-1)?.children ?? root).push(node);
  let unclosed = 0;
  const braceEnd = (from: number): number => {
    const close = unclosed > MOST_UNCLOSED ? -1 : matchBrace(text, from, end);
    if (close < 0) unclosed++;
    return close;
  };
  const interesting = dialect.braces === 'none' ? /</g : /[<{]/g;
  let at = start;
  while (at < end) {
    interesting.lastIndex = at;
    const found = interesting.exec(text)?.index ?? end;
    if (found >= end) break;
    at = text[found] === '{' ? readMustache(found) : readTag(found);
  }
  return root;

  function readMustache(from: number): number {
    const isDouble = dialect.braces === 'double';
    if (isDouble && text[from + 1] !== '{') return from + 1;
    const close = isDouble ? text.indexOf('}}', from) : braceEnd(from);
    if (close < 0 || close >= end) return from + 1;
    add({ k: 'mustache', inner: [from + (isDouble ? 2 : 1), close] });
    return close + (isDouble ? 2 : 1);
  }

  function readTag(from: number): number {
    if (text.startsWith('<!--', from)) return after('-->', from);
    if (text[from + 1] === '!' || text[from + 1] === '?') return after('>', from);
    if (text[from + 1] === '/') {
      const name = match(TAG_NAME, from + 2);
      const index = open.findLastIndex(({ tag }) => tag === name);
      if (index >= 0) open.length = index;
      return after('>', from);
    }
    if (!/[A-Za-z]/.test(text[from + 1] ?? '')) return from + 1;
    const tag = match(TAG_NAME, from + 1);
    const { attrs, at: tagEnd, isClosed } = readAttributes(from + 1 + tag.length);
    const isRaw = !isClosed && dialect.isRaw(tag, open.length, attrs);
    const close = isRaw ? closingTag(tag, tagEnd) : tagEnd;
    const element: Element = { k: 'element', tag, attrs, children: [], raw: isRaw ? [tagEnd, close] : null, at: [from, tagEnd] };
    add(element);
    if (isRaw) return after('>', close);
    if (!isClosed && !VOID.has(tag) && open.length < DEEPEST) open.push(element);
    return tagEnd;
  }

  function closingTag(tag: string, from: number): number {
    const closing = new RegExp(`</${tag.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*>`, 'gi');
    closing.lastIndex = from;
    return Math.min(closing.exec(text)?.index ?? end, end);
  }

  function readAttributes(from: number): { readonly attrs: Attr[]; readonly at: number; readonly isClosed: boolean } {
    const attrs: Attr[] = [];
    for (let index = from; index < end; ) {
      index += match(SPACE, index).length;
      if (text[index] === '>') return { attrs, at: index + 1, isClosed: false };
      if (text.startsWith('/>', index)) return { attrs, at: index + 2, isClosed: true };
      const attr = readAttribute(index);
      if (attr) attrs.push(attr);
      index = attr ? attr.at[1] : index + 1;
    }
    return { attrs, at: end, isClosed: true };
  }

  function readAttribute(from: number): Attr | null {
    if (dialect.braces === 'single' && text[from] === '{') {
      const close = braceEnd(from);
      return close < 0 ? null : { name: '', form: 'braces', inner: [from + 1, close], at: [from, close + 1] };
    }
    const name = match(ATTR_NAME, from);
    if (name === '') return null;
    const nameEnd = from + name.length;
    const equals = nameEnd + match(SPACE, nameEnd).length;
    if (text[equals] !== '=') return { name, form: 'none', inner: [nameEnd, nameEnd], at: [from, nameEnd] };
    const value = equals + 1 + match(SPACE, equals + 1).length;
    const quote = text[value] ?? '';
    if (dialect.braces === 'single' && quote === '{') {
      const close = braceEnd(value);
      if (close >= 0) return { name, form: 'braces', inner: [value + 1, close], at: [from, close + 1] };
    }
    if (quote === '"' || quote === "'" || quote === '`') {
      const close = closingQuote(value, quote);
      return { name, form: 'text', inner: [value + 1, close], at: [from, Math.min(close + 1, end)] };
    }
    const bareEnd = value + match(BARE_VALUE, value).length;
    return { name, form: 'text', inner: [value, bareEnd], at: [from, Math.max(bareEnd, equals + 1)] };
  }

  function closingQuote(from: number, quote: string): number {
    for (let index = from + 1; index < end; index++) {
      if (text[index] === quote) return index;
      // `class="a {b ? "c" : ''}"`
      if (dialect.braces === 'single' && text[index] === '{') {
        const close = braceEnd(index);
        if (close >= 0) index = close;
      }
    }
    return end;
  }

  function after(what: string, from: number): number {
    const found = text.indexOf(what, from);
    return found < 0 ? end : found + what.length;
  }

  function match(pattern: RegExp, from: number): string {
    pattern.lastIndex = from;
    return pattern.exec(text)?.[0] ?? '';
  }
}

/** Where the brace closes that opens at an offset; -1 where none does. Strings, templates and comments hold no braces. */
function matchBrace(text: string, from: number, end: number): number {
  let depth = 0;
  for (let index = from; index < end; index++) {
    const char = text[index];
    if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return index;
    else if (char === '"' || char === "'") index = endOfString(text, index, end);
    else if (char === '`') index = endOfTemplate(text, index, end);
    else if (char === '/' && text[index + 1] === '*') index = endAt(text, '*/', index + 2, end) + 1;
    // `https://` in text between tags is no comment.
    else if (char === '/' && text[index + 1] === '/' && text[index - 1] !== ':') index = endAt(text, '\n', index, end);
  }
  return -1;
}

/** An apostrophe without its like on the same line is one of a text between tags. */
function endOfString(text: string, from: number, end: number): number {
  for (let index = from + 1; index < Math.min(end, from + LONGEST_STRING) && text[index] !== '\n'; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === text[from]) return index;
  }
  return from;
}

function endOfTemplate(text: string, from: number, end: number): number {
  for (let index = from + 1; index < end; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === '`') return index;
    else if (text[index] === '$' && text[index + 1] === '{') {
      const close = matchBrace(text, index + 1, end);
      if (close < 0) return end;
      index = close;
    }
  }
  return end;
}

function endAt(text: string, what: string, from: number, end: number): number {
  const found = text.indexOf(what, from);
  return found < 0 ? end : found;
}
