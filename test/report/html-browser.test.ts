import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../src/report/html/page.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { CHROMIUM, LAUNCH } from '../support/browser.ts';
import { PLAN, PRODUCT } from '../support/product.ts';
import { linkFiles } from '../support/program.ts';
import { CONTEXT, finding, HOSTILE, reportInput } from '../support/report.ts';
import { tempProject } from '../support/temp-project.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const FINDINGS = [
  finding({ line: 4, endLine: 4, column: 2, endColumn: 31, file: 'src/invite.ts', related: [{ file: 'src/sign-up.ts', line: 4, message: 'Sent here too.' }] }),
  finding({ line: 6, endLine: 6, rule: 'no-doubt', severity: 'warning', file: 'src/analytics.ts', message: '`user.signed_up` is doubtful.' }),
  HOSTILE,
];

const page = html(
  reportInput({ plan: readPlan('plan.yaml', PLAN), program: { calls: linkFiles(PRODUCT).calls, files: { discovered: 3, candidates: 3, parsed: 3, failed: 0 }, problems: [] }, findings: FINDINGS }),
  { ...CONTEXT, lineText: (file, line) => PRODUCT[file]?.split('\n')[line - 1] ?? null },
);

describe.skipIf(CHROMIUM === null)(`the page in a browser${CHROMIUM === null ? ' (skipped: there is no Chromium on this machine)' : ''}`, { timeout: 90_000 }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch(LAUNCH);
  }, 60_000);
  afterAll(() => browser.close());

  /** Opens the page from the disk, as a reader does, and gives what went wrong with it. */
  async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<{ tab: Page; context: BrowserContext; troubles: string[] }> {
    const context = await browser.newContext(options);
    const tab = await context.newPage();
    const troubles: string[] = [];
    tab.on('pageerror', (error) => void troubles.push(error.message));
    tab.on('console', (message) => void troubles.push(message.text()));
    tab.on('dialog', (dialog) => void troubles.push(dialog.message()));
    tab.on('request', (request) => {
      if (!request.url().startsWith('file:') || !request.url().endsWith('/report.html')) troubles.push(request.url());
    });
    const file = join(tempProject({}), 'report.html');
    writeFileSync(file, page);
    await tab.goto(`file://${file}`);
    return { tab, context, troubles };
  }

  it('runs without an error, a request or the code of its texts', async () => {
    const { tab, context, troubles } = await open();
    expect(await tab.title()).toBe('2 errors, 1 warning: tracking plan and code');
    expect(await tab.locator('article').count()).toBe(3);
    expect(await tab.locator('img').count()).toBe(0);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('filters findings by text, severity and rule, and says how many are left', async () => {
    const { tab, context } = await open();
    const form = tab.locator('form[data-filter=finding]');
    const left = async (): Promise<[number, string | null]> => [await tab.locator('article:visible').count(), await form.getByRole('status').textContent()];
    expect(await left()).toEqual([3, '3 findings']);
    await form.getByLabel('Search').fill('invite.ts');
    expect(await left()).toEqual([1, '1 of 3 findings']);
    await form.getByLabel('Search').fill('');
    await form.getByLabel('Severity').selectOption('warning');
    expect(await left()).toEqual([1, '1 of 3 findings']);
    expect(await tab.locator('[data-group]:visible').count()).toBe(1);
    await form.getByLabel('Severity').selectOption('');
    await form.getByLabel('Rule').selectOption('no-harm');
    expect(await left()).toEqual([1, '1 of 3 findings']);
    await context.close();
  });

  it('filters events and opens their sites', async () => {
    const { tab, context } = await open();
    const form = tab.locator('form[data-filter=event]');
    await form.getByLabel('Show').selectOption('groupless');
    expect(await tab.locator('.event:visible summary').allTextContents()).toEqual([expect.stringContaining('user.invited')]);
    await form.getByLabel('Show').selectOption('');
    expect(await tab.locator('.event table:visible').count()).toBe(0);
    await form.getByRole('button', { name: 'Open all' }).click();
    expect(await tab.locator('.event table:visible').count()).toBe(2);
    await form.getByRole('button', { name: 'Close all' }).click();
    expect(await tab.locator('.event table:visible').count()).toBe(0);
    await context.close();
  });

  it('is used with the keyboard alone', async () => {
    const { tab, context } = await open();
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    expect(await tab.evaluate('document.activeElement.id')).toBe('main');
    await tab.keyboard.press('Tab');
    await tab.keyboard.type('doubtful');
    expect(await tab.locator('article:visible').count()).toBe(1);
    await tab.locator('.event summary').first().focus();
    await tab.keyboard.press('Enter');
    expect(await tab.locator('.event[open]').count()).toBe(1);
    await context.close();
  });

  it('is whole without its script', async () => {
    const { tab, context } = await open({ javaScriptEnabled: false });
    expect(await tab.locator('article:visible').count()).toBe(3);
    expect(await tab.locator('form:visible').count()).toBe(0);
    await context.close();
  });

  it('prints with what is folded away, and without its filters', async () => {
    const { tab, context } = await open();
    await tab.emulateMedia({ media: 'print' });
    await tab.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await tab.getByText('Sent here too.').isVisible()).toBe(true);
    expect(await tab.locator('form:visible, nav:visible').count()).toBe(0);
    await tab.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await tab.getByText('Sent here too.').isVisible()).toBe(false);
    expect((await tab.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    await context.close();
  });

  it.each([
    ['light, wide', { colorScheme: 'light', viewport: { width: 1200, height: 900 } }],
    ['dark, on a phone', { colorScheme: 'dark', viewport: { width: 360, height: 740 } }],
  ] as const)('is accessible: %s', async (_, options) => {
    const { tab, context } = await open(options);
    await tab.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    await tab.evaluate(AXE);
    const { violations, passes } = await tab.evaluate<AxeResults>('axe.run(document)');
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: text }) => text).join(' ')}`)).toEqual([]);
    expect(passes.map(({ id }) => id)).toContain('color-contrast');
    expect(await tab.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await context.close();
  });
});
