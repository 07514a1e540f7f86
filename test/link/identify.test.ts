import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/link/call.ts';
import { linkFiles } from '../support/program.ts';

const POSTHOG = "import posthog from 'posthog-js';\n";

describe('an identify call', () => {
  it.each(['user.id ?? session.id', 'user?.id || undefined', 'signedIn ? user.id : session.userId', 'user.id'])('takes the id %s as it is written', (id) => {
    expect(identify({ 'src/app.ts': `${POSTHOG}export const start = (user, session, signedIn) => posthog.identify(${id});` })?.userId).toBe(id);
  });

  it('names the file of what decides about the group, where that is another', () => {
    const join = `${POSTHOG}export function join(user) {\n  if (user.isNew) return;\n  posthog.group('account', user.accountId);\n}`;
    const app = `${POSTHOG}import { join } from './join';\nexport function start(user) {\n  posthog.identify(user.id);\n  join(user);\n}`;
    expect(identify({ 'src/app.ts': app, 'src/join.ts': join })?.groupAfterPath).toBe('where `user.isNew` (src/join.ts:3) decides otherwise');
  });
});

function identify(files: Readonly<Record<string, string>>): Call | undefined {
  return linkFiles(files).calls.find(({ kind }) => kind === 'identify');
}
