import { inScope, rangeOf, type Context } from './context.ts';
import type { ClassFacts, FunctionFacts, Param, Stmt, TypeRef } from './facts.ts';
import { lower, lowerName, lowerNamed, lowerPattern } from './lower-expression.ts';
import { lowerBody } from './lower-statement.ts';
import { declareTypeParameters, lowerType } from './lower-type.ts';
import ts from './typescript.ts';

const K = ts.SyntaxKind;

type FunctionNode = ts.FunctionLikeDeclaration;
const EMPTY: FunctionFacts = { name: '', params: [], body: [], arrow: false, ofClass: null, parent: null, returns: null, at: [0, 0] };

/** Lowers a function of any form; returns its id. */
export function lowerFunction(context: Context, node: FunctionNode, ofClass: number | null = null): number {
  const id = context.functions.push(EMPTY) - 1;
  const outer = { fn: context.fn, call: context.call, ofClass: context.ofClass };
  // A concise arrow is part of the expression around it: `xs.map((x) => ({ ... }))`.
  const concise = ts.isArrowFunction(node) && !ts.isBlock(node.body);
  if (!concise) context.call = null;
  if (ofClass !== null) context.ofClass = { id: ofClass, member: id };
  context.fn = id;
  inScope(context, () => {
    declareTypeParameters(context, node.typeParameters);
    const params = node.parameters.filter((parameter) => !isThisParameter(parameter)).map((parameter) => lowerParameter(context, parameter));
    const body: Stmt[] = [];
    if (node.body && ts.isBlock(node.body)) body.push(...lowerBody(context, node.body.statements));
    else if (node.body) body.push({ k: 'return', value: lower(context, node.body), at: rangeOf(context, node.body) });
    context.functions[id] = {
      name: nameOf(context, node),
      params,
      body,
      arrow: ts.isArrowFunction(node),
      ofClass,
      parent: outer.fn,
      returns: lowerType(context, node.type),
      at: rangeOf(context, node),
    };
  });
  Object.assign(context, outer);
  return id;
}

/** Lowers a class; returns its id. */
export function lowerClass(context: Context, node: ts.ClassLikeDeclaration): number {
  const clauses = node.heritageClauses ?? [];
  const extending = clauses.find((clause) => clause.token === K.ExtendsKeyword)?.types[0];
  const implementing = clauses.find((clause) => clause.token === K.ImplementsKeyword)?.types ?? [];
  const outer = context.ofObject;
  context.ofObject = null;
  const fields: ClassFacts['fields'][number][] = [];
  const methods: ClassFacts['methods'][number][] = [];
  const id =
    context.classes.push({
      name: node.name?.text ?? '',
      extends: extending ? lower(context, extending.expression) : null,
      implements: implementing.map((type) => implemented(context, type)).filter((type) => type !== null),
      constructorFn: null,
      fields,
      methods,
      assigned: {},
      isDecorated: isDecorated(node),
      parent: context.fn,
      at: rangeOf(context, node),
    }) - 1;
  inScope(context, () => {
    declareTypeParameters(context, node.typeParameters);
    lowerMembers(context, node, { id, fields, methods });
  });
  context.ofObject = outer;
  return id;
}

interface Members {
  readonly id: number;
  readonly fields: ClassFacts['fields'][number][];
  readonly methods: ClassFacts['methods'][number][];
}

function lowerMembers(context: Context, node: ts.ClassLikeDeclaration, { id, fields, methods }: Members): void {
  for (const member of node.members) {
    if (ts.isConstructorDeclaration(member)) {
      const cls = context.classes[id];
      if (member.body && cls) cls.constructorFn = lowerFunction(context, member, id);
    } else if (ts.isPropertyDeclaration(member)) lowerField(context, id, member, fields);
    else if (ts.isMethodDeclaration(member) || ts.isAccessor(member)) {
      const name = lowerName(context, member.name);
      if (typeof name !== 'string' || !member.body) continue;
      const kind = ts.isGetAccessor(member) ? 'get' : ts.isSetAccessor(member) ? 'set' : 'method';
      methods.push({ name, fn: lowerFunction(context, member, id), isStatic: isStatic(member), kind, isDecorated: isDecorated(member) });
    }
  }
}

function lowerField(context: Context, cls: number, member: ts.PropertyDeclaration, fields: ClassFacts['fields'][number][]): void {
  const name = lowerName(context, member.name);
  if (typeof name !== 'string') return;
  const outer = context.ofClass;
  context.ofClass = { id: cls, member: context.fn };
  const value = member.initializer ? lowerNamed(context, member.initializer, name) : null;
  context.ofClass = outer;
  fields.push({ name, value, isStatic: isStatic(member), type: lowerType(context, member.type) });
}

function lowerParameter(context: Context, node: ts.ParameterDeclaration): Param {
  const fallback = node.initializer ? lower(context, node.initializer) : null;
  const declaresField = ts.canHaveModifiers(node) && (ts.getModifiers(node)?.length ?? 0) > 0;
  const name = ts.isIdentifier(node.name) ? node.name.text : '';
  return {
    targets: lowerPattern(context, node.name),
    fallback,
    rest: node.dotDotDotToken !== undefined,
    type: lowerType(context, node.type),
    name,
    field: declaresField && name !== '' ? name : null,
  };
}

function implemented(context: Context, node: ts.ExpressionWithTypeArguments): TypeRef | null {
  const lowered = lower(context, node.expression);
  const name = ts.isIdentifier(node.expression) ? node.expression.text : '';
  return { k: 'name', binding: lowered.k === 'ref' ? lowered.binding : null, name, member: null, args: [] };
}

function nameOf(context: Context, node: FunctionNode): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  return node.name && !ts.isComputedPropertyName(node.name) ? node.name.text : (node.name?.getText(context.source) ?? '');
}

function isThisParameter(node: ts.ParameterDeclaration): boolean {
  return ts.isIdentifier(node.name) && node.name.text === 'this';
}

/** Frameworks reach what is decorated by other ways than its name. */
function isDecorated(node: ts.Node): boolean {
  return ts.canHaveDecorators(node) && (ts.getDecorators(node)?.length ?? 0) > 0;
}

function isStatic(node: ts.ClassElement): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === K.StaticKeyword);
}
