/** `<script>` elements: which hold code, and lowering it. */
import { inScope, type Context } from './context.ts';
import { parseCode, problemIn, within, type CodeProblem } from './embedded.ts';
import type { Export, Stmt } from './facts.ts';
import { lowerBody } from './lower-statement.ts';
import type { Element } from './markup.ts';
import { collectExports, declareImports } from './module-syntax.ts';
import type ts from './typescript.ts';

/** A script's code, parsed, and where it begins in the file. */
export interface Script {
  readonly source: ts.SourceFile;
  readonly shift: number;
}

/** What a file in markup gives so far. */
export interface Output {
  readonly context: Context;
  readonly exports: Record<string, Export>;
  readonly stars: string[];
  readonly problems: CodeProblem[];
  /** The module's body. */
  readonly body: Stmt[];
}

const CODE = /^((text|application)\/(x-)?(java|ecma)script|module|(text\/)?babel)?$/i;

/** The code of a script element; null for data and templates. */
export function scriptOf(element: Element, text: string): Script | null {
  const value = (name: string): string | null => {
    const attr = element.attrs.find((one) => one.name === name);
    return attr ? text.slice(...attr.inner) : null;
  };
  if (!element.raw || !CODE.test(value('type') ?? '')) return null;
  return { source: parseCode(text.slice(...element.raw), /^[jt]sx$/.test(value('lang') ?? '')), shift: element.raw[0] };
}

/** Lowers a script as the module itself, or a part of it. */
export function lowerModule({ context, exports, stars, body, problems }: Output, { source, shift }: Script, statements: readonly ts.Statement[] = source.statements): void {
  within(context, source, shift, () => {
    for (const statement of statements) declareImports(context, statement);
    body.push(...lowerBody(context, statements));
    for (const statement of statements) collectExports(context, statement, exports, stars);
  });
  note(problems, { source, shift });
}

/** Lowers a script that the page runs by itself. */
export function lowerInline({ context, problems }: Output, { source, shift }: Script): Stmt[] {
  note(problems, { source, shift });
  return within(context, source, shift, () =>
    inScope(context, () => {
      for (const statement of source.statements) declareImports(context, statement);
      return [{ k: 'block', body: lowerBody(context, source.statements) }];
    }),
  );
}

export function note(problems: CodeProblem[], { source, shift }: Script): void {
  const problem = problemIn(source, shift);
  if (problem) problems.push(problem);
}
