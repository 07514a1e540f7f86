import { z } from 'zod';
import { relatedSites } from '../../src/check/causes.ts';
import { isUser } from '../../src/check/identity.ts';
import { defineRule, type Call, type RuleContext, type Sdk } from '../../src/check/rule.ts';
import { resetCallText } from '../../src/check/vocabulary.ts';
import { eventText } from '../../src/check/wording.ts';
import { wordsOf } from '../../src/check/words.ts';

const options = z.strictObject({});

type Context = RuleContext<z.output<typeof options>, 'missing' | 'logout'>;

export const rule = defineRule<z.output<typeof options>, 'missing' | 'logout'>({
  id: 'require-reset-on-logout',
  description: 'Require a reset() call of every client SDK that identifies users',
  recommended: null,
  strict: 'warning',
  scope: 'project',
  options,
  messages: {
    missing: '{{sdk}} identifies users here, and nothing calls {{reset}}: call it on logout, or the next user of the browser is taken for this one.',
    logout: 'The user logs out here, where {{event}} is sent, and nothing calls {{reset}} of {{sdk}}: call it after the event, or the next user of the browser is taken for this one.',
  },
  check(context) {
    // All users of an account that share one identity share it after logout, too.
    if (context.identity === 'instance') return;
    const live = context.calls.filter((call) => call.live);
    const ids = [...new Set(live.flatMap(({ sdks }) => sdks))].sort();
    for (const sdk of ids.map((id) => context.sdk(id))) {
      const reset = sdk?.runtime === 'client' ? resetCallText(sdk) : null;
      if (sdk && reset !== null) checkSdk(context, sdk, reset, live.filter(({ sdks }) => sdks.includes(sdk.id)));
    }
  },
});

function checkSdk({ report }: Context, { id, title }: Sdk, reset: string, calls: readonly Call[]): void {
  const identifying = calls.filter(identifiesUser);
  const [identify, ...others] = identifying;
  if (!identify || calls.some(forgetsUser)) return;
  const data = { sdk: title, reset: `\`${reset}\`` };
  const logout = calls.find(({ kind, names }) => kind === 'track' && names.length > 0 && names.every(isLogout));
  const related = (logout ? identifying : others).map(({ span }) => ({ place: span, message: logout ? 'It identifies users here.' : 'It identifies users here too.' }));
  const event = logout ? eventText(logout, logout.names) : '';
  report({ place: (logout ?? identify).span, messageId: logout ? 'logout' : 'missing', data: { ...data, event }, related: relatedSites(related), subject: id });
}

function isLogout(name: string): boolean {
  return /^((user|account|auth|session) )?(log(ged)? ?out|sign(ed)? ?out)( (clicked|success|succeeded|completed))?$/.test(wordsOf(name).join(' '));
}

function identifiesUser({ kind, userId, userIdValues }: Call): boolean {
  return kind === 'identify' && isUser(userId) && userIdValues.some(({ type }) => type !== 'null');
}

/** A reset, or an id that may be none: `setUserId(undefined)`. */
function forgetsUser({ kind, userIdValues, traits }: Call): boolean {
  if (kind !== 'identify') return kind === 'reset';
  return userIdValues.some(({ type, literal }) => type === 'null' || literal === '') || (userIdValues.length === 0 && traits.keys.length === 0 && !traits.open);
}
