import { declare, declareVariable, inScope, nested, rangeOf, type Context } from './context.ts';
import type { Binding, Entry, Expr, Stmt } from './facts.ts';
import { lowerDecorators } from './lower-decorators.ts';
import { lower, lowerNamed, lowerPattern } from './lower-expression.ts';
import { lowerClass, lowerFunction } from './lower-function.ts';
import { lowerMembers, lowerType } from './lower-type.ts';
import ts from './typescript.ts';

/** Lowers the statements of a body whose scope is already open: declarations are hoisted, then all in order. */
export function lowerBody(context: Context, statements: readonly ts.Statement[]): Stmt[] {
  for (const statement of statements) hoist(context, statement);
  for (const statement of statements) defineHoisted(context, statement);
  return statements.flatMap((statement) => nested(context, () => lowerStatement(context, statement), () => []));
}

/** Declares functions, classes, enums and types before anything refers to them. Functions and classes that are only declared are globals. */
function hoist(context: Context, node: ts.Statement): void {
  if (isAmbient(node) && !ts.isVariableStatement(node)) return;
  if (ts.isFunctionDeclaration(node) && node.name) declare(context, node.name.text, { k: 'function', name: node.name.text, fn: -1 });
  else if (ts.isClassDeclaration(node) && node.name) declare(context, node.name.text, { k: 'class', name: node.name.text, cls: -1 });
  else if (ts.isEnumDeclaration(node)) declare(context, node.name.text, { k: 'enum', name: node.name.text, value: nothing(context, node) });
  else if (ts.isModuleDeclaration(node) && ts.isIdentifier(node.name))
    declare(context, node.name.text, { k: 'enum', name: node.name.text, value: nothing(context, node) });
  else if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node))
    declare(context, node.name.text, { k: 'type', name: node.name.text, type: { k: 'object', members: {} }, extends: [] });
  else if (ts.isVariableStatement(node)) for (const declaration of node.declarationList.declarations) hoistNames(context, declaration.name);
}

/** `declare const build: string`: enums and types have what matters in the declaration. */
function isAmbient(node: ts.Statement): boolean {
  if (ts.isEnumDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return false;
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.DeclareKeyword);
}

function hoistNames(context: Context, name: ts.BindingName): void {
  if (ts.isIdentifier(name)) declareVariable(context, name.text);
  else for (const element of name.elements) if (!ts.isOmittedExpression(element)) hoistNames(context, element.name);
}

function defineHoisted(context: Context, node: ts.Statement): void {
  if (ts.isTypeAliasDeclaration(node)) define(context, node.name.text, 'type', { type: lowerType(context, node.type) ?? { k: 'object', members: {} } });
  else if (ts.isInterfaceDeclaration(node)) {
    const parents = (node.heritageClauses ?? []).flatMap((clause) => clause.types).flatMap((type) => {
      const parent = ts.isIdentifier(type.expression) ? lowerType(context, ts.factory.createTypeReferenceNode(type.expression)) : null;
      return parent ? [parent] : [];
    });
    define(context, node.name.text, 'type', { type: lowerMembers(context, node.members), extends: parents });
  } else if (ts.isEnumDeclaration(node)) define(context, node.name.text, 'enum', { value: lowerEnum(context, node) });
  else if (ts.isFunctionDeclaration(node) && node.name && node.body) define(context, node.name.text, 'function', { fn: lowerFunction(context, node) });
}

function define(context: Context, name: string, k: Binding['k'], fields: Readonly<Record<string, unknown>>): void {
  const index = context.scope.names.get(name);
  const binding = index === undefined ? undefined : context.bindings[index];
  if (binding?.k === k) Object.assign(binding, fields);
}

function lowerStatement(context: Context, node: ts.Statement): Stmt[] {
  const ambient = isAmbient(node);
  if (ambient && !ts.isVariableStatement(node)) return [];
  const at = rangeOf(context, node);
  if (ts.isExpressionStatement(node)) return [{ k: 'do', value: lower(context, node.expression) }];
  if (ts.isVariableStatement(node)) return lowerDeclarations(context, node.declarationList, ambient);
  if (ts.isReturnStatement(node)) return [{ k: 'return', value: node.expression ? lower(context, node.expression) : null, at }];
  if (ts.isIfStatement(node)) {
    const then = lowerBlock(context, node.thenStatement);
    return [{ k: 'if', test: lower(context, node.expression), then, else: node.elseStatement ? lowerBlock(context, node.elseStatement) : [], at }];
  }
  if (ts.isBlock(node)) return [{ k: 'block', body: lowerBlock(context, node) }];
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return lowerForEach(context, node);
  if (ts.isForStatement(node)) return lowerFor(context, node);
  if (ts.isWhileStatement(node) || ts.isDoStatement(node)) {
    const test: Stmt = { k: 'do', value: lower(context, node.expression) };
    return [test, { k: 'loop', over: null, targets: [], keys: false, body: [...lowerBlock(context, node.statement), test] }];
  }
  if (ts.isSwitchStatement(node)) return lowerSwitch(context, node);
  if (ts.isTryStatement(node)) return lowerTry(context, node);
  if (ts.isThrowStatement(node)) return [{ k: 'throw', value: lower(context, node.expression), at }];
  if (ts.isBreakStatement(node)) return [{ k: 'jump', how: 'break' }];
  if (ts.isContinueStatement(node)) return [{ k: 'jump', how: 'continue' }];
  if (ts.isLabeledStatement(node)) return lowerStatement(context, node.statement);
  if (ts.isClassDeclaration(node)) {
    const cls = lowerClass(context, node);
    if (node.name) define(context, node.name.text, 'class', { cls });
    return lowerDecorators(context, node);
  }
  if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body)) return lowerNamespace(context, node, node.body);
  if (ts.isExportAssignment(node)) return [{ k: 'do', value: lowerDefault(context, node) }];
  return [];
}

