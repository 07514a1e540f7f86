/**
 * A Vue component written as an object of options. Its instance, `this`, is lowered as one of a class: properties, data
 * and methods are its fields, computed values its getters, hooks its methods, which the component's function calls.
 */
import { declareVariable, rangeOf, resolve, type Context } from './context.ts';
import { callOf, memberOf, unknownPart } from './element.ts';
import { within } from './embedded.ts';
import type { ClassFacts, Expr, Range, Stmt } from './facts.ts';
import { lower } from './lower-expression.ts';
import type { Node } from './markup.ts';
import { functionOf, isFunctionLike, mayChange, nameOf, objectIn, optionOf, returnedBy } from './options-object.ts';
import type { Script } from './scripts.ts';
import ts from './typescript.ts';
import { given, injected, isAllowed, namesOfValue } from './vue.ts';
import { settleAssignments } from './vue-assignments.ts';
import { camelCase, lowerTemplate, pascalCase } from './vue-template.ts';

interface Component {
  readonly context: Context;
  readonly text: string;
  readonly script: Script;
  readonly options: ts.ObjectLiteralExpression;
  readonly props: Expr;
  readonly template: readonly Node[];
}

/** The options that a script exports, alone or given to a function: `defineComponent({ … })`. */
export function optionsIn({ statements }: ts.SourceFile): { readonly statement: ts.Statement; readonly options: ts.ObjectLiteralExpression } | null {
  for (const statement of statements) {
    if (!ts.isExportAssignment(statement) || statement.isExportEquals) continue;
    const options = objectIn(statement.expression);
    if (options) return { statement, options };
  }
  return null;
}

const HOOKS = [
  'beforeCreate', 'created', 'beforeMount', 'mounted', 'activated', 'beforeUpdate', 'updated', 'deactivated',
  'beforeUnmount', 'beforeDestroy', 'unmounted', 'destroyed',
];
/** Options that are read in their own way, or hold nothing that runs. */
const SPECIAL = new Set([...HOOKS, 'props', 'data', 'setup', 'computed', 'methods', 'watch', 'inject', 'mixins', 'extends', 'components', 'directives', 'name', 'emits']);

type Field = ClassFacts['fields'][number];
type Method = ClassFacts['methods'][number];

/** The statements of the component's function. */
export function lowerOptions(component: Component): Stmt[] {
  const { context, text, script, options, template } = component;
  const at = range(component, options);
  const before = context.functions.length;
  const { fields, methods, components } = within(context, script.source, script.shift, () => ({ ...lowerMembers(component, at), components: namedIn(component, 'components') }));
  const cls = context.classes.push({ name: '', extends: null, implements: [], constructorFn: null, fields, methods, assigned: {}, parent: context.fn, at }) - 1;
  settleAssignments(context, before);
  const to = declareVariable(context, '$$this');
  const self: Expr = { k: 'ref', binding: to, at };
  const value: Expr = { k: 'call', callee: { k: 'class', id: cls, at }, args: [], isNew: true, typeArg: null, at };
  const hooks = methods.filter(({ kind }) => kind === 'method').map(({ name }): Stmt => ({ k: 'do', value: callOf(memberOf(self, name), [], at) }));
  return [{ k: 'bind', targets: [{ to, path: [], fallback: null }], value, type: null }, ...hooks, ...lowerMarkup(context, text, self, template, components)];
}

function range({ script }: Component, node: ts.Node): Range {
  return [node.getStart(script.source) + script.shift, node.end + script.shift];
}

/** The template sees the instance and nothing else. */
function lowerMarkup(context: Context, text: string, self: Expr, template: readonly Node[], components: ReadonlyMap<string, Expr>): Stmt[] {
  const { scope, outer } = context;
  const component = (tag: string, at: Range): Expr | null => {
    const own = components.get(tag) ?? components.get(pascalCase(tag)) ?? components.get(camelCase(tag));
    if (own || /^[a-z]+$/.test(tag)) return own ?? null;
    const names = [...scopesOf(scope)].find((one) => one.has(pascalCase(tag)))?.get(pascalCase(tag));
    return names === undefined ? null : { k: 'ref', binding: names, at };
  };
  context.scope = { names: new Map(), parent: null };
  context.outer = (name, at) => (isAllowed(name) ? null : memberOf(self, name, at));
  try {
    return lowerTemplate({ context, text, component, directive: () => null }, template);
  } finally {
    Object.assign(context, { scope, outer });
  }
}

