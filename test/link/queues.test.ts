import { describe, expect, it } from 'vitest';
import { eventsOf } from '../support/events.ts';

const APP = "import { track } from './queue';\nexport function go() {\n  track('page.opened');\n  track('page.closed');\n}";

describe('events that wait in a list', () => {
  it.each([
    ['a loop over it', 'export function flush() {\n  for (const { name } of queue) posthog.capture(name);\n  queue = [];\n}'],
    ['splice', 'setInterval(() => queue.splice(0).forEach(({ name }) => posthog.capture(name)), 1000);'],
    ['shift', 'export function flush() {\n  while (queue.length > 0) {\n    const item = queue.shift();\n    if (item) posthog.capture(item.name);\n  }\n}'],
  ])('are named where they are put into it, when %s empties it', (_, flush) => {
    const queue = `import posthog from 'posthog-js';\nlet queue: { name: string }[] = [];\n${flush}\nexport function track(name: string) {\n  queue.push({ name });\n}`;
    expect(eventsOf({ 'app.ts': APP, 'queue.ts': queue })).toEqual(['app.ts:3 page.opened', 'app.ts:4 page.closed']);
  });

  it('are named where they are put into it, when it is a field that a method emptied before', () => {
    const queue = `import posthog from 'posthog-js';
class Queue {
  private waiting: { name: string }[] = [];
  flush() {
    for (const item of this.waiting) posthog.capture(item.name);
    this.waiting = [];
  }
  track(name: string) {
    this.waiting.push({ name });
  }
}
const queue = new Queue();
export const track = (name: string) => queue.track(name);`;
    expect(eventsOf({ 'app.ts': APP, 'queue.ts': queue })).toEqual(['app.ts:3 page.opened', 'app.ts:4 page.closed']);
  });

  it('are one of unknown name where nobody puts any into it', () => {
    const queue = "import posthog from 'posthog-js';\nconst queue = [];\nexport const flush = () => queue.forEach(({ name }) => posthog.capture(name));\nexport function track(name: string) {\n  queue.push({ name });\n}";
    expect(eventsOf({ 'queue.ts': queue })).toEqual(['queue.ts:5 ?']);
  });
});
