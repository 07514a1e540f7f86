import { describe, expect, it } from 'vitest';
import { eventsOf } from '../support/events.ts';

const USE = "import type { Tracker } from './tracker';\nexport class Boards {\n  constructor(private tracker: Tracker) {}\n  open() {\n    this.tracker.send('board.opened');\n  }\n}";

describe('what is typed by a supertype', () => {
  it('is the class that implements an interface, which no other file mentions', () => {
    const files = {
      'tracker.ts': 'export interface Tracker {\n  send(name: string): void;\n}',
      'posthog.ts': "import posthog from 'posthog-js';\nimport type { Tracker } from './tracker';\nexport class PostHogTracker implements Tracker {\n  send(name: string) {\n    posthog.capture(name);\n  }\n}",
      'use.ts': USE,
    };
    expect(eventsOf(files)).toEqual(['use.ts:5 board.opened']);
  });

  it('is the class that extends an abstract one, also where that one calls what it leaves open', () => {
    const files = {
      'tracker.ts': 'export abstract class Tracker {\n  abstract deliver(name: string): void;\n  send(name: string) {\n    this.deliver(`app.${name}`);\n  }\n}',
      'posthog.ts': "import posthog from 'posthog-js';\nimport { Tracker } from './tracker';\nexport class PostHogTracker extends Tracker {\n  deliver(name: string) {\n    posthog.capture(name);\n  }\n}",
      'use.ts': USE,
    };
    expect(eventsOf(files)).toEqual(['use.ts:5 app.board.opened']);
  });

  it('is the class that implements an extended interface, which its file hands out by a function only', () => {
    const files = {
      'tracker.ts': `import posthog from 'posthog-js';
export interface Tracker { send(name: string): void }
export interface FlushingTracker extends Tracker { flush(): Promise<void> }
export async function createTracker(): Promise<FlushingTracker> {
  return process.env.SILENT ? new NoTracker() : new PostHogTracker();
}
class NoTracker implements FlushingTracker {
  send(): void {}
  async flush() {}
}
class PostHogTracker implements FlushingTracker {
  send(name: string) {
    posthog.capture(name);
  }
  async flush() {}
}`,
      'use.ts': USE,
    };
    expect(eventsOf(files)).toEqual(['use.ts:5 board.opened']);
  });
});
