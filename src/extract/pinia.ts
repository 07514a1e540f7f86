/** Stores written as an object of options: a function that gives an instance, whose `this` its actions share. */
import { rangeOf, type Context } from './context.ts';
import { callOf, memberOf } from './element.ts';
import { lowerFunctionOf } from './embedded.ts';
import type { ClassFacts, Expr } from './facts.ts';
import { functionOf, mayChange, nameOf, optionOf, returnedBy } from './options-object.ts';
import ts from './typescript.ts';
import { settleAssignments } from './vue-assignments.ts';

/** `defineStore('id', { state, getters, actions })`; null for any other call. */
export function lowerStore(context: Context, node: ts.CallExpression | ts.NewExpression): Expr | null {
  const options = node.arguments?.at(-1);
  if (!ts.isIdentifier(node.expression) || node.expression.text !== 'defineStore' || !options || !ts.isObjectLiteralExpression(options)) return null;
  const at = rangeOf(context, node);
  return lowerFunctionOf(context, { name: '', at, params: [] }, () => {
    const before = context.functions.length;
    const fields = fieldsOf(context, options);
    const methods = gettersOf(context, options);
    settleAssignments(context, before);
    const id = context.classes.push({ name: '', extends: null, implements: [], constructorFn: null, fields, methods, assigned: {}, parent: context.fn, at }) - 1;
    return [{ k: 'return', value: { k: 'call', callee: { k: 'class', id, at }, args: [], isNew: true, typeArg: null, at }, at }];
  });
}

function fieldsOf(context: Context, options: ts.ObjectLiteralExpression): ClassFacts['fields'] {
  const at = rangeOf(context, options);
  const self: Expr = { k: 'this', at };
  const fields: ClassFacts['fields'][number][] = [];
  const field = (name: string, value: Expr): void => void fields.push({ name, value, isStatic: false, type: null });
  for (const one of membersOf(options, 'actions')) field(nameOf(one), functionOf(context, one, nameOf(one)));
  const state = optionOf(options, 'state');
  if (state) {
    field('$state', callOf(functionOf(context, state, 'state'), [], at));
    const part = (name: string): Expr => memberOf(memberOf(self, '$state'), name);
    for (const { name, isPlain } of returnedBy(state)) field(name, isPlain ? mayChange(part(name)) : part(name));
  }
  return fields;
}

/** Getters take the state, for which the whole store serves. */
function gettersOf(context: Context, options: ts.ObjectLiteralExpression): ClassFacts['methods'] {
  return membersOf(options, 'getters').map((one) => {
    const name = nameOf(one);
    const at = rangeOf(context, one);
    const { id } = lowerFunctionOf(context, { name, at, params: [] }, () => [{ k: 'return', value: callOf(functionOf(context, one, name), [{ k: 'this', at }], at), at }]);
    return { name, fn: id, isStatic: false, kind: 'get' };
  });
}

function membersOf(options: ts.ObjectLiteralExpression, option: string): readonly ts.ObjectLiteralElementLike[] {
  const property = optionOf(options, option);
  const object = property && ts.isPropertyAssignment(property) && ts.isObjectLiteralExpression(property.initializer) ? property.initializer : null;
  return object?.properties.filter((one) => nameOf(one) !== '') ?? [];
}
