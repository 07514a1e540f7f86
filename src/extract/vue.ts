/** Vue components: a function of its properties, whose body is the setup and the template. */
import { declareVariable, inScope, resolve, type Context } from './context.ts';
import { callOf, componentName, memberOf, unknownPart } from './element.ts';
import { lowerFunctionOf, within } from './embedded.ts';
import type { Expr, Range, Stmt, TypeRef } from './facts.ts';
import { lowerBody } from './lower-statement.ts';
import { lowerType } from './lower-type.ts';
import { parseMarkup, type Element } from './markup.ts';
import { declareImports } from './module-syntax.ts';
import { lowerModule, note, scriptOf, type Output, type Script } from './scripts.ts';
import ts from './typescript.ts';
import { lowerOptions, optionsIn } from './vue-options.ts';
import { camelCase, lowerTemplate, pascalCase, type Template } from './vue-template.ts';

export function lowerVue(output: Output, path: string, text: string): void {
  const nodes = parseMarkup(text, 0, text.length, { braces: 'double', isRaw: (tag, depth, attrs) => (depth === 0 ? tag !== 'template' || attrs.some(({ name }) => name === 'lang') : tag === 'script' || tag === 'style') });
  const elements = nodes.filter((node): node is Element => node.k === 'element');
  const scripts = elements.filter(({ tag }) => tag === 'script');
  const isSetup = ({ attrs }: Element): boolean => attrs.some(({ name }) => name === 'setup');
  const plain = scriptIn(scripts.find((one) => !isSetup(one)), text);
  const setup = scriptIn(scripts.find(isSetup), text);
  const template = elements.filter(({ tag }) => tag === 'template').flatMap(({ children }) => children);

  const found = plain ? optionsIn(plain.source) : null;
  if (setup) {
    note(output.problems, setup);
    within(output.context, setup.source, setup.shift, () => setup.source.statements.forEach((statement) => declareImports(output.context, statement)));
  }
  // Both scripts see what either imports.
  if (plain) lowerModule(output, plain, plain.source.statements.filter((statement) => statement !== found?.statement));
  const external = scripts.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'src'))[0];
  if (external && !setup && !found) {
    output.stars.push(text.slice(...external.inner));
    output.exports['default'] = { k: 'from', specifier: text.slice(...external.inner), name: 'default' };
    return;
  }
  if (!setup && !found && output.exports['default']) return;
  const { context } = output;
  const at: Range = [0, text.length];
  const name = componentName(path);
  let type: TypeRef | null = null;
  const component = lowerFunctionOf(context, { name, at, params: ['$$props'], type: () => type }, () => {
    const props: Expr = { k: 'ref', binding: resolve(context, '$$props') ?? -1, at };
    const helpers = lowerHelpers(context, text, props);
    if (!setup && plain && found) return [...helpers, ...lowerOptions({ context, text, script: plain, options: found.options, props, template })];
    if (!setup) return [...helpers, ...lowerTemplate(setupTemplate(context, text), template)];
    const body = within(context, setup.source, setup.shift, () => lowerBody(context, setup.source.statements));
    const declared = within(context, setup.source, setup.shift, () => propsDeclared(context, setup.source));
    type = declared.type;
    const markup = inTemplate(context, props, declared.names, () => inScope(context, () => [...unwrapped(context, setup.source), ...lowerTemplate(setupTemplate(context, text), template)]));
    return [...helpers, ...body, ...markup];
  });
  output.exports['default'] = { k: 'binding', binding: context.bindings.push({ k: 'function', name, fn: component.id }) - 1 };
}

function scriptIn(element: Element | undefined, text: string): Script | null {
  return element ? scriptOf(element, text) : null;
}

/** Components and directives are what the script's names say. */
function setupTemplate(context: Context, text: string): Template {
  const named = (names: readonly string[], at: Range): Expr | null => {
    const binding = names.map((name) => resolve(context, name)).find((one) => one !== null);
    return binding === undefined ? null : { k: 'ref', binding, at };
  };
  return {
    context, text,
    component(tag, at) {
      const [first = '', ...keys] = tag.split('.');
      const found = named(/^[a-z]+$/.test(first) && keys.length === 0 ? [] : [first, pascalCase(first), camelCase(first)], at);
      return found && keys.reduce((object: Expr, key) => memberOf(object, key), found);
    },
    directive: (name, at) => named([camelCase(`v-${name}`)], at),
  };
}

const REFS = new Set(['ref', 'shallowRef', 'computed']);

/** A template sees a ref's value under the ref's name. */
function unwrapped(context: Context, { statements }: ts.SourceFile): Stmt[] {
  const declarations = statements.flatMap((node) => (ts.isVariableStatement(node) ? [...node.declarationList.declarations] : []));
  return declarations.flatMap(({ name, initializer }): Stmt[] => {
    const isRef = initializer && ts.isCallExpression(initializer) && ts.isIdentifier(initializer.expression) && REFS.has(initializer.expression.text);
    const binding = isRef && ts.isIdentifier(name) ? resolve(context, name.text) : null;
    if (!isRef || !ts.isIdentifier(name) || binding === null) return [];
    const value = memberOf({ k: 'ref', binding, at: [0, 0] }, 'value');
    return [{ k: 'bind', targets: [{ to: declareVariable(context, name.text), path: [], fallback: null }], value, type: null }];
  });
}

