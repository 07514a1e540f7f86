import { isTrackingClient } from '../discover/generated.ts';
import { augmentedMembers } from './augmented.ts';
import { createContext } from './context.ts';
import { extractMarkup, isMarkup } from './extract-markup.ts';
import type { Export, FileFacts } from './facts.ts';
import { lowerBody } from './lower-statement.ts';
import { collectCommonJs, collectExports, declareImports } from './module-syntax.ts';
import { unparsable } from './nesting.ts';
import ts from './typescript.ts';

/**
 * Lowers a source file to its facts. Pure: the same path and text give the same facts. A syntax error is recorded in
 * `problem`, and what TypeScript could recover is lowered all the same; a text that cannot be parsed has no facts at all.
 * `source`: what a parser made of the text before, which is taken where it serves.
 */
export function extract(path: string, text: string, source?: unknown): FileFacts {
  const problem = unparsable(text);
  if (problem) return { ...lowerFile(path, ''), problem };
  try {
    return isMarkup(path) ? extractMarkup(path, text) : extractScript(path, ownSource(source, path, text) ?? parse(path, text));
  } catch (error) {
    // The parser recurses as deeply as the code nests, in ways that are not all counted beforehand.
    if (!(error instanceof RangeError)) throw error;
    return { ...lowerFile(path, ''), problem: { line: 1, message: 'nested more deeply than can be read' } };
  }
}

function lowerFile(path: string, text: string): FileFacts {
  return isMarkup(path) ? extractMarkup(path, text) : extractScript(path, parse(path, text));
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone }, false, scriptKind(path));
}

let OWN: unknown = null;

/** What was parsed elsewhere, where it is this text, read by this very compiler as it would be here. */
function ownSource(source: unknown, path: string, text: string): ts.SourceFile | null {
  OWN ??= ts.createSourceFile('own.ts', '', ts.ScriptTarget.ESNext).constructor;
  if (!(source instanceof Object) || source.constructor !== OWN) return null;
  const parsed = source as ts.SourceFile;
  const kind = scriptKind(path) === ts.ScriptKind.TS ? ts.LanguageVariant.Standard : ts.LanguageVariant.JSX;
  return parsed.text === text && parsed.languageVariant === kind ? parsed : null;
}

function extractScript(path: string, source: ts.SourceFile): FileFacts {
  const context = createContext(source, source.text.length);
  const exports: Record<string, Export> = Object.create(null) as Record<string, Export>;
  const stars: string[] = [];
  for (const statement of source.statements) declareImports(context, statement);
  const body = lowerBody(context, source.statements);
  for (const statement of source.statements) collectExports(context, statement, exports, stars);
  const augments = augmentedMembers(context, source.statements);
  collectCommonJs(body, exports, stars);
  const module = context.functions[0];
  if (module) context.functions[0] = { ...module, body };
  const { bindings, changes, functions, classes } = context;
  return { path, bindings, changes, functions, classes, exports, stars, isClient: isTrackingClient(source.text), augments, lines: [...source.getLineStarts()], problem: firstProblem(source) };
}

function scriptKind(path: string): ts.ScriptKind {
  if (/\.[cm]?ts$/.test(path)) return ts.ScriptKind.TS;
  return path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.JSX;
}

function firstProblem(source: ts.SourceFile): FileFacts['problem'] {
  // `parseDiagnostics` is not in the public types: https://github.com/microsoft/TypeScript/blob/v6.0.3/src/compiler/types.ts
  const [first] = (source as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics;
  if (!first) return null;
  const line = source.getLineAndCharacterOfPosition(first.start ?? 0).line + 1;
  return { line, message: ts.flattenDiagnosticMessageText(first.messageText, ' ') };
}
