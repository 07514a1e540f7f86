/** Rules as ESLint has them: the same findings, those of the file that is linted. */
import { pathToFileURL } from 'node:url';
import type { Rule as EslintRule } from 'eslint';
import { z } from 'zod';
import { ruleDocFile } from '../audit/rule-docs.ts';
import type { Finding, Rule } from '../check/rule.ts';
import { lintedFile } from './linted-file.ts';
import { readSettings } from './settings.ts';
import { sessionFor } from './sessions.ts';

export function adaptRule(rule: Rule): EslintRule.RuleModule {
  const document = ruleDocFile(rule.id);
  return {
    meta: {
      type: 'problem',
      // The package brings its documentation along, so that editors can show it offline.
      docs: { description: rule.description, recommended: rule.recommended !== null, ...(document !== null && { url: pathToFileURL(document).href }) },
      ...(rule.suggests && { hasSuggestions: true }),
      schema: [schemaOf(rule)],
      defaultOptions: [rule.options.parse({})],
      messages: { ...rule.messages },
    },
    create: (context) => {
      // Rules over the plan report in the plan, which ESLint does not lint.
      if (rule.scope === 'plan') return {};
      return {
        Program() {
          for (const finding of findingsIn(context, rule)) context.report(descriptorOf(finding));
        },
      };
    },
  };
}

/** Of options as somebody writes them; what they are by default stands beside it. ESLint knows which draft it reads. */
function schemaOf({ options, id }: Rule): object {
  const schema = z.toJSONSchema(options, {
    io: 'input',
    target: 'draft-4',
    override({ jsonSchema }) {
      delete jsonSchema.default;
    },
  });
  return { description: `Options of ${id}.`, ...Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema')) };
}

function findingsIn(context: EslintRule.RuleContext, rule: Rule): readonly Finding[] {
  const options = readSettings(context.settings, context.cwd);
  const file = lintedFile(context, options.root);
  return file ? sessionFor(options).findings(file, rule, context.options[0] ?? rule.options.parse({})) : [];
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
