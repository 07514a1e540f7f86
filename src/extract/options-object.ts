/** Object literals whose functions have one object as their `this`: the options of a component, of a store. */
import { rangeOf, type Context } from './context.ts';
import { unknownPart } from './element.ts';
import type { Expr } from './facts.ts';
import { lower, lowerNamed } from './lower-expression.ts';
import { lowerFunction } from './lower-function.ts';
import ts from './typescript.ts';

/** The object literal that an expression is, alone or given to a function. */
export function objectIn(node: ts.Expression): ts.ObjectLiteralExpression | null {
  if (ts.isObjectLiteralExpression(node)) return node;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return objectIn(node.expression);
  const last = ts.isCallExpression(node) ? node.arguments.at(-1) : undefined;
  return last && ts.isObjectLiteralExpression(last) ? last : null;
}

/** A value that other code may change: what it starts with decides nothing. */
export function mayChange(value: Expr): Expr {
  const { at } = value;
  return { k: 'choice', op: '?:', test: unknownPart('time', at), then: value, else: unknownPart('a value that changes', at), at };
}

/** The keys of the object that a function returns. */
export function returnedBy(property: ts.ObjectLiteralElementLike): { readonly name: string; readonly isPlain: boolean }[] {
  const objects: ts.ObjectLiteralExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) {
      const object = objectIn(node.expression);
      if (object) objects.push(object);
    } else if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  const fn = ts.isPropertyAssignment(property) ? property.initializer : property;
  const concise = ts.isArrowFunction(fn) && !ts.isBlock(fn.body) ? objectIn(unwrapped(fn.body)) : ts.isObjectLiteralExpression(fn) ? fn : null;
  if (concise) objects.push(concise);
  else if ((ts.isMethodDeclaration(fn) || ts.isFunctionExpression(fn) || ts.isArrowFunction(fn)) && fn.body) ts.forEachChild(fn.body, visit);
  return objects.flatMap(({ properties }) => properties).flatMap((one) => {
    const name = nameOf(one);
    return name === '' ? [] : [{ name, isPlain: ts.isPropertyAssignment(one) && isPlain(one.initializer) }];
  });
}

function unwrapped(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? unwrapped(node.expression) : node;
}

function isPlain(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind);
}

export function optionOf({ properties }: ts.ObjectLiteralExpression, name: string): ts.ObjectLiteralElementLike | undefined {
  return properties.find((property) => nameOf(property) === name);
}

export function nameOf({ name }: ts.ObjectLiteralElementLike): string {
  return name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : '';
}

export function isFunctionLike(property: ts.ObjectLiteralElementLike): boolean {
  return ts.isMethodDeclaration(property) || (ts.isPropertyAssignment(property) && (ts.isFunctionExpression(property.initializer) || ts.isArrowFunction(property.initializer) || ts.isCallExpression(property.initializer)));
}

/** The value of a member; functions in it have the instance as their `this`. */
export function functionOf(context: Context, property: ts.ObjectLiteralElementLike, name: string): Expr {
  if (ts.isShorthandPropertyAssignment(property)) return lower(context, property.name);
  if (ts.isPropertyAssignment(property)) {
    const value = lowerNamed(context, property.initializer, name);
    bindThis(context, value);
    return value;
  }
  if (ts.isSpreadAssignment(property)) return lower(context, property.expression);
  const value: Expr = { k: 'function', id: lowerFunction(context, property), at: rangeOf(context, property) };
  bindThis(context, value);
  return value;
}

function bindThis(context: Context, value: Expr): void {
  const facts = value.k === 'function' ? context.functions[value.id] : undefined;
  if (value.k === 'function' && facts) context.functions[value.id] = { ...facts, arrow: true };
  if (value.k === 'call') for (const arg of value.args) bindThis(context, arg.value);
}
