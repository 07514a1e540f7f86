import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { judgedBy, loadSettings } from '../../src/audit/load-settings.ts';
import { runRules } from '../../src/check/run-rules.ts';
import { rules } from '../../rules/index.ts';
import type { Finding } from '../../src/check/rule.ts';
import { lintText, parsersFor } from '../support/eslint.ts';
import { fixtureFiles, fixtureLeaves } from '../support/fixture-files.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures');

describe.each(fixtureLeaves())('%s', (leaf) => {
  const root = join(FIXTURES, leaf);

  it('gives the same findings in ESLint as on the command line, under each parser', async () => {
    const { plan, program } = await audit({ root });
    const { findings } = runRules({ calls: program.calls, plan, rules, ...judgedBy(await loadSettings({ root })), settings: {}, preset: 'all', read: (file) => program.text(file) });
    for (const file of Object.keys(fixtureFiles(leaf).files))
      for (const parser of parsersFor(file)) {
        const messages = lintText(readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, ''), file, { root, parser });
        const expected = findings.filter((finding) => finding.file === file).map(shownFinding);
        expect({ file, parser, found: messages.map(shownMessage).sort() }).toEqual({ file, parser, found: expected.sort() });
      }
  });
});

function shownFinding({ rule, line, column, endLine, endColumn, message }: Finding): string {
  return `${String(line)}:${String(column)}-${String(endLine)}:${String(endColumn)} tracklint/${rule} ${message}`;
}

function shownMessage({ ruleId, line, column, endLine, endColumn, message }: Linter.LintMessage): string {
  return `${String(line)}:${String(column)}-${String(endLine)}:${String(endColumn)} ${String(ruleId)} ${message}`;
}
