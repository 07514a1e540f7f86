import { describe, expect, it } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { corePlan } from '../../src/plan/core-plan.ts';
import { html } from '../../src/report/html/page.ts';
import type { ReportInput } from '../../src/report/types.ts';
import { PRODUCT } from '../support/product.ts';
import { linkFiles } from '../support/program.ts';
import { CONTEXT, finding, HOSTILE, reportInput } from '../support/report.ts';
import { run } from '../support/run.ts';
import { commitAll, tempProject } from '../support/temp-project.ts';

const PLAN = readPlan('plan.yaml', [
  'groups:',
  '  - { type: account, is_top_level: true }',
  '  - { type: workspace, parent_type: account }',
  'events:',
  '  - { name: user.signed_up, group_level: account }',
  '  - { name: card.moved, group_level: workspace }',
  '  - { name: card.archived, deprecated: true, replaced_by: card.moved }',
].join('\n'));

function productInput(more: Partial<ReportInput> = {}): ReportInput {
  const { calls } = linkFiles(PRODUCT);
  return reportInput({ plan: PLAN, program: { calls, files: { discovered: 3, candidates: 3, parsed: 3, failed: 0 }, problems: [] }, ...more });
}

const textOf = (page: string): string => page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the page', () => {
  it('tells the plan, its events and what sends them', () => {
    const text = textOf(html(productInput(), CONTEXT));
    expect(text).toContain('Coverage of the plan 33 % 1 sent 0 perhaps sent 2 not found');
    expect(text).toContain('user.signed_up account 1 site');
    expect(text).toContain('src/sign-up.ts:4 segment-node no level (call)');
    expect(text).toContain('user.invited not in the plan 1 without group 1 site');
    expect(text).toContain('card.archived deprecated, use card.moved not found');
  });

  it('nests levels below their parents, each with what sets it', () => {
    const page = html(productInput(), CONTEXT);
    expect(textOf(page)).toContain('account set by 1 call 1 planned event src/analytics.ts:10 group() of segment-node');
    const [outer = ''] = page.slice(page.indexOf('id="levels"')).split('</section>');
    expect(outer.indexOf('<ul class="tree">', outer.indexOf('>account<'))).toBeLessThan(outer.indexOf('>workspace<'));
    expect(textOf(page)).toContain('workspace no call sets it');
  });

  it('without a plan of its own names the levels of the code, and misses none', () => {
    const text = textOf(html(productInput({ plan: corePlan() }), CONTEXT));
    expect(text).toContain('Levels account Calls');
    expect(text).not.toContain('no call sets it');
  });

  it('shows the code around a finding with the place marked', () => {
    const lines = ['function invite() {', "\tsend('a', 1);", '}'];
    const context = { ...CONTEXT, lineText: (_: string, line: number) => lines[line - 1] ?? null };
    const page = html(productInput({ findings: [finding({ line: 2, endLine: 2, column: 2, endColumn: 14 })] }), context);
    expect(page).toContain('<mark>send(&#39;a&#39;, 1)</mark>;');
    expect(page).toContain('function invite() {');
  });

  it('says what could not be judged', () => {
    const program = { calls: [], files: { discovered: 1, candidates: 0, parsed: 0, failed: 1 }, problems: [{ file: 'a.ts', line: 3, message: 'syntax error' }] };
    const text = textOf(html(reportInput({ program, notRun: [{ rule: 'no-unknown-event', reason: 'there is no plan' }] }), CONTEXT));
    expect(text).toContain('no-unknown-event : there is no plan');
    expect(text).toContain('a.ts:3 : syntax error');
  });

  it('loads nothing, and its policy allows nothing but its own script and style', () => {
    const page = html(productInput({ findings: [finding()] }), CONTEXT);
    expect(page).not.toMatch(/\s(src|href)="(?!#)|url\(|@import|\son\w+=|\sstyle=/);
    expect(page).toMatch(/content="default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'"/);
  });

  it('keeps hostile texts of findings, events and files as texts', () => {
    const evil = '</script><img src=x onerror=alert(1)>"\'`';
    const { calls } = linkFiles({
      'src/a.ts': `import { Analytics } from '@segment/analytics-node';\nnew Analytics({ writeKey: 'k' }).track({ event: ${JSON.stringify(evil)}, userId: 'u', properties: { ${JSON.stringify(evil)}: 1 } });`,
    });
    const program = { calls, files: { discovered: 1, candidates: 1, parsed: 1, failed: 1 }, problems: [{ file: evil, line: null, message: evil }] };
    const page = html(reportInput({ program, findings: [HOSTILE], notRun: [{ rule: 'r', reason: evil }] }), { ...CONTEXT, lineText: () => evil, sourceUrl: () => `https://host/"><script>` });
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});

it('a report that lies in the audited folder changes nothing of the next', async () => {
  const root = tempProject(PRODUCT);
  commitAll(root);
  const first = await run(root, ['--format', 'json', '--format', 'html:report.html']);
  const second = JSON.parse((await run(root, ['--format', 'json'])).stdout) as { findings: unknown; summary: { calls: unknown } };
  const { findings, summary } = JSON.parse(first.stdout) as typeof second;
  expect([second.findings, second.summary.calls]).toEqual([findings, summary.calls]);
});
