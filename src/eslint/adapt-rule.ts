/** Rules as ESLint has them: the same findings, those of the file that is linted. */
import { relative, sep } from 'node:path';
import type { Rule as EslintRule } from 'eslint';
import { z } from 'zod';
import type { OpenFile } from '../audit/session.ts';
import type { Finding, Rule } from '../check/rule.ts';
import { readSettings } from './settings.ts';
import { sessionFor } from './sessions.ts';

export function adaptRule(rule: Rule): EslintRule.RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: { description: rule.description, recommended: rule.recommended !== null },
      messages: { ...rule.messages },
      schema: [schemaOf(rule)],
      defaultOptions: [rule.options.parse({})],
      hasSuggestions: true,
    },
    create: (context) => ({
      Program() {
        for (const finding of findingsIn(context, rule)) context.report(descriptorOf(finding));
      },
    }),
  };
}

/** Of options as somebody writes them. ESLint knows which draft it reads. */
function schemaOf({ options }: Rule): object {
  const schema = z.toJSONSchema(options, { io: 'input', target: 'draft-4' });
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'));
}

function findingsIn(context: EslintRule.RuleContext, rule: Rule): readonly Finding[] {
  const { filename, physicalFilename, cwd, sourceCode } = context;
  const options = readSettings(context.settings, cwd);
  const path = relative(options.root, filename).split(sep).join('/');
  // A block that a processor cut out of another file is none of the program's; neither is what lies outside.
  if (filename !== (physicalFilename || filename) || path === '' || path.startsWith('../') || !filename.startsWith(options.root)) return [];
  return sessionFor(options).findings(openFile(sourceCode, path), rule, context.options[0] ?? rule.options.parse({}));
}

const FILES = new WeakMap<object, OpenFile>();

/** One for each time that ESLint lints a file, whatever the number of rules. */
function openFile(sourceCode: EslintRule.RuleContext['sourceCode'], path: string): OpenFile {
  const known = FILES.get(sourceCode.ast);
  if (known?.path === path) return known;
  const file = { path, text: sourceCode.text, source: typescriptOf(sourceCode) };
  FILES.set(sourceCode.ast, file);
  return file;
}

/** What TypeScript made of the file, where ESLint's parser is made of it. */
function typescriptOf({ ast, parserServices }: EslintRule.RuleContext['sourceCode']): unknown {
  const services = parserServices as { readonly esTreeNodeToTSNodeMap?: { get(node: object): unknown } } | undefined;
  return services?.esTreeNodeToTSNodeMap?.get(ast);
}

function descriptorOf({ message, line, column, endLine, endColumn, suggest = [] }: Finding): EslintRule.ReportDescriptor {
  return {
    message,
    loc: { start: { line, column: column - 1 }, end: { line: endLine, column: endColumn - 1 } },
    suggest: suggest.map(({ description, edits }) => ({
      desc: description,
      fix: (fixer) => edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text)),
    })),
  };
}
