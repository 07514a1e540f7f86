/** Pages: their scripts, which share one scope, and what elements do on events. */
import { elementOf, inElement, Props } from './element.ts';
import { lowerHandler } from './embedded.ts';
import type { Stmt } from './facts.ts';
import { parseMarkup, type Node } from './markup.ts';
import { lowerModule, scriptOf, type Output } from './scripts.ts';

const RAW = new Set(['script', 'style', 'textarea', 'title']);

/** What a template engine on the server fills in is no syntax error: `{{ key }}`, `<%= key %>`, `{% if %}`, `%KEY%`. */
const PLACEHOLDER = /\{\{|\{%|<%|%\w+%|\$\{|<\?/;

export function lowerHtml(output: Output, _path: string, text: string): void {
  const nodes = parseMarkup(text, 0, text.length, { braces: 'none', isRaw: (tag) => RAW.has(tag.toLowerCase()) });
  visit(nodes);

  function visit(list: readonly Node[]): void {
    for (const node of list) {
      if (node.k !== 'element') continue;
      if (node.tag.toLowerCase() === 'script') lowerScript(node);
      else output.body.push(...lowerHandlers(node));
      visit(node.children);
    }
  }

  function lowerScript(node: Extract<Node, { k: 'element' }>): void {
    const script = scriptOf(node, text);
    if (!script) return;
    const problems = PLACEHOLDER.test(script.source.text) ? [] : output.problems;
    lowerModule({ ...output, problems }, script);
  }

  function lowerHandlers({ attrs, at }: Extract<Node, { k: 'element' }>): Stmt[] {
    const props = new Props();
    inElement(output.context, at, () => {
      for (const { name, inner, form } of attrs) if (form === 'text' && /^on[a-z]+$/i.test(name)) props.add(name, lowerHandler(output.context, text, inner, ['event']));
    });
    return elementOf(null, props, at);
  }
}
