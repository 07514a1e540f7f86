/** What holds for every rule in ESLint, the next one too. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Linter, type ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { audit } from '../../src/audit/audit.ts';
import plugin from '../../src/eslint/plugin.ts';
import { lintText, parsersFor, toolFor } from '../support/eslint.ts';
import { readRuleDoc, type DocExample } from '../support/rule-docs.ts';
import { PLAN_FILE } from '../support/rule-tester.ts';
import { tempProject } from '../support/temp-project.ts';

const AUDIT_ALONE = 'in the audit alone';
/** Rules about the objects and tests of rules. */
const aboutRules = (toolFor('eslint-plugin-eslint-plugin') as { readonly default: ESLint.Plugin } | null)?.default ?? null;

describe.each(rules)('$id', (rule) => {
  const text = readFileSync(new URL(`../../rules/${rule.id}/rule.md`, import.meta.url), 'utf8');
  const examples = rule.scope === 'plan' ? [] : readRuleDoc(text).examples.filter(({ isCorrect }) => !isCorrect);
  const id = `tracklint/${rule.id}`;

  it('reports the incorrect code of its documentation as the command line does, under each parser', async () => {
    const reported: string[] = [];
    for (const example of examples) {
      const file = `src/app.${example.language}`;
      const root = tempProject(projectOf(file, example));
      const { findings } = await audit({ root });
      const own = findings.filter((finding) => finding.rule === rule.id && finding.file === file).map(({ line, column, endLine, endColumn, message }) => ({ line, column, endLine, endColumn, message }));
      for (const parser of parsersFor(file)) {
        const messages = lintText(example.code, file, { root, parser, config: { plugins: { tracklint: plugin }, rules: { [id]: ['error', example.options ?? {}] } } });
        expect({ parser, line: example.line, found: messages.map(({ line, column, endLine, endColumn, message }) => ({ line, column, endLine, endColumn, message })) }).toEqual({ parser, line: example.line, found: own });
        reported.push(...messages.map(({ message }) => message));
      }
    }
    // What is the same because it is nothing shows nothing.
    expect(reported.length > 0).toBe(!text.includes(AUDIT_ALONE));
  });

  function projectOf(file: string, { code, plan, options }: DocExample): Record<string, string> {
    const config = { rules: { [rule.id]: options === undefined ? 'error' : ['error', options] } };
    return { [file]: code, 'tracklint.config.json': JSON.stringify(config), ...(plan !== null && { [PLAN_FILE]: plan }) };
  }

  it('has the meta data that ESLint and editors show', () => {
    const { meta = {} } = plugin.rules[rule.id] ?? {};
    expect(meta).toMatchObject({ type: 'problem', messages: rule.messages, schema: [{ type: 'object', additionalProperties: false }], defaultOptions: [rule.options.parse({})] });
    expect(meta.docs).toMatchObject({ description: rule.description, recommended: rule.recommended !== null });
    expect(readFileSync(fileURLToPath(String(meta.docs?.url)), 'utf8')).toBe(text);
  });

  it('refuses unknown options', () => {
    expect(() => new Linter().verify('', [{ plugins: { tracklint: plugin }, rules: { [id]: ['error', { colour: 1 }] } }])).toThrow(/colour|additional/);
  });

  it.skipIf(aboutRules === null)('is as eslint-plugin-eslint-plugin wants rules', () => {
    const all = Object.fromEntries(Object.keys(aboutRules?.rules ?? {}).map((name) => [`rules/${name}`, 'error' as const]));
    const config: Linter.Config = { plugins: { rules: aboutRules ?? {} }, rules: { ...all, ...OTHERWISE } };
    expect(new Linter().verify(asSource(rule.id), [config]).map(({ ruleId, message }) => `${String(ruleId)}: ${message}`)).toEqual([]);
  });
});

const OTHERWISE: Linter.RulesRecord = {
  // They judge whatever a parser makes of a file.
  'rules/require-meta-languages': 'off',
  'rules/require-meta-docs-description': ['error', { pattern: '^(Enforce|Require|Disallow|Prefer) ' }],
};

/** A rule's object as somebody would write it, its findings reported by the ids of their messages. */
function asSource(id: string): string {
  const { meta } = plugin.rules[id] ?? {};
  const suggest = meta?.hasSuggestions ? "suggest: [{ messageId: 'suggested', fix: (fixer) => fixer.remove(node) }], " : '';
  const messages = { ...meta?.messages, ...(suggest && { suggested: 'Do so.' }) };
  const reports = Object.entries(meta?.messages ?? {}).map(([messageId, message]) => {
    const names = [...message.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
    return `context.report({ node, messageId: '${messageId}', ${suggest}data: { ${[...new Set(names)].map((name) => `${name}: options`).join(', ')} } });`;
  });
  return [
    `export default {`,
    `  meta: ${JSON.stringify({ ...meta, messages })},`,
    `  create(context) {`,
    `    const [options] = context.options;`,
    `    return { Program(node) { ${reports.join(' ')} } };`,
    `  },`,
    `};`,
  ].join('\n');
}
