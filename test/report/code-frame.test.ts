import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/report/code-frame.ts';

const PLAIN = new Chalk({ level: 0 });

function frame(text: string, column: number, endColumn: number, endLine = 7): string {
  return codeFrame({ line: 7, column, endLine, endColumn }, text, PLAIN).join('\n');
}

describe('a code frame', () => {
  it('marks the span and drops the indentation', () => {
    expect(frame("    track('a');", 5, 15)).toBe("7 │ track('a');\n  │ ^^^^^^^^^^");
  });

  it('marks one character of an empty span', () => {
    expect(frame('track()', 1, 1)).toBe('7 │ track()\n  │ ^');
  });

  it('marks the rest of the line where the span goes on', () => {
    expect(frame('x.track({', 3, 2, 9)).toBe('7 │ x.track({\n  │   ^^^^^^^');
  });

  it('counts a tab as it is shown', () => {
    expect(frame('\ta\ttrack()', 4, 11)).toBe('7 │ a  track()\n  │    ^^^^^^^');
  });

  it('cuts a long line to what stands around the span', () => {
    const [code = '', carets = ''] = frame(`${'x'.repeat(500)}track()${'y'.repeat(500)}`, 501, 508).split('\n');
    expect(code.length).toBeLessThan(130);
    expect(code.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('track()');
  });

  it('shows the control characters of the code', () => {
    expect(frame("track('\u001B[2J\u202Ex')", 1, 6)).toContain("track('\\u001b[2J\\u202ex')");
  });

  it('is empty where the line is not known', () => {
    expect(codeFrame({ line: 7, column: 1, endLine: 7, endColumn: 2 }, null, PLAIN)).toEqual([]);
  });
});
