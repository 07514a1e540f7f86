import { describe, expect, it } from 'vitest';
import { eventsOf } from '../support/events.ts';

const sending = (url: string): string => `export const send = (event: string, data?: object) => api.post(${url}, { event, data });`;

describe('own pipelines', () => {
  it('are requests to an address whose name says so, whatever stands before it', () => {
    const files = { 'send.ts': sending('process.env.OS_TELEMETRY_URL'), 'use.ts': "import { send } from './send';\nsend('server.started');\nsend('server.stopped');" };
    expect(eventsOf(files)).toEqual(['use.ts:2 server.started', 'use.ts:3 server.stopped']);
  });

  it('are one pipeline wherever in the program they start, if they end at one endpoint', () => {
    const files = {
      'web/send.ts': sending("'/v1/telemetry/measure'"), 'web/use.ts': "import { send } from './send';\nsend('page.opened');",
      'app/send.ts': sending("'/telemetry/measure'"), 'app/use.ts': "import { send } from './send';\nsend('view.opened');",
    };
    expect(eventsOf(files)).toEqual(['app/use.ts:2 view.opened', 'web/use.ts:2 page.opened']);
  });

  it('are none where only one place names an event', () => {
    expect(eventsOf({ 'send.ts': sending("'/telemetry/measure'"), 'use.ts': "import { send } from './send';\nsend('page.opened');" })).toEqual([]);
  });
});
