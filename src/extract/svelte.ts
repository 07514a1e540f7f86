/** Svelte components: a function of its properties, whose body is the script of the instance and the markup. */
import { declareVariable, resolve, type Context } from './context.ts';
import { callOf, componentName } from './element.ts';
import { lowerFunctionOf, within } from './embedded.ts';
import type { Expr, Range, Stmt, TypeRef } from './facts.ts';
import { lowerBody } from './lower-statement.ts';
import { lowerType } from './lower-type.ts';
import { parseMarkup, type Element } from './markup.ts';
import { declareImports } from './module-syntax.ts';
import { lowerInline, lowerModule, note, scriptOf, type Output, type Script } from './scripts.ts';
import { lowerNodes } from './svelte-template.ts';
import ts from './typescript.ts';

export function lowerSvelte(output: Output, path: string, text: string): void {
  const { context } = output;
  context.outer = (name, at) => storeValue(context, name, at);
  const nodes = parseMarkup(text, 0, text.length, { braces: 'single', isRaw: (tag) => tag === 'script' || tag === 'style' });
  const scripts = nodes.filter((node): node is Element => node.k === 'element' && node.tag === 'script');
  const isModule = ({ attrs }: Element): boolean => attrs.some(({ name, inner }) => name === 'module' || (name === 'context' && text.slice(...inner) === 'module'));
  const instance = scripts.find((element) => !isModule(element));
  const script = instance ? scriptOf(instance, text) : null;
  if (script) {
    note(output.problems, script);
    within(context, script.source, script.shift, () => script.source.statements.forEach((statement) => declareImports(context, statement)));
  }
  // Both scripts see what either imports.
  for (const element of scripts.filter(isModule)) {
    const script = scriptOf(element, text);
    if (script) lowerModule(output, script);
  }
  const markup = nodes.filter((node) => !(node.k === 'element' && node.tag === 'script'));
  const at: Range = [0, text.length];
  let type: TypeRef | null = null;
  const component = lowerFunctionOf(context, { name: componentName(path), at, params: ['$$props'], type: () => type }, () => {
    const props = propsOf(context, at);
    const body = [...lowerHelpers(context, text, props)];
    if (script) {
      const lowered = within(context, script.source, script.shift, () => lowerInstance(context, script, props));
      type = lowered.type;
      body.push(...lowered.body);
    }
    const inline = (element: Element): Stmt[] => {
      const code = scriptOf(element, text);
      return code ? lowerInline(output, code) : [];
    };
    return [...body, ...lowerNodes({ context, text, script: inline }, markup)];
  });
  output.exports['default'] = { k: 'binding', binding: context.bindings.push({ k: 'function', name: componentName(path), fn: component.id }) - 1 };
}

/** `$store`: what the store that a name stands for holds now. */
function storeValue(context: Context, name: string, at: Range): Expr | null {
  const binding = /^\$\w/.test(name) ? resolve(context, name.slice(1)) : null;
  return binding === null ? null : { k: 'member', object: { k: 'ref', binding, at }, key: '$', at };
}

function propsOf(context: Context, at: Range): Expr {
  return { k: 'ref', binding: resolve(context, '$$props') ?? -1, at };
}

/** `$props()` gives the properties; what a dispatcher sends reaches the function that listens. */
function lowerHelpers(context: Context, text: string, props: Expr): Stmt[] {
  const { at } = props;
  const define = (name: string, value: () => Expr): Stmt[] => {
    if (!text.includes(name)) return [];
    const to = declareVariable(context, name);
    return [{ k: 'bind', targets: [{ to, path: [], fallback: null }], value: value(), type: null }];
  };
  const returning = (name: string, params: readonly string[], value: () => Expr): Expr => lowerFunctionOf(context, { name, at, params }, () => [{ k: 'return', value: value(), at }]);
  const dispatch = (): Expr =>
    returning('dispatch', ['event', 'detail'], () => {
      const [event, detail] = ['event', 'detail'].map((name): Expr => ({ k: 'ref', binding: resolve(context, name) ?? -1, at }));
      const key: Expr = { k: 'template', parts: ['on:', ...(event ? [event] : [])], at };
      return callOf({ k: 'member', object: props, key, at }, [{ k: 'object', entries: detail ? [{ key: 'detail', value: detail }] : [], call: null, at }], at);
    });
  return [
    ...define('$props', () => returning('$props', [], () => props)),
    ...(/\w\(\s*['"][\w:-]+['"]\s*,\s*['"`{]/.test(text) ? define('createEventDispatcher', () => returning('createEventDispatcher', [], dispatch)) : []),
  ];
}

/** Lowers the script of an instance. Variables that it exports are properties. */
function lowerInstance(context: Context, { source }: Script, props: Expr): { readonly body: Stmt[]; readonly type: TypeRef | null } {
  for (const statement of source.statements) declareReactive(context, statement);
  const lowered = lowerBody(context, source.statements);
  const exported = exportedVariables(context, source);
  const members: Record<string, { type: TypeRef | null; optional: boolean }> = Object.create(null) as Record<string, { type: TypeRef | null; optional: boolean }>;
  const body = lowered.map((statement): Stmt => {
    const [target] = statement.k === 'bind' ? statement.targets : [];
    const name = typeof target?.to === 'number' ? exported.get(target.to) : undefined;
    if (statement.k !== 'bind' || !target || name === undefined) return statement;
    members[name] = { type: statement.type, optional: statement.value !== null };
    return { k: 'bind', targets: [{ to: target.to, path: [name], fallback: statement.value }], value: props, type: null };
  });
  return { body, type: exported.size > 0 ? { k: 'object', members } : typeOfProps(context, source) };
}

/** `$: name = value` declares a name that nothing else does. */
function declareReactive(context: Context, node: ts.Statement): void {
  if (!ts.isLabeledStatement(node) || node.label.text !== '$' || !ts.isExpressionStatement(node.statement)) return;
  const { expression } = node.statement;
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isIdentifier(expression.left)) return;
  if (resolve(context, expression.left.text) === null) declareVariable(context, expression.left.text);
}

/** `export let name` and `export { local as name }`: bindings and the properties that they are. */
function exportedVariables(context: Context, { statements }: ts.SourceFile): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const add = (local: string, name: string): void => {
    const binding = resolve(context, local);
    if (binding !== null) found.set(binding, name);
  };
  for (const node of statements) {
    if (ts.isVariableStatement(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) && !(node.declarationList.flags & ts.NodeFlags.Const))
      for (const { name } of node.declarationList.declarations) if (ts.isIdentifier(name)) add(name.text, name.text);
    if (ts.isExportDeclaration(node) && !node.moduleSpecifier && node.exportClause && ts.isNamedExports(node.exportClause))
      for (const { name, propertyName } of node.exportClause.elements) add((propertyName ?? name).text, name.text);
  }
  return found;
}

/** `let { event }: Props = $props()` */
function typeOfProps(context: Context, { statements }: ts.SourceFile): TypeRef | null {
  for (const node of statements) {
    if (!ts.isVariableStatement(node)) continue;
    for (const { initializer, type } of node.declarationList.declarations) {
      if (!initializer || !ts.isCallExpression(initializer) || !ts.isIdentifier(initializer.expression) || initializer.expression.text !== '$props') continue;
      return lowerType(context, type ?? initializer.typeArguments?.[0]);
    }
  }
  return null;
}