function* scopesOf(scope: Context['scope']): Generator<ReadonlyMap<string, number>> {
  for (let at: Context['scope'] | null = scope; at; at = at.parent) yield at.names;
}

function lowerMembers(component: Component, at: Range): { readonly fields: Field[]; readonly methods: Method[] } {
  const { context, options, props } = component;
  const fields: Field[] = [];
  const methods: Method[] = [];
  const self: Expr = { k: 'this', at };
  const field = (name: string, value: Expr | null): void => {
    if (value && !fields.some((one) => one.name === name)) fields.push({ name, value, isStatic: false, type: null });
  };

  for (const [name, value] of propsOf(component)) field(name, value);
  for (const name of injectedIn(options)) field(name, injected(name, at));
  for (const name of ['$emit', '$props']) if (resolve(context, name) !== null) field(name, { k: 'ref', binding: resolve(context, name) ?? -1, at });
  for (const [name, value] of functionsIn(component, 'methods')) field(name, value);
  for (const one of parts(component, 'computed')) lowerComputed(component, one, methods, field);
  for (const name of mentioned(component)) field(name, name.startsWith('$') ? given(name, at) : mixedIn(component, name, at));
  const data = optionOf(options, 'data');
  const setup = optionOf(options, 'setup');
  if (data) {
    field('$data', ts.isPropertyAssignment(data) && objectIn(data.initializer) === data.initializer ? lower(context, data.initializer) : callOf({ ...functionOf(context, data, 'data') }, [], at));
    for (const { name, isPlain } of returnedBy(data)) field(name, isPlain ? mayChange(memberOf(memberOf(self, '$data'), name)) : memberOf(memberOf(self, '$data'), name));
  }
  if (setup) {
    const emit = resolve(context, '$emit');
    const given: Expr = { k: 'object', entries: [{ spread: unknownPart('setup context', at) }, ...(emit === null ? [] : [{ key: 'emit', value: { k: 'ref' as const, binding: emit, at } }])], call: null, at };
    field('$setup', callOf(functionOf(context, setup, 'setup'), [props, given], at));
    for (const { name } of returnedBy(setup)) field(name, memberOf(memberOf(self, '$setup'), name));
  }
  for (const [name, value] of functionsIn(component, 'watch')) field(`watch ${name}`, value);
  for (const property of options.properties) {
    const name = nameOf(property);
    if (HOOKS.includes(name) && isFunctionLike(property)) {
      const fn = functionOf(context, property, name);
      if (fn.k === 'function') methods.push({ name: ` ${name}`, fn: fn.id, isStatic: false, kind: 'method' });
    } else if (!SPECIAL.has(name) && isFunctionLike(property)) field(`option ${name}`, functionOf(context, property, name));
  }
  return { fields, methods };
}

/** Properties of the instance, each the component's of that name, or its default. */
function propsOf({ context, options, props }: Component): [string, Expr][] {
  const property = optionOf(options, 'props');
  const value = property && ts.isPropertyAssignment(property) ? property.initializer : null;
  if (!value) return [];
  return namesOfValue(value).map((name) => {
    const given = memberOf(props, name);
    const declared = ts.isObjectLiteralExpression(value) ? optionOf(value, name) : undefined;
    const about = declared && ts.isPropertyAssignment(declared) && ts.isObjectLiteralExpression(declared.initializer) ? optionOf(declared.initializer, 'default') : undefined;
    if (!about || !ts.isPropertyAssignment(about) || ts.isArrowFunction(about.initializer) || ts.isFunctionExpression(about.initializer)) return [name, given];
    return [name, { k: 'choice', op: '??', test: given, then: given, else: lower(context, about.initializer), at: given.at }];
  });
}

function injectedIn(options: ts.ObjectLiteralExpression): string[] {
  const property = optionOf(options, 'inject');
  return property && ts.isPropertyAssignment(property) ? namesOfValue(property.initializer) : [];
}

