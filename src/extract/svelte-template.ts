/** A Svelte component's markup, lowered in the scope of its script. */
import { declareVariable, inScope, noteAssignment, resolve, type Context } from './context.ts';
import { branch, callOf, elementOf, evaluated, forEach, inElement, Props, unknownPart } from './element.ts';
import { bindUnknown, lowerFunctionOf, lowerPart, lowerPatternPart } from './embedded.ts';
import type { Expr, Range, Stmt } from './facts.ts';
import { parseMarkup, type Attr, type Element, type Node } from './markup.ts';

export interface Markup {
  readonly context: Context;
  readonly text: string;
  /** What a script within the markup does. */
  script(element: Element): Stmt[];
}

export function lowerNodes(markup: Markup, nodes: readonly Node[]): Stmt[] {
  return lowerUntil(markup, nodes.toReversed(), () => false);
}

/** Lowers nodes off a list, whose last is the next, up to one that ends the block around. */
function lowerUntil(markup: Markup, nodes: Node[], ends: (head: string) => boolean): Stmt[] {
  const statements: Stmt[] = [];
  for (let node = nodes.at(-1); node; node = nodes.at(-1)) {
    if (node.k === 'element') {
      nodes.pop();
      statements.push(...lowerElement(markup, node));
      continue;
    }
    const head = headOf(markup, node.inner);
    if (ends(head)) return statements;
    nodes.pop();
    statements.push(...lowerBraces(markup, node.inner, head, nodes));
  }
  return statements;
}

