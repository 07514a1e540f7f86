import { z } from 'zod';
import { relatedSites } from '../../src/check/causes.ts';
import { isUser } from '../../src/check/identity.ts';
import { defineRule, type Call, type RuleContext, type Sdk } from '../../src/check/rule.ts';
import { resetCallText } from '../../src/check/vocabulary.ts';
import { eventText } from '../../src/check/wording.ts';
import { wordsOf } from '../../src/check/words.ts';

const options = z.strictObject({});

type Context = RuleContext<z.output<typeof options>, 'logout' | 'other'>;

export const rule = defineRule<z.output<typeof options>, 'logout' | 'other'>({
  id: 'require-reset-on-logout',
  description: 'Require a reset() call of every client SDK that identifies users',
  recommended: null,
  strict: 'warning',
  scope: 'project',
  options,
  messages: {
    other: 'The user before is forgotten here by another SDK alone, and nothing calls {{reset}} of {{sdk}}: call it here too, or the next user of the browser is taken for this one.',
    logout: 'The user logs out here, where {{event}} is sent, and nothing calls {{reset}} of {{sdk}}: call it after the event, or the next user of the browser is taken for this one.',
  },
  check(context) {
    // All users of an account that share one identity share it after logout, too.
    if (context.identity === 'instance') return;
    const live = context.calls.filter((call) => call.live);
    const ids = [...new Set(live.flatMap(({ sdks }) => sdks))].sort();
    for (const sdk of ids.map((id) => context.sdk(id))) {
      const reset = sdk?.runtime === 'client' ? resetCallText(sdk) : null;
      if (sdk && reset !== null) checkSdk(context, sdk, reset, live);
    }
  },
});

/** Silent where nothing tells that users log out: the SDK may run on a server, or for somebody else's product. */
function checkSdk({ report }: Context, { id, title, isomorphic }: Sdk, reset: string, live: readonly Call[]): void {
  const own = live.filter(({ sdks }) => sdks.includes(id));
  if (own.some(forgetsUser)) return;
  const identifying = own.filter(identifiesUser);
  const packages = new Set(identifying.map((call) => call.package));
  const logout = own.find((call) => call.kind === 'track' && packages.has(call.package) && call.names.length > 0 && call.names.every(isLogout));
  const other = isomorphic ? undefined : live.find((call) => call.kind === 'reset' && packages.has(call.package));
  const place = logout ?? other;
  if (!place) return;
  const data = { sdk: title, reset: `\`${reset}\``, event: logout ? eventText(logout, logout.names) : '' };
  const related = relatedSites(identifying.map(({ span }) => ({ place: span, message: 'It identifies users here.' })));
  report({ place: place.span, messageId: logout ? 'logout' : 'other', data, related, subject: id });
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