/** What methods and the template use of the instance that no option here defines: `$x`, and members of mixins. */
function mentioned({ text, options, template }: Component): string[] {
  const mixes = optionOf(options, 'mixins') !== undefined || optionOf(options, 'extends') !== undefined;
  const found = [...text.matchAll(/\bthis\.(\$?[A-Za-z_]\w*)|(\$[A-Za-z]\w*)/g)].map(([, own, dollar]) => own ?? dollar ?? '');
  if (template.length > 0 && mixes) found.push(...Array.from(text.matchAll(/@[\w.:-]+="(\w+)/g), ([, name]) => name ?? ''));
  return [...new Set(found)].filter((name) => name !== '' && (name.startsWith('$') ? !BUILT_IN.has(name) : mixes)).sort();
}

const BUILT_IN = new Set(['$emit', '$props', '$data', '$setup', '$el', '$refs', '$attrs', '$slots', '$root', '$parent', '$options', '$event', '$nextTick', '$forceUpdate', '$watch', '$set', '$delete', '$on', '$once', '$off']);

/** A method of a mixin, or of what the component extends; one of them has it. */
function mixedIn({ context, options }: Component, name: string, at: Range): Expr | null {
  const lists = ['mixins', 'extends'].map((option) => optionOf(options, option));
  const values = lists.flatMap((property) => {
    const value = property && ts.isPropertyAssignment(property) ? property.initializer : null;
    return value && ts.isArrayLiteralExpression(value) ? [...value.elements] : value ? [value] : [];
  });
  const found = values.map((value) => memberOf(memberOf(lower(context, value), 'methods', at), name, at));
  const [first, ...others] = found;
  return first ? others.reduce((left: Expr, right): Expr => ({ k: 'choice', op: '??', test: left, then: left, else: right, at }), first) : null;
}

/** The members of an option that is an object. */
function parts({ options }: Component, option: string): readonly ts.ObjectLiteralElementLike[] {
  const property = optionOf(options, option);
  return property && ts.isPropertyAssignment(property) && ts.isObjectLiteralExpression(property.initializer) ? property.initializer.properties : [];
}

function namedIn(component: Component, option: string): ReadonlyMap<string, Expr> {
  const { context } = component;
  return new Map(parts(component, option).flatMap((one): [string, Expr][] => (nameOf(one) === '' ? [] : [[nameOf(one), functionOf(context, one, nameOf(one))]])));
}

/** Functions of an option, those first that assign members: others may use them. Spreads give the names that they list. */
function functionsIn(component: Component, option: string): [string, Expr][] {
  const { context, script } = component;
  const assigns = (node: ts.Node): boolean => /\bthis\.\w+\s*=[^=]/.test(node.getText(script.source));
  const all = [...parts(component, option)].sort((a, b) => Number(assigns(b)) - Number(assigns(a)));
  return all.flatMap((one): [string, Expr][] => {
    if (ts.isSpreadAssignment(one)) return mapped(component, one.expression);
    const handler = ts.isPropertyAssignment(one) && ts.isObjectLiteralExpression(one.initializer) ? optionOf(one.initializer, 'handler') : one;
    return handler && nameOf(one) !== '' ? [[nameOf(one), functionOf(context, handler, nameOf(one))]] : [];
  });
}

/** `mapActions(useStore, ['track'])`: members of the store. */
function mapped({ context }: Component, node: ts.Expression): [string, Expr][] {
  const [store, names] = ts.isCallExpression(node) ? node.arguments : [];
  if (!store || !names || !ts.isCallExpression(node)) return [];
  const instance = callOf(lower(context, store), [], rangeOf(context, node));
  if (ts.isArrayLiteralExpression(names)) return namesOfValue(names).map((name) => [name, memberOf(instance, name)]);
  if (!ts.isObjectLiteralExpression(names)) return [];
  return names.properties.flatMap((one): [string, Expr][] => (ts.isPropertyAssignment(one) && ts.isStringLiteralLike(one.initializer) ? [[nameOf(one), memberOf(instance, one.initializer.text)]] : []));
}

function lowerComputed(component: Component, property: ts.ObjectLiteralElementLike, methods: Method[], field: (name: string, value: Expr | null) => void): void {
  const { context } = component;
  if (ts.isSpreadAssignment(property)) {
    for (const [name, value] of mapped(component, property.expression)) field(name, value);
    return;
  }
  const both = ts.isPropertyAssignment(property) && ts.isObjectLiteralExpression(property.initializer) ? property.initializer : null;
  const getter = both ? optionOf(both, 'get') : property;
  const setter = both ? optionOf(both, 'set') : undefined;
  const fn = getter ? functionOf(context, getter, nameOf(property)) : null;
  if (fn?.k === 'function') methods.push({ name: nameOf(property), fn: fn.id, isStatic: false, kind: 'get' });
  if (setter) field(`set ${nameOf(property)}`, functionOf(context, setter, nameOf(property)));
}