/** `#if`, `:else`, `/each`, `@const`; empty for an expression. */
function headOf({ text }: Markup, [start, end]: Range): string {
  return /^\s*([#:/@][a-z]+)/.exec(text.slice(start, Math.min(end, start + 40)))?.[1] ?? '';
}

function lowerBraces(markup: Markup, inner: Range, head: string, nodes: Node[]): Stmt[] {
  const { context, text } = markup;
  const rest = afterHead(text, inner, head);
  switch (head) {
    case '#if':
      return lowerIf(markup, rest, nodes);
    case '#each':
      return lowerEach(markup, rest, nodes);
    case '#await':
      return lowerAwait(markup, rest, nodes);
    case '#key':
      return [...evaluated(lowerPart(context, text, rest)), ...lowerBlock(markup, nodes, '/key')];
    case '#snippet':
      return lowerSnippet(markup, rest, nodes);
    case '@const':
      return lowerConst(markup, rest);
    case '':
    case '@html':
    case '@render':
    case '@attach':
      return evaluated(lowerPart(context, text, rest));
    default:
      return [];
  }
}

function afterHead(text: string, [start, end]: Range, head: string): Range {
  return [head === '' ? start : text.indexOf(head, start) + head.length, end];
}

/** Lowers up to the end of a block and takes the end off the list. */
function lowerBlock(markup: Markup, nodes: Node[], end: string): Stmt[] {
  const body = inScope(markup.context, () => lowerUntil(markup, nodes, (head) => head === end));
  nodes.pop();
  return body;
}

function lowerIf(markup: Markup, condition: Range, nodes: Node[]): Stmt[] {
  const { context, text } = markup;
  const test = lowerPart(context, text, condition) ?? unknownPart('condition', condition);
  const then = inScope(context, () => lowerUntil(markup, nodes, (head) => head === ':else' || head === '/if'));
  const end = nodes.pop();
  const inner = end?.k === 'mustache' ? end.inner : null;
  if (!inner || headOf(markup, inner) === '/if') return branch(test, then, [], condition);
  const rest = afterHead(text, inner, ':else');
  const again = /^\s*if\b/.exec(text.slice(...rest))?.[0];
  const otherwise = again === undefined ? lowerBlock(markup, nodes, '/if') : lowerIf(markup, [rest[0] + again.length, rest[1]], nodes);
  return branch(test, then, otherwise, condition);
}

/** `items as item, index (key)` */
function lowerEach(markup: Markup, range: Range, nodes: Node[]): Stmt[] {
  const { context, text } = markup;
  const parts = /^([\s\S]*?)\s+as\s+([\s\S]*?)(\s*\([\s\S]*\)\s*)?$/.exec(text.slice(...range));
  const [, list = '', pattern = ''] = parts ?? [];
  const over: Range = parts ? [range[0], range[0] + list.length] : range;
  const start = parts ? text.indexOf(pattern, over[1] + 3) : range[1];
  const items = lowerPart(context, text, over) ?? unknownPart('list', over);
  const body = lowerFunctionOf(context, { name: '', at: range, params: { text, range: [start, start + pattern.length] } }, () =>
    lowerUntil(markup, nodes, (head) => head === '/each' || head === ':else'),
  );
  const end = nodes.pop();
  const otherwise = end?.k === 'mustache' && headOf(markup, end.inner) === ':else' ? lowerBlock(markup, nodes, '/each') : [];
  return [...forEach(context, items, body), ...otherwise];
}

/** `promise`, `promise then value`, and the parts that follow. */
function lowerAwait(markup: Markup, range: Range, nodes: Node[]): Stmt[] {
  const { context, text } = markup;
  const parts = /^([\s\S]*?)\s+(?:then|catch)\b([\s\S]*)$/.exec(text.slice(...range));
  const promise: Range = parts ? [range[0], range[0] + (parts[1]?.length ?? 0)] : range;
  const value = lowerPart(context, text, promise) ?? unknownPart('promise', promise);
  const statements: Stmt[] = [{ k: 'do', value }];
  let bound: Range | null = parts ? [range[1] - (parts[2]?.length ?? 0), range[1]] : null;
  for (;;) {
    const names = bound;
    const section = inScope(context, (): Stmt[] => {
      return [...(names ? bindUnknown(context, text, names) : []), ...lowerUntil(markup, nodes, (head) => [':then', ':catch', '/await'].includes(head))];
    });
    statements.push({ k: 'block', body: section });
    const end = nodes.pop();
    if (end?.k !== 'mustache') return statements;
    const head = headOf(markup, end.inner);
    if (head === '/await') return statements;
    bound = afterHead(text, end.inner, head);
  }
}

/** A snippet is a function of the component, which its own markup and others may render. */
function lowerSnippet(markup: Markup, range: Range, nodes: Node[]): Stmt[] {
  const found = snippetIn(markup, range);
  if (!found) return lowerBlock(markup, nodes, '/snippet');
  const to = declareVariable(markup.context, found.name);
  const value = lowerSnippetBody(markup, found, range, nodes);
  return [{ k: 'bind', targets: [{ to, path: [], fallback: null }], value, type: null }];
}

function snippetIn({ text }: Markup, range: Range): { readonly name: string; readonly params: Range } | null {
  const parts = /^(\s*)([\w$]+)\s*\(([\s\S]*)\)\s*$/.exec(text.slice(...range));
  const [, space = '', name = '', params = ''] = parts ?? [];
  const start = text.indexOf('(', range[0] + space.length + name.length) + 1;
  return parts ? { name, params: [start, start + params.length] } : null;
}

function lowerSnippetBody(markup: Markup, { name, params }: { readonly name: string; readonly params: Range }, at: Range, nodes: Node[]): Expr {
  const body = lowerFunctionOf(markup.context, { name, at, params: { text: markup.text, range: params } }, () => lowerUntil(markup, nodes, (head) => head === '/snippet'));
  nodes.pop();
  return body;
}

function lowerConst({ context, text }: Markup, range: Range): Stmt[] {
  const [whole, pattern = ''] = /^\s*([^=]+?)\s*=(?!=)/.exec(text.slice(...range)) ?? [''];
  const value = whole === '' ? null : lowerPart(context, text, [range[0] + whole.length, range[1]]);
  const start = text.indexOf(pattern, range[0]);
  return value ? [{ k: 'bind', targets: lowerPatternPart(context, text, [start, start + pattern.length]), value, type: null }] : [];
}

function lowerElement(markup: Markup, element: Element): Stmt[] {
  const { context } = markup;
  if (element.tag === 'script') return markup.script(element);
  if (element.raw) return [];
  return inScope(context, () => {
    const props = new Props();
    const { before, snippets, rest } = inElement(context, element.at, () => {
      const actions = element.attrs.flatMap((attr) => lowerAttribute(markup, element, attr, props));
      return { before: actions, ...takeSnippets(markup, element) };
    });
    for (const [name, value] of snippets) props.add(name, value);
    return [...elementOf(tagOf(markup, element), props, element.at), ...before, ...lowerNodes(markup, rest)];
  });
}

/** Snippets within a component are properties of it. */
function takeSnippets(markup: Markup, element: Element): { readonly snippets: (readonly [string, Expr])[]; readonly rest: readonly Node[] } {
  const snippets: (readonly [string, Expr])[] = [];
  if (!isComponent(element.tag)) return { snippets, rest: element.children };
  const nodes = element.children.toReversed();
  const rest: Node[] = [];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const found = node.k === 'mustache' && headOf(markup, node.inner) === '#snippet' ? snippetIn(markup, afterHead(markup.text, node.inner, '#snippet')) : null;
    if (found && node.k === 'mustache') snippets.push([found.name, lowerSnippetBody(markup, found, node.inner, nodes)]);
    else rest.push(node);
  }
  return { snippets, rest };
}

function isComponent(tag: string): boolean {
  return /^[A-Z]|\./.test(tag) || tag === 'svelte:component' || tag === 'svelte:self';
}

function tagOf({ context, text }: Markup, { tag, attrs, at }: Element): Expr | null {
  if (tag === 'svelte:component') {
    const given = attrs.find(({ name }) => name === 'this');
    return given ? lowerPart(context, text, given.inner) : null;
  }
  if (!isComponent(tag) || resolve(context, tag.split('.')[0] ?? '') === null) return null;
  return lowerPart(context, text, [at[0] + 1, at[0] + 1 + tag.length]);
}

/** Adds a property; what an attribute does beside that is returned. */
function lowerAttribute(markup: Markup, element: Element, attr: Attr, props: Props): Stmt[] {
  const { context, text } = markup;
  const { name, inner } = attr;
  if (name === '') {
    const code = text.slice(...inner);
    const dots = /^\s*\.\.\./.exec(code)?.[0];
    if (dots !== undefined) props.spread(lowerPart(context, text, [inner[0] + dots.length, inner[1]]));
    else if (code.trimStart().startsWith('@')) return evaluated(lowerPart(context, text, afterHead(text, inner, headOf(markup, inner))));
    else props.add(code.trim(), lowerPart(context, text, inner));
    return [];
  }
  const [directive = '', subject = ''] = name.includes(':') ? name.split(/[:|]/) : [];
  if (directive === 'let') return bindUnknown(context, text, attr.form === 'none' ? [attr.at[0] + 'let:'.length, attr.at[1]] : inner);
  if (directive === 'use') return lowerAction(markup, attr, subject);
  if (directive === 'bind') lowerBinding(markup, attr, subject, props);
  else if (directive === 'on') props.add(`on:${subject}`, lowerPart(context, text, inner));
  else if (name !== 'this' || element.tag !== 'svelte:component') props.add(name, valueOf(markup, attr));
  return [];
}

/** `bind:value={x}` hands a value on, and what is handed back may be any. */
function lowerBinding({ context, text }: Markup, { at, form, inner }: Attr, subject: string, props: Props): void {
  const range: Range = form === 'none' ? [at[0] + 'bind:'.length, at[1]] : inner;
  const value = lowerPart(context, text, range);
  if (subject !== 'this') props.add(subject, value);
  if (value?.k !== 'ref') return;
  const { binding } = value;
  const assign = lowerFunctionOf(context, { name: '', at: range, params: [] }, () => {
    noteAssignment(context, binding);
    return [{ k: 'do', value: { k: 'assign', targets: [{ to: binding, path: [], fallback: null }], value: unknownPart('a bound value', range), at: range } }];
  });
  props.add(`bind:${subject}`, assign);
}

/** `use:track={'opened'}` calls the action with the element. */
function lowerAction({ context, text }: Markup, attr: Attr, name: string): Stmt[] {
  const start = attr.at[0] + 'use:'.length;
  if (resolve(context, name.split('.')[0] ?? '') === null) return [];
  const action = lowerPart(context, text, [start, start + name.length]);
  const given = attr.form === 'none' ? null : lowerPart(context, text, attr.inner);
  return action ? [{ k: 'do', value: callOf(action, [unknownPart('element', attr.at), ...(given ? [given] : [])], attr.at) }] : [];
}

/** `"text {expression} text"` is a template. */
function valueOf({ context, text }: Markup, { form, inner, at }: Attr): Expr | null {
  if (form === 'none') return { k: 'literal', value: true, at };
  if (form === 'braces') return lowerPart(context, text, inner);
  const holes = parseMarkup(text, inner[0], inner[1], { braces: 'single', isRaw: () => false }).filter((node) => node.k === 'mustache');
  if (holes.length === 0) return { k: 'literal', value: text.slice(...inner), at: inner };
  const parts: (string | Expr)[] = [];
  let from = inner[0];
  for (const hole of holes) {
    parts.push(text.slice(from, hole.inner[0] - 1), lowerPart(context, text, hole.inner) ?? unknownPart('expression', hole.inner));
    from = hole.inner[1] + 1;
  }
  parts.push(text.slice(from, inner[1]));
  const filled = parts.filter((part) => part !== '');
  const [only] = filled;
  return filled.length === 1 && typeof only === 'object' ? only : { k: 'template', parts: filled, at: inner };
}
