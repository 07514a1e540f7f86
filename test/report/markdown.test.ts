import { describe, expect, it } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { githubSummary } from '../../src/report/github-summary.ts';
import { markdown } from '../../src/report/markdown.ts';
import { codeText, markdownText } from '../../src/report/markdown-text.ts';
import { PLAN } from '../support/product.ts';
import { CONTEXT, finding, HOSTILE, reportInput } from '../support/report.ts';

const many = (count: number): ReturnType<typeof reportInput> => reportInput({ findings: Array.from({ length: count }, (_, index) => finding({ line: index + 1 })) });

describe('text in Markdown', () => {
  it.each([
    ['`user.invited` lacks [proof].', '`user.invited` lacks \\[proof\\].'],
    ['`a|b` or c|d', '`a\\|b` or c\\|d'],
    ['ask @team, <b>now</b> & #12', 'ask @<!-- -->team, &lt;b\\>now&lt;/b\\> &amp; \\#12'],
    ['https://evil.test *x* _y_ ~z~', 'https\\://evil.test \\*x\\* \\_y\\_ \\~z\\~'],
    ['`a` [x](http://evil) `b`', '`a` \\[x\\](http\\://evil) `b`'],
  ])('%s', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  it('as code is fenced by more backticks than it holds', () => {
    expect(codeText('a``b')).toBe('``` a``b ```');
    expect(codeText('plain')).toBe('`plain`');
  });
});

describe('a comment on a pull request', () => {
  it('begins with the mark by which a job finds it, and says what was found', () => {
    const text = markdown(reportInput({ findings: [finding()] }), { ...CONTEXT, folder: 'apps/web', sourceUrl: (file, line) => `https://host/${file}#L${String(line)}` });
    expect(text).toMatch(/^<!-- tracklint -->\n## 🔴 Tracking plan: 1 error, 0 warnings\n/);
    expect(text).toContain('| 🔴 error | [`apps/web/src/app.ts:3`](https://host/src/app.ts#L3) | `user.invited` lacks proof. | `require-proof` |\n');
    expect(text).not.toContain('<details>');
  });

  it('folds many findings, and leaves out what a comment has no room for', () => {
    expect(markdown(many(11), CONTEXT)).toContain('<details><summary>11 findings</summary>');
    const text = markdown(many(3000), CONTEXT);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/\n\d+ more findings left out/);
  });

  it('says that nothing is found', () => {
    expect(markdown(reportInput(), CONTEXT)).toMatch(/^<!-- tracklint -->\n## ✅ Tracking plan: nothing found\n\n- Plan: the embedded core B2B plan/);
  });

  it.each([['comment', markdown], ['summary', githubSummary]])('a %s keeps hostile texts as texts', (_, format) => {
    const text = format(reportInput({ findings: [HOSTILE] }), CONTEXT).replace(/`+ .*? `+|`[^`\n]*`/g, '');
    expect(text).not.toMatch(/<(?!!-- (tracklint )?-->|\/?(details|summary|code)[ >])|(?<!\\)\]\(|@\w|^::/m);
  });
});

describe("the summary page of a job", () => {
  const plan = readPlan('plan.yaml', PLAN);

  it('has the counts, the events that nothing sends, and the findings by rule', () => {
    const text = githubSummary(reportInput({ plan, findings: [finding(), finding({ rule: 'no-doubt', severity: 'warning' })] }), CONTEXT);
    expect(text).toContain('- Plan: `plan.yaml`, 0 of 2 events sent\n');
    expect(text).toContain('<summary>2 planned events not found in the code</summary>\n\n`user.signed_up`, `user.invited`\n');
    expect(text).toContain('<summary><code>no-doubt</code>: 1 finding. Require no-doubt.</summary>');
  });
});
