/** A Vue component's template, lowered in the scope that it sees. */
import { inScope, type Context } from './context.ts';
import { branch, callOf, elementOf, evaluated, forEach, inElement, memberOf, Props, unknownPart } from './element.ts';
import { bindUnknown, lowerFunctionOf, lowerHandler, lowerPart } from './embedded.ts';
import type { Expr, Range, Stmt } from './facts.ts';
import type { Attr, Element, Node } from './markup.ts';

export interface Template {
  readonly context: Context;
  readonly text: string;
  /** The component that a tag names, null for an element of the browser or one that is not known. */
  component(tag: string, at: Range): Expr | null;
  /** A directive of the component's own: `v-track`. */
  directive(name: string, at: Range): Expr | null;
}

export function lowerTemplate(template: Template, nodes: readonly Node[]): Stmt[] {
  const list = nodes.toReversed();
  const statements: Stmt[] = [];
  for (let node = list.pop(); node; node = list.pop()) {
    if (node.k === 'element') statements.push(...lowerChain(template, node, list));
    else statements.push(...evaluated(lowerPart(template.context, template.text, filterless(template.text, node.inner))));
  }
  return statements;
}

/** An element with `v-if`, and the alternatives that follow it, the next of which is last in the list. */
function lowerChain(template: Template, element: Element, following: Node[]): Stmt[] {
  const condition = attrOf(element, 'v-if') ?? attrOf(element, 'v-else-if');
  if (!condition) return lowerRepeated(template, element);
  const test = lowerPart(template.context, template.text, condition.inner) ?? unknownPart('condition', condition.at);
  const then = inScope(template.context, () => lowerRepeated(template, element));
  const next = following.at(-1);
  const isElse = next?.k === 'element' && (attrOf(next, 'v-else') ?? attrOf(next, 'v-else-if')) !== undefined;
  if (isElse) following.pop();
  return branch(test, then, isElse ? inScope(template.context, () => lowerChain(template, next, following)) : [], condition.at);
}

/** `v-for="(item, index) in items"` */
function lowerRepeated(template: Template, element: Element): Stmt[] {
  const { context, text } = template;
  const attr = attrOf(element, 'v-for');
  const parts = attr && /^(\s*\(?)([\s\S]*?)(\)?\s+(?:in|of)\s+)([\s\S]*)$/.exec(text.slice(...attr.inner));
  if (!attr || !parts) return lowerElement(template, element);
  const [, before = '', pattern = '', between = ''] = parts;
  const start = attr.inner[0] + before.length;
  const list: Range = [start + pattern.length + between.length, attr.inner[1]];
  const items = lowerPart(context, text, list) ?? unknownPart('list', list);
  return forEach(context, items, lowerFunctionOf(context, { name: '', at: attr.inner, params: { text, range: [start, start + pattern.length] } }, () => lowerElement(template, element)));
}

function lowerElement(template: Template, element: Element): Stmt[] {
  const { context } = template;
  if (element.raw) return [];
  return inScope(context, () => {
    const props = new Props();
    const others = inElement(context, element.at, () => element.attrs.flatMap((attr) => lowerAttribute(template, attr, props)));
    return [...elementOf(tagOf(template, element), props, element.at), ...others, ...lowerTemplate(template, element.children)];
  });
}

function tagOf(template: Template, { tag, attrs, at }: Element): Expr | null {
  if (tag === 'template' || tag === 'slot') return null;
  if (tag !== 'component') return template.component(tag, [at[0] + 1, at[0] + 1 + tag.length]);
  const is = attrs.find(({ name }) => name === ':is' || name === 'v-bind:is');
  return is ? lowerPart(template.context, template.text, is.inner) : null;
}

/** Directives that say how an element is rendered, and hand it nothing. */
const STRUCTURAL = new Set(['v-if', 'v-else-if', 'v-else', 'v-for', 'v-once', 'v-pre', 'v-cloak', 'v-memo']);

/** Adds a property; what an attribute does beside that is returned. */
function lowerAttribute(template: Template, attr: Attr, props: Props): Stmt[] {
  const { context, text } = template;
  const { name, inner, form } = attr;
  if (STRUCTURAL.has(name)) return [];
  const slot = /^(?:#|v-slot(?::|$)|slot-scope$)/.test(name);
  if (slot) return form === 'none' ? [] : bindUnknown(context, text, inner);
  const event = /^(?:@|v-on:)([^.]+)/.exec(name)?.[1];
  if (event !== undefined) {
    props.add(`@${camelCase(event)}`, lowerHandler(context, text, inner, ['$event']));
    return [];
  }
  const bound = /^(?::|v-bind:)([^.]+)/.exec(name)?.[1];
  if (bound !== undefined) {
    const start = attr.at[0] + name.indexOf(bound);
    props.add(camelCase(bound), lowerPart(context, text, form === 'none' ? [start, start + bound.length] : inner));
    return [];
  }
  if (!name.startsWith('v-')) {
    props.add(camelCase(name), { k: 'literal', value: form === 'none' ? true : text.slice(...inner), at: form === 'none' ? attr.at : inner });
    return [];
  }
  const value = form === 'none' ? null : lowerPart(context, text, inner);
  if (name === 'v-bind' || name === 'v-on') props.spread(value);
  else if (/^v-model\b/.test(name)) props.add(camelCase(/:([^.]+)/.exec(name)?.[1] ?? 'modelValue'), value);
  else return lowerDirective(template, attr, value);
  return [];
}

/** `v-track:click.once="{ … }"`: the directive is called with the element and what is bound. */
function lowerDirective(template: Template, { name, at }: Attr, value: Expr | null): Stmt[] {
  const [, directiveName = '', argument] = /^v-([^:.]+)(?::([^.]+))?/.exec(name) ?? [];
  const directive = template.directive(directiveName, at);
  if (!directive) return evaluated(value);
  const given: Expr = {
    k: 'object', call: at, at,
    entries: [...(value ? [{ key: 'value', value }] : []), { key: 'arg', value: { k: 'literal', value: argument, at } }],
  };
  const args = [unknownPart('element', at), given];
  return [directive, ...['mounted', 'created', 'bind', 'inserted'].map((hook) => memberOf(directive, hook))].map((callee) => ({ k: 'do', value: callOf(callee, args, at) }));
}

function attrOf({ attrs }: Element, name: string): Attr | undefined {
  return attrs.find((attr) => attr.name === name);
}

/** `{{ value | filter }}` of Vue 2: the value. */
function filterless(text: string, [start, end]: Range): Range {
  const pipe = /[^|]\|(?!\|)/.exec(text.slice(start, end));
  return pipe ? [start, start + pipe.index + 1] : [start, end];
}

export function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export function pascalCase(name: string): string {
  const camel = camelCase(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

