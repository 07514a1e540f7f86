import { describe, expect, it } from 'vitest';
import { checkstyle } from '../../src/report/checkstyle.ts';
import { compact } from '../../src/report/compact.ts';
import { github } from '../../src/report/github.ts';
import { gitlab } from '../../src/report/gitlab.ts';
import { junit } from '../../src/report/junit.ts';
import { CONTEXT, finding, HOSTILE, reportInput } from '../support/report.ts';
import { parseXml } from '../support/xml.ts';

const WARNING = finding({ severity: 'warning', rule: 'no-doubt', file: 'src/b.ts', line: 9, endLine: 11, fingerprint: 'f1', message: 'Doubtful.' });
const TWO = reportInput({ findings: [finding(), WARNING] });
const IN_FOLDER = { ...CONTEXT, folder: 'apps/web' };

describe('annotations of GitHub', () => {
  it('name the file from the top of the repository, and columns where the span is on one line', () => {
    expect(github(TWO, IN_FOLDER).split('\n')).toEqual([
      '::error file=apps/web/src/app.ts,line=3,endLine=3,col=5,endColumn=12,title=tracklint%3A require-proof::`user.invited` lacks proof.',
      '::warning file=apps/web/src/b.ts,line=9,endLine=11,title=tracklint%3A no-doubt::Doubtful.',
      'tracklint: 1 error, 1 warning.',
      '',
    ]);
  });

  it('are one command each, whatever a text holds', () => {
    const [line = '', last, ...rest] = github(reportInput({ findings: [HOSTILE] }), CONTEXT).split('\n');
    expect({ last, rest }).toEqual({ last: 'tracklint: 1 error, 0 warnings.', rest: [''] });
    const [, properties = '', ...data] = line.slice(2).split(/ (.*?)::(.*)/s);
    expect(properties.split(',').map((one) => one.split('=')[0])).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
    expect(properties).toContain('%250A%2Cb%3Ac');
    expect(data.join('')).not.toMatch(/\r|\n|##\[|%(?!25)/);
  });
});

describe('code quality of GitLab', () => {
  it('has the keys that it reads, and different fingerprints', () => {
    expect(JSON.parse(gitlab(TWO, IN_FOLDER))).toEqual([
      { description: '`user.invited` lacks proof.', check_name: 'require-proof', fingerprint: 'f0', severity: 'major', location: { path: 'apps/web/src/app.ts', lines: { begin: 3, end: 3 } } },
      { description: 'Doubtful.', check_name: 'no-doubt', fingerprint: 'f1', severity: 'minor', location: { path: 'apps/web/src/b.ts', lines: { begin: 9, end: 11 } } },
    ]);
  });

  it('is an empty list where nothing is found', () => {
    expect(JSON.parse(gitlab(reportInput(), CONTEXT))).toEqual([]);
  });
});

describe('JUnit', () => {
  it('has a suite for each file and a failure for each finding, counted', () => {
    const root = parseXml(junit(TWO, IN_FOLDER));
    expect(root).toMatchObject({ name: 'testsuites', attributes: { tests: '2', failures: '2', errors: '0' } });
    expect(root.children.map(({ attributes }) => [attributes['name'], attributes['tests'], attributes['failures']])).toEqual([['apps/web/src/app.ts', '1', '1'], ['apps/web/src/b.ts', '1', '1']]);
    const test = root.children[0]?.children[0];
    expect(test?.attributes).toEqual({ name: 'require-proof (3:5)', classname: 'apps/web/src/app.ts', file: 'apps/web/src/app.ts', line: '3' });
    expect(test?.children[0]).toMatchObject({ name: 'failure', attributes: { type: 'error', message: '`user.invited` lacks proof.' } });
  });

  it('has one test that passes where nothing is found, and skips rules that did not run', () => {
    const root = parseXml(junit(reportInput({ notRun: [{ rule: 'no-unknown-event', reason: 'there is no plan' }] }), CONTEXT));
    expect(root.attributes).toMatchObject({ tests: '2', failures: '0' });
    expect(root.children[0]?.children.map(({ attributes, children }) => [attributes['name'], ...children.map(({ name }) => name)])).toEqual([['audit'], ['no-unknown-event', 'skipped']]);
  });
});

it('Checkstyle has each finding below its file', () => {
  const root = parseXml(checkstyle(TWO, IN_FOLDER));
  expect(root.name).toBe('checkstyle');
  expect(root.children.map(({ attributes, children }) => [attributes['name'], children[0]?.attributes])).toEqual([
    ['apps/web/src/app.ts', { line: '3', column: '5', severity: 'error', message: '`user.invited` lacks proof.', source: 'tracklint.require-proof' }],
    ['apps/web/src/b.ts', { line: '9', column: '5', severity: 'warning', message: 'Doubtful.', source: 'tracklint.no-doubt' }],
  ]);
});

const ELEMENTS: readonly string[] = ['testsuites', 'testsuite', 'testcase', 'failure', 'checkstyle', 'file', 'error'];

it.each([['junit', junit], ['checkstyle', checkstyle]])('%s keeps hostile texts as texts', (_, format) => {
  const text = format(reportInput({ findings: [HOSTILE] }), CONTEXT);
  const names: string[] = [];
  const visit = ({ name, children }: ReturnType<typeof parseXml>): void => {
    names.push(name);
    children.forEach(visit);
  };
  visit(parseXml(text));
  expect(names.filter((name) => !ELEMENTS.includes(name))).toEqual([]);
  expect(names).toHaveLength(text.split(/<\w/).length - 1);
});

describe('compact', () => {
  it('has one line a finding', () => {
    expect(compact(TWO)).toBe('src/app.ts:3:5: error: `user.invited` lacks proof. [require-proof]\nsrc/b.ts:9:5: warning: Doubtful. [no-doubt]\n');
    expect(compact(reportInput())).toBe('');
  });

  it('commands neither a terminal nor a job, and is no formula', () => {
    const text = compact(reportInput({ findings: [HOSTILE, finding({ file: '=HYPERLINK(1).ts' })] }));
    expect(text.split('\n')).toHaveLength(3);
    // eslint-disable-next-line no-control-regex -- they are what must not be there
    expect(text).not.toMatch(/^\s*::|##\w*\[|[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]|^=/m);
  });
});
