/** Astro components: a function whose body is the frontmatter and the markup, which holds expressions with elements in them. */
import { declareVariable, resolve } from './context.ts';
import { componentName, elementOf, evaluated, inElement, memberOf, Props, unknownPart } from './element.ts';
import { lowerFunctionOf, lowerHandler, lowerPart, parseCode, within } from './embedded.ts';
import type { Expr, Range, Stmt } from './facts.ts';
import { lowerBody } from './lower-statement.ts';
import { parseMarkup, type Attr, type Element, type Node } from './markup.ts';
import { declareImports } from './module-syntax.ts';
import { lowerInline, note, scriptOf, type Output, type Script } from './scripts.ts';

const FRONTMATTER = /^\s*---([\s\S]*?)\n\s*---/;

export function lowerAstro(output: Output, path: string, text: string): void {
  const { context } = output;
  const [whole, code = ''] = FRONTMATTER.exec(text) ?? [''];
  const script: Script = { source: parseCode(code), shift: text.indexOf('---') + 3 };
  if (whole !== '') note(output.problems, script);
  const nodes = parseMarkup(text, whole.length, text.length, { braces: 'single', isRaw: (tag) => tag === 'script' || tag === 'style' });
  within(context, script.source, script.shift, () => script.source.statements.forEach((statement) => declareImports(context, statement)));
  const at: Range = [0, text.length];
  const name = componentName(path);
  const component = lowerFunctionOf(context, { name, at, params: ['$$props'] }, () => {
    const props: Expr = { k: 'ref', binding: resolve(context, '$$props') ?? -1, at };
    const to = declareVariable(context, 'Astro');
    const astro: Expr = { k: 'object', entries: [{ spread: unknownPart('Astro', at) }, { key: 'props', value: props }], call: null, at };
    const body = within(context, script.source, script.shift, () => lowerBody(context, script.source.statements));
    return [{ k: 'bind', targets: [{ to, path: [], fallback: null }], value: astro, type: null }, ...body, ...lowerNodes(nodes)];
  });
  output.exports['default'] = { k: 'binding', binding: context.bindings.push({ k: 'function', name, fn: component.id }) - 1 };

  function lowerNodes(list: readonly Node[]): Stmt[] {
    return list.flatMap((node): Stmt[] => {
      if (node.k === 'element') return lowerElement(node);
      return evaluated(lowerPart(context, text, node.inner, true));
    });
  }

  function lowerElement(element: Element): Stmt[] {
    if (element.tag === 'script') {
      const inline = scriptOf(element, text);
      return inline ? lowerInline(output, inline) : [];
    }
    const props = new Props();
    inElement(context, element.at, () => element.attrs.forEach((attr) => addProp(props, attr)));
    return [...elementOf(tagOf(element), props, element.at), ...lowerNodes(element.children)];
  }

  function tagOf({ tag, at: [start] }: Element): Expr | null {
    if (!/^[A-Z]|\./.test(tag)) return null;
    const [first = '', ...keys] = tag.split('.');
    const binding = resolve(context, first);
    const place: Range = [start + 1, start + 1 + tag.length];
    return binding === null ? null : keys.reduce((object: Expr, key) => memberOf(object, key, place), { k: 'ref', binding, at: place });
  }

  function addProp(props: Props, { name: key, form, inner, at: place }: Attr): void {
    if (key === '') {
      const dots = /^\s*\.\.\./.exec(text.slice(...inner))?.[0];
      if (dots === undefined) props.add(text.slice(...inner).trim(), lowerPart(context, text, inner, true));
      else props.spread(lowerPart(context, text, [inner[0] + dots.length, inner[1]], true));
    } else if (form === 'braces') props.add(key, lowerPart(context, text, inner, true));
    else if (/^on[a-z]+$/.test(key) && form === 'text') props.add(key, lowerHandler(context, text, inner, ['event']));
    else if (form === 'text' && text[inner[0] - 1] === '`') props.add(key, lowerPart(context, text, [inner[0] - 1, inner[1] + 1], true));
    else props.add(key, form === 'none' ? { k: 'literal', value: true, at: place } : { k: 'literal', value: text.slice(...inner), at: inner });
  }
}
