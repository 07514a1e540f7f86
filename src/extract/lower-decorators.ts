/** Decorators of classes and their methods, as the calls that they are when the class is made. */
import { rangeOf, resolve, type Context } from './context.ts';
import type { Arg, Expr, Stmt } from './facts.ts';
import { lower } from './lower-expression.ts';
import ts from './typescript.ts';

/** A class's decorator is called with the class; a method's with the prototype, the method's name and its descriptor, of which only the name is kept. */
export function lowerDecorators(context: Context, node: ts.ClassDeclaration): Stmt[] {
  const binding = node.name ? resolve(context, node.name.text) : null;
  const self: Expr = binding === null ? nothing(context, node) : { k: 'ref', binding, at: rangeOf(context, node.name ?? node) };
  const ofMethods = node.members.flatMap((member) => {
    if (!ts.isMethodDeclaration(member) && !ts.isPropertyDeclaration(member)) return [];
    const name: Expr = { k: 'literal', value: ts.isIdentifier(member.name) ? member.name.text : undefined, at: rangeOf(context, member.name) };
    return callsOf(context, member, [nothing(context, member), name, nothing(context, member)]);
  });
  return [...ofMethods, ...callsOf(context, node, [self])];
}

function callsOf(context: Context, node: ts.ClassDeclaration | ts.MethodDeclaration | ts.PropertyDeclaration, args: readonly Expr[]): Stmt[] {
  const given = args.map((value): Arg => ({ value, spread: false }));
  return (ts.getDecorators(node) ?? []).map(({ expression }) => ({
    k: 'do', value: { k: 'call', callee: lower(context, expression), args: given, isNew: false, typeArg: null, at: rangeOf(context, expression) },
  }));
}

function nothing(context: Context, node: ts.Node): Expr {
  return { k: 'literal', value: undefined, at: rangeOf(context, node) };
}
