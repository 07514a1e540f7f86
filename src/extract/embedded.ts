/** Code within another text: parsed by itself, lowered with the offsets that it has in the file. */
import { declareVariable, inScope, type Context } from './context.ts';
import type { Expr, FunctionFacts, Param, Range, Stmt, Target, TypeRef } from './facts.ts';
import { lower, lowerPattern } from './lower-expression.ts';
import { lowerBody } from './lower-statement.ts';
import ts from './typescript.ts';

/** A syntax error and its offset in the file. */
export interface CodeProblem {
  readonly at: number;
  readonly message: string;
}

/** Parses a piece of code; elements may stand in it where it is `tsx`. */
export function parseCode(code: string, tsx = false): ts.SourceFile {
  const options = { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  return ts.createSourceFile(tsx ? 'part.tsx' : 'part.ts', code, options, false, tsx ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

export function problemIn(source: ts.SourceFile, shift: number): CodeProblem | null {
  // `parseDiagnostics` is not in the public types: https://github.com/microsoft/TypeScript/blob/v6.0.3/src/compiler/types.ts
  const [first] = (source as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics;
  return first ? { at: (first.start ?? 0) + shift, message: ts.flattenDiagnosticMessageText(first.messageText, ' ') } : null;
}

/** Lowers nodes of a source that begins at an offset of the file. */
export function within<T>(context: Context, source: ts.SourceFile, shift: number, run: () => T): T {
  const outer = { source: context.source, shift: context.shift };
  Object.assign(context, { source, shift });
  try {
    return run();
  } finally {
    Object.assign(context, outer);
  }
}

/** An expression in markup; null for what is none. */
export function lowerPart(context: Context, text: string, range: Range, tsx = false): Expr | null {
  const code = codeAt(text, range);
  if (code.trim() === '') return null;
  const source = parseCode(`(${code}\n)`, tsx);
  const [only, other] = source.statements;
  if (!only || other || !ts.isExpressionStatement(only) || problemIn(source, 0)) return null;
  return within(context, source, range[0] - 1, () => lower(context, only.expression));
}

/** What markup gives to an event: a function, or statements that are the body of one. */
export function lowerHandler(context: Context, text: string, range: Range, params: readonly string[]): Expr | null {
  const source = parseCode(codeAt(text, range));
  const [only, other] = source.statements;
  if (!only || problemIn(source, 0)) return null;
  if (!other && ts.isExpressionStatement(only) && isReference(only.expression)) return within(context, source, range[0], () => lower(context, only.expression));
  return lowerFunctionOf(context, { name: '', at: range, params }, () => within(context, source, range[0], () => lowerBody(context, source.statements)));
}

/** The names that a pattern in markup binds, in the scope that is open. */
export function lowerPatternPart(context: Context, text: string, range: Range): Target[] {
  const source = parseCode(`(${codeAt(text, range)}\n) => 0`);
  const [only] = source.statements;
  const arrow = only && ts.isExpressionStatement(only) ? only.expression : null;
  if (!arrow || !ts.isArrowFunction(arrow) || problemIn(source, 0)) return [];
  return within(context, source, range[0] - 1, () => arrow.parameters.flatMap((parameter) => lowerPattern(context, parameter.name)));
}

/** Binds the names of a pattern in markup to what only the element knows that gives them. */
export function bindUnknown(context: Context, text: string, range: Range): Stmt[] {
  const targets = lowerPatternPart(context, text, range);
  return targets.length === 0 ? [] : [{ k: 'bind', targets, value: { k: 'unknown', reason: 'a value from another component', parts: [], at: range }, type: null }];
}

interface FunctionOf {
  readonly name: string;
  readonly at: Range;
  /** Names of parameters, or a list of parameters in code. */
  readonly params: readonly string[] | { readonly text: string; readonly range: Range };
  /** The type of the first parameter, asked for when the body is lowered. */
  type?(): TypeRef | null;
}

const EMPTY: FunctionFacts = { name: '', params: [], body: [], arrow: true, ofClass: null, parent: null, returns: null, at: [0, 0] };

/** A function that the file says in other words than JavaScript's. */
export function lowerFunctionOf(context: Context, { name, at, params, type }: FunctionOf, body: () => Stmt[]): Extract<Expr, { k: 'function' }> {
  const id = context.functions.push(EMPTY) - 1;
  const outer = { fn: context.fn, call: context.call };
  Object.assign(context, { fn: id, call: null });
  inScope(context, () => {
    const lowered = 'text' in params ? paramsIn(context, params.text, params.range) : params.map((one): Param => param(one, [{ to: declareVariable(context, one), path: [], fallback: null }]));
    const statements = body();
    const typed = lowered.map((one, index) => (index === 0 && type ? { ...one, type: type() } : one));
    context.functions[id] = { ...EMPTY, name, params: typed, body: statements, parent: outer.fn, at };
  });
  Object.assign(context, outer);
  return { k: 'function', id, at };
}

function paramsIn(context: Context, text: string, range: Range): Param[] {
  const source = parseCode(`(${codeAt(text, range)}\n) => 0`);
  const [only] = source.statements;
  const arrow = only && ts.isExpressionStatement(only) ? only.expression : null;
  if (!arrow || !ts.isArrowFunction(arrow)) return [];
  return within(context, source, range[0] - 1, () =>
    arrow.parameters.map((parameter) => param(ts.isIdentifier(parameter.name) ? parameter.name.text : '', lowerPattern(context, parameter.name))),
  );
}

function param(name: string, targets: readonly Target[]): Param {
  return { targets, fallback: null, rest: false, type: null, name, field: null };
}

function isReference(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

const ENTITIES: Readonly<Record<string, string>> = { '&quot;': '"', '&#34;': '"', '&#39;': "'", '&apos;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Code as markup spells it; entities keep their length. */
function codeAt(text: string, [start, end]: Range): string {
  const code = text.slice(start, end);
  if (!code.includes('&')) return code;
  return code.replace(/&amp;&amp;/g, '&&        ').replace(/&(quot|apos|lt|gt|amp|#3[49]);/g, (entity) => (ENTITIES[entity] ?? '').padEnd(entity.length));
}
