/** Imports and exports of a module. */
import { declare, rangeOf, resolve, type Context } from './context.ts';
import type { Export, Expr, Stmt } from './facts.ts';
import { lowerClass, lowerFunction } from './lower-function.ts';
import { lowerDefault } from './lower-statement.ts';
import ts from './typescript.ts';

/** Declares the names that an import statement binds. */
export function declareImports(context: Context, node: ts.Statement): void {
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    const { expression } = node.moduleReference;
    if (ts.isStringLiteral(expression)) declareImport(context, node.name, expression.text, '*');
  }
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier) || !node.importClause) return;
  const specifier = node.moduleSpecifier.text;
  const { name, namedBindings } = node.importClause;
  if (name) declareImport(context, name, specifier, 'default');
  if (!namedBindings) return;
  if (ts.isNamespaceImport(namedBindings)) declareImport(context, namedBindings.name, specifier, '*');
  else for (const element of namedBindings.elements) declareImport(context, element.name, specifier, (element.propertyName ?? element.name).text);
}

function declareImport(context: Context, name: ts.Identifier, specifier: string, imported: string): void {
  declare(context, name.text, { k: 'import', name: name.text, specifier, imported });
}

/** Adds what a statement exports, its declarations lowered before. */
export function collectExports(context: Context, node: ts.Statement, exports: Record<string, Export>, stars: string[]): void {
  if (ts.isExportDeclaration(node)) collectExportDeclaration(context, node, exports, stars);
  else if (ts.isExportAssignment(node)) exports['default'] = { k: 'value', value: lowerDefault(context, node) };
  else if (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) {
    const isDefault = ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ?? false;
    const at = rangeOf(context, node);
    if (ts.isFunctionDeclaration(node) && !node.name) exports['default'] = { k: 'value', value: { k: 'function', id: lowerFunction(context, node), at } };
    if (ts.isClassDeclaration(node) && !node.name) exports['default'] = { k: 'value', value: { k: 'class', id: lowerClass(context, node), at } };
    for (const name of declaredNames(node)) {
      const binding = resolve(context, name);
      if (binding !== null) exports[isDefault ? 'default' : name] = { k: 'binding', binding };
    }
  }
}

function collectExportDeclaration(context: Context, node: ts.ExportDeclaration, exports: Record<string, Export>, stars: string[]): void {
  const specifier = node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : null;
  if (!node.exportClause) {
    if (specifier !== null) stars.push(specifier);
  } else if (ts.isNamespaceExport(node.exportClause)) {
    if (specifier !== null) exports[node.exportClause.name.text] = { k: 'from', specifier, name: '*' };
  } else {
    for (const element of node.exportClause.elements) {
      const local = (element.propertyName ?? element.name).text;
      const binding = specifier === null ? resolve(context, local) : null;
      if (specifier !== null) exports[element.name.text] = { k: 'from', specifier, name: local };
      else if (binding !== null) exports[element.name.text] = { k: 'binding', binding };
    }
  }
}

function declaredNames(node: ts.Statement): string[] {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.flatMap((declaration) => namesIn(declaration.name));
  const named = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isModuleDeclaration(node);
  return named && node.name ? [node.name.text] : [];
}

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)));
}

/**
 * What a CommonJS module exports at its top level: `module.exports = value`, `exports.name = value`, and what a spread or
 * `Object.assign(exports, …)` adds.
 */
export function collectCommonJs(body: readonly Stmt[], exports: Record<string, Export>, stars: string[]): void {
  for (const statement of body) {
    if (statement.k !== 'do') continue;
    const { value } = statement;
    if (value.k === 'assign') collectAssigned(value, exports, stars);
    else if (value.k === 'call' && isObjectAssign(value.callee) && value.args[0] && isExports(value.args[0].value))
      for (const source of value.args.slice(1)) collectMembers(source.value, exports, stars);
  }
}

/** `exports.a = exports.b = value`, too. */
function collectAssigned({ targets, value }: Extract<Expr, { k: 'assign' }>, exports: Record<string, Export>, stars: string[]): void {
  const given = value.k === 'assign' ? value.value : value;
  if (value.k === 'assign') collectAssigned(value, exports, stars);
  const target = targets[0]?.to;
  if (typeof target !== 'object') return;
  if (isModuleExports(target)) {
    exports['default'] = { k: 'value', value: given };
    collectMembers(given, exports, stars);
  } else if (target.k === 'member' && typeof target.key === 'string' && isExports(target.object)) exports[target.key] = { k: 'value', value: given };
}

/** The members of an object that are exports each by itself. */
function collectMembers(value: Expr, exports: Record<string, Export>, stars: string[]): void {
  if (value.k === 'module') stars.push(value.specifier);
  if (value.k === 'call' && isObjectAssign(value.callee)) for (const arg of value.args) collectMembers(arg.value, exports, stars);
  if (value.k !== 'object') return;
  for (const entry of value.entries) {
    if ('spread' in entry) collectMembers(entry.spread, exports, stars);
    else if (typeof entry.key === 'string' && !entry.getter) exports[entry.key] = { k: 'value', value: entry.value };
  }
}

function isExports(expr: Expr): boolean {
  return isModuleExports(expr) || isGlobal(expr, 'exports');
}

function isObjectAssign(expr: Expr): boolean {
  return expr.k === 'member' && expr.key === 'assign' && isGlobal(expr.object, 'Object');
}

function isModuleExports(expr: Expr): boolean {
  return expr.k === 'member' && expr.key === 'exports' && isGlobal(expr.object, 'module');
}

function isGlobal(expr: Expr, name: string): boolean {
  return expr.k === 'global' && expr.name === name;
}