/** Names that a template may use of those that the page has. */
const ALLOWED = new Set(['Array', 'BigInt', 'Boolean', 'Date', 'Infinity', 'Intl', 'JSON', 'Map', 'Math', 'NaN', 'Number', 'Object', 'RegExp', 'Set', 'String', 'console', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'undefined']);

export function isAllowed(name: string): boolean {
  return ALLOWED.has(name);
}

/** Names that the script does not bind are properties, or what a plugin gives to every component. */
function inTemplate(context: Context, props: Expr, names: ReadonlySet<string> | null, run: () => Stmt[]): Stmt[] {
  context.outer = (name, at) => {
    if (isAllowed(name)) return null;
    if (name.startsWith('$')) return given(name, at);
    return names?.has(name) ? memberOf(props, name, at) : null;
  };
  try {
    return run();
  } finally {
    context.outer = null;
  }
}

/** What a plugin gives to every component under a name. */
export function given(name: string, at: Range): Expr {
  return memberOf(unknownPart('the application', at), name);
}

/** What the application provides under a name, to be asked for as by `inject(name)`. */
export function injected(name: string, at: Range): Expr {
  return callOf({ k: 'global', name: 'inject', at }, [{ k: 'literal', value: name, at }], at);
}

/** Only what is emitted with a text can name an event: `emit('track', 'opened')`. Else what listens runs by itself. */
const SAYS_TEXT = /\bemit\(\s*['"][\w:-]+['"]\s*,\s*['"`{]/;

/** `defineProps()` gives the properties; what is emitted reaches the function that listens. */
function lowerHelpers(context: Context, text: string, props: Expr): Stmt[] {
  const { at } = props;
  const define = (name: string, when: RegExp, value: () => Expr): Stmt[] => {
    if (!when.test(text)) return [];
    const to = declareVariable(context, name);
    return [{ k: 'bind', targets: [{ to, path: [], fallback: null }], value: value(), type: null }];
  };
  const returning = (name: string, params: readonly string[], value: () => Expr): Expr => lowerFunctionOf(context, { name, at, params }, () => [{ k: 'return', value: value(), at }]);
  const variable = (name: string): Expr => ({ k: 'ref', binding: resolve(context, name) ?? -1, at });
  const emit = (): Expr =>
    returning('emit', ['event', 'value'], () => {
      const key: Expr = { k: 'template', parts: ['@', variable('event')], at };
      return callOf({ k: 'member', object: props, key, at }, [variable('value')], at);
    });
  return [
    ...define('$props', /\$props\b/, () => props),
    ...define('$emit', SAYS_TEXT, emit),
    ...define('defineProps', /\bdefineProps\b/, () => returning('defineProps', [], () => props)),
    ...define('withDefaults', /\bwithDefaults\b/, () => returning('withDefaults', ['given'], () => variable('given'))),
    ...(SAYS_TEXT.test(text) ? define('defineEmits', /\bdefineEmits\b/, () => returning('defineEmits', [], () => variable('$emit'))) : []),
  ];
}

/** The properties that `defineProps` declares, as far as it spells them; null where it names a type. */
function propsDeclared(context: Context, { statements }: ts.SourceFile): { readonly names: ReadonlySet<string> | null; readonly type: TypeRef | null } {
  for (const call of statements.flatMap(callsOf)) {
    const type = lowerType(context, call.typeArguments?.[0]);
    const [first] = call.arguments;
    const names = type ? namesOfType(context, type) : first ? namesOfValue(first) : [];
    return { names: new Set(names), type };
  }
  return { names: null, type: null };
}

/** The call of `defineProps` in a statement, alone or within `withDefaults`. */
function callsOf(node: ts.Statement): ts.CallExpression[] {
  const values = ts.isVariableStatement(node) ? node.declarationList.declarations.map(({ initializer }) => initializer) : ts.isExpressionStatement(node) ? [node.expression] : [];
  return values.flatMap((value) => {
    const call = value && ts.isCallExpression(value) && ts.isIdentifier(value.expression) && value.expression.text === 'withDefaults' ? value.arguments[0] : value;
    return call && ts.isCallExpression(call) && ts.isIdentifier(call.expression) && call.expression.text === 'defineProps' ? [call] : [];
  });
}

function namesOfType(context: Context, type: TypeRef): string[] {
  if (type.k === 'object') return Object.keys(type.members);
  if (type.k === 'intersection') return type.of.flatMap((one) => namesOfType(context, one));
  const binding = type.k === 'name' && type.binding !== null ? context.bindings[type.binding] : undefined;
  return binding?.k === 'type' ? namesOfType(context, binding.type) : [];
}

/** `{ event: String }` or `['event']` */
export function namesOfValue(node: ts.Expression): string[] {
  if (ts.isArrayLiteralExpression(node)) return node.elements.filter(ts.isStringLiteralLike).map(({ text }) => text);
  if (!ts.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap(({ name }) => (name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? [name.text] : []));
}

