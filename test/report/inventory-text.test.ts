import { Chalk } from 'chalk';
import { expect, it } from 'vitest';
import { inventoryText } from '../../src/report/inventory-text.ts';
import { linkFiles } from '../support/program.ts';

function titlesOf(text: string): string[] {
  const { calls } = linkFiles({ 'src/a.ts': text });
  const program = { calls, files: { discovered: 1, candidates: 1, parsed: 1, failed: 0 }, problems: [] };
  return inventoryText(program, { colors: new Chalk({ level: 0 }) }).split('\n').filter((line) => line !== '' && !line.startsWith(' ')).slice(0, -1);
}

const SEGMENT = "import { AnalyticsBrowser } from '@segment/analytics-next';\nconst analytics = AnalyticsBrowser.load({ writeKey: 'k' });\n";

it('tells a page that needs no name from an event whose name is not known', () => {
  expect(titlesOf(`${SEGMENT}analytics.page();`)).toEqual(['(page without a name)']);
  expect(titlesOf(`${SEGMENT}analytics.track(window.location.hash);`)).toEqual(['(dynamic track)']);
});

it('lists an event under each of its names, and the other kinds after all events', () => {
  expect(titlesOf(`${SEGMENT}analytics.identify('1');\nanalytics.track(Math.random() > 1 ? 'b' : 'a');`)).toEqual(['a', 'b', 'identify()']);
});
