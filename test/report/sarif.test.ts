import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { Log } from 'sarif';
import { sarif } from '../../src/report/sarif.ts';
import { run } from '../support/run.ts';
import { CONTEXT, finding, HOSTILE, reportInput } from '../support/report.ts';

const require = createRequire(import.meta.url);
const Ajv = (require('ajv-draft-04') as { default: typeof import('ajv-draft-04').default }).default;
const addFormats = (require('ajv-formats') as { default: typeof import('ajv-formats').default }).default;
const ajv = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }));
const validate = ajv.compile(JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object);

function validLog(text: string): Log {
  const log = JSON.parse(text) as Log;
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log;
}

describe('SARIF', () => {
  it('of the example follows the schema, with the help of each rule', async () => {
    const { stdout } = await run(new URL('../../fixtures/example', import.meta.url).pathname, ['--format', 'sarif']);
    const [one] = validLog(stdout).runs;
    const results = one?.results ?? [];
    expect(results.length).toBeGreaterThan(0);
    for (const { ruleId, ruleIndex = -1, locations } of results) {
      const rule = one?.tool.driver.rules?.[ruleIndex];
      expect(rule?.id).toBe(ruleId);
      expect(rule?.help?.markdown).toContain(`# ${ruleId ?? ''}`);
      const { uri = '', uriBaseId } = locations?.[0]?.physicalLocation?.artifactLocation ?? {};
      expect({ uri, uriBaseId }).toEqual({ uri: expect.stringMatching(/^fixtures\/example\/(server|src|app)/) as string, uriBaseId: '%SRCROOT%' });
    }
  });

  it('escapes paths as URIs and leaves the end of a place without one out', () => {
    const place = finding({ file: 'app/[id]/a b#c.ts', line: 4, endLine: 4, column: 2, endColumn: 2 });
    const [result] = validLog(sarif(reportInput({ findings: [place] }), { ...CONTEXT, folder: 'apps/web' })).runs[0]?.results ?? [];
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'apps/web/app/%5Bid%5D/a%20b%23c.ts', uriBaseId: '%SRCROOT%' }, region: { startLine: 4, startColumn: 2 },
    });
    expect(result?.partialFingerprints).toEqual({ 'tracklint/v1': 'f0' });
  });

  it('names a plan above the audited folder from the top of the repository', () => {
    const log = validLog(sarif(reportInput({ findings: [finding({ file: '../../.telemetry/tracking-plan.yaml' })] }), { ...CONTEXT, folder: 'apps/web' }));
    expect(log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('.telemetry/tracking-plan.yaml');
    expect(log.runs[0]?.automationDetails?.id).toBe('tracklint/apps/web/');
  });

  it('stays valid with hostile texts, problems and rules that did not run', () => {
    const program = { calls: [], files: { discovered: 1, candidates: 1, parsed: 0, failed: 1 }, problems: [{ file: 'a:b.ts', line: null, message: 'binary file' }, { file: 'c.ts', line: 3, message: 'x' }] };
    const log = validLog(sarif(reportInput({ findings: [HOSTILE], program, notRun: [{ rule: 'r', reason: 'there is no plan' }] }), CONTEXT));
    expect(log.runs[0]?.results?.[0]?.message.text).toBe(HOSTILE.message);
    expect(log.runs[0]?.invocations?.[0]?.toolExecutionNotifications).toHaveLength(2);
  });

  it('is refused by the schema where it is wrong', () => {
    const log = JSON.parse(sarif(reportInput({ findings: [finding()] }), CONTEXT)) as { runs: { results: { level: string }[] }[] };
    for (const { results } of log.runs) for (const result of results) result.level = 'fatal';
    expect(validate(log)).toBe(false);
  });
});