const DEFAULTS = new WeakMap<ts.ExportAssignment, Expr>();

/** What a module exports by default, lowered once: its functions are those that the body evaluates. */
export function lowerDefault(context: Context, node: ts.ExportAssignment): Expr {
  let lowered = DEFAULTS.get(node);
  if (!lowered) DEFAULTS.set(node, (lowered = lower(context, node.expression)));
  return lowered;
}

function lowerBlock(context: Context, node: ts.Statement): Stmt[] {
  return inScope(context, () => lowerBody(context, ts.isBlock(node) ? node.statements : [node]));
}

function lowerDeclarations(context: Context, list: ts.VariableDeclarationList, ambient = false): Stmt[] {
  return list.declarations.map((declaration) => {
    const name = ts.isIdentifier(declaration.name) ? declaration.name.text : '';
    const global: Expr | null = ambient ? { k: 'global', name, at: rangeOf(context, declaration) } : null;
    const value = declaration.initializer ? lowerNamed(context, declaration.initializer, name) : global;
    return { k: 'bind', targets: lowerPattern(context, declaration.name), value, type: lowerType(context, declaration.type) };
  });
}

function lowerForEach(context: Context, node: ts.ForOfStatement | ts.ForInStatement): Stmt[] {
  const over = lower(context, node.expression);
  return inScope(context, () => {
    const first = ts.isVariableDeclarationList(node.initializer) ? node.initializer.declarations[0] : undefined;
    const targets = first ? lowerPattern(context, first.name) : [];
    return [{ k: 'loop', over, targets, keys: ts.isForInStatement(node), body: lowerBlock(context, node.statement) }];
  });
}

function lowerFor(context: Context, node: ts.ForStatement): Stmt[] {
  return inScope(context, () => {
    const before: Stmt[] = [];
    if (node.initializer && ts.isVariableDeclarationList(node.initializer)) before.push(...lowerDeclarations(context, node.initializer));
    else if (node.initializer) before.push({ k: 'do', value: lower(context, node.initializer) });
    const after: Stmt[] = node.incrementor ? [{ k: 'do', value: lower(context, node.incrementor) }] : [];
    return [...before, { k: 'loop', over: null, targets: [], keys: false, body: [...lowerBlock(context, node.statement), ...after] }];
  });
}

function lowerSwitch(context: Context, node: ts.SwitchStatement): Stmt[] {
  const value = lower(context, node.expression);
  return inScope(context, () => {
    for (const clause of node.caseBlock.clauses) for (const statement of clause.statements) hoist(context, statement);
    const cases = node.caseBlock.clauses.map((clause) => ({
      test: ts.isCaseClause(clause) ? lower(context, clause.expression) : null,
      body: lowerBody(context, clause.statements),
    }));
    return [{ k: 'switch', value, cases, at: rangeOf(context, node) }];
  });
}

function lowerTry(context: Context, node: ts.TryStatement): Stmt[] {
  const body = lowerBlock(context, node.tryBlock);
  const handler = inScope(context, (): Stmt[] => {
    if (!node.catchClause) return [];
    const { variableDeclaration: caught, block } = node.catchClause;
    if (!caught) return lowerBlock(context, block);
    const at = rangeOf(context, caught);
    return [{ k: 'bind', targets: lowerPattern(context, caught.name), value: { k: 'unknown', reason: 'a caught error', parts: [], at }, type: null }, ...lowerBlock(context, block)];
  });
  return [{ k: 'try', body, handler, final: node.finallyBlock ? lowerBlock(context, node.finallyBlock) : [] }];
}

/** A namespace is an object of what it exports, made where it stands. */
function lowerNamespace(context: Context, node: ts.ModuleDeclaration, body: ts.ModuleBlock): Stmt[] {
  const name = ts.isIdentifier(node.name) ? node.name.text : '';
  let statements: Stmt[] = [];
  const entries: Entry[] = [];
  inScope(context, () => {
    statements = lowerBody(context, body.statements);
    for (const [key, binding] of context.scope.names) entries.push({ key, value: { k: 'ref', binding, at: rangeOf(context, node) } });
  });
  define(context, name, 'enum', { value: { k: 'object', entries, call: null, at: rangeOf(context, node) } });
  return statements;
}

/** An enum is an object of its members; numeric members also map back to their names. */
function lowerEnum(context: Context, node: ts.EnumDeclaration): Expr {
  const entries: Entry[] = [];
  let next: number | null = 0;
  for (const member of node.members) {
    if (ts.isComputedPropertyName(member.name)) continue;
    const key = ts.isBigIntLiteral(member.name) ? member.name.getText(context.source) : member.name.text;
    const at = rangeOf(context, member);
    const value: Expr = member.initializer ? lower(context, member.initializer) : { k: 'literal', value: next ?? undefined, at };
    entries.push({ key, value });
    if (value.k !== 'literal' || typeof value.value !== 'number') next = null;
    else {
      entries.push({ key: String(value.value), value: { k: 'literal', value: key, at } });
      next = value.value + 1;
    }
  }
  return { k: 'object', entries, call: null, at: rangeOf(context, node) };
}

function nothing(context: Context, node: ts.Node): Expr {
  return { k: 'object', entries: [], call: null, at: rangeOf(context, node) };
}
