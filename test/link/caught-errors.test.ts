import { expect, it } from 'vitest';
import { eventsOf } from '../support/events.ts';

it('what a caught error holds decides nothing', () => {
  const app = `import posthog from 'posthog-js';
export async function download(file: File) {
  try {
    return await file.read();
  } catch (error) {
    if (error.code === 'busy') posthog.capture('download.delayed');
  }
}
export async function upload(file: File) {
  try {
    await file.write();
  } catch ({ code, message }) {
    if (code === 'busy' && message.includes('quota')) posthog.capture('upload.delayed');
    else posthog.capture('upload.failed');
  }
}`;
  expect(eventsOf({ 'app.ts': app })).toEqual(['app.ts:6 download.delayed', 'app.ts:13 upload.delayed', 'app.ts:14 upload.failed']);
});
