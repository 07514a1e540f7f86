import { describe, expect, it } from 'vitest';
import { eventsOf } from '../support/events.ts';

/** A class whose methods all call one another, and start listeners that do so later. */
function knot(methods: number): string {
  const all = Array.from({ length: methods }, (_, index) => index);
  const bodies = all.map((index) => {
    const others = all.filter((other) => other !== index).map((other) => `    if (this.is(${String(other)})) this.step${String(other)}();`);
    return `  step${String(index)}() {\n${others.join('\n')}\n    this.listeners.push(() => { this.step${String((index + 1) % methods)}(); });\n    this.stop();\n  }`;
  });
  return `import posthog from 'posthog-js';
export class Recorder {
  listeners: (() => void)[] = [];
  is(state: number) { return state === this.listeners.length; }
  stop() {
    this.listeners.forEach((listener) => listener());
    posthog.capture('recording.stopped');
  }
${bodies.join('\n')}
}`;
}

describe('a program whose functions call one another in every way', () => {
  it('is followed to the events that it sends', () => {
    expect(eventsOf({ 'recorder.ts': knot(40) })).toEqual(['recorder.ts:7 recording.stopped']);
  });

  it('is followed where every function gives all the others', () => {
    const all = Array.from({ length: 120 }, (_, index) => index);
    const members = all.map((index) => `f${String(index)}`).join(', ');
    const hub = all.map((index) => `export function f${String(index)}() { return { ${members} }; }`).join('\n');
    const files = { 'hub.ts': `import posthog from 'posthog-js';\n${hub}\nposthog.capture('hub.made');` };
    expect(eventsOf(files)).toEqual(['hub.ts:122 hub.made']);
  });
});
