import { z } from 'zod';
import { groupedBy, keyOfPlace, relatedSites } from '../../src/check/causes.ts';
import { ownersOf, type Owner } from '../../src/check/id-owner.ts';
import { spokenLevel } from '../../src/check/plan-levels.ts';
import { defineRule, type Call, type Identity, type RuleContext, type Span } from '../../src/check/rule.ts';
import { capitalised, eventText, idVariable } from '../../src/check/wording.ts';

const options = z.strictObject({});

type MessageId = 'user' | 'instance' | 'event' | 'events';
type Context = RuleContext<z.output<typeof options>, MessageId>;

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'valid-identity-level',
  description: 'Require identities of the level that is declared: of each user, or of the account',
  recommended: null,
  strict: 'error',
  scope: 'file',
  options,
  messages: {
    instance: 'identify() takes `{{id}}`, which is a user\'s, and `identity: instance` is declared: pass the account\'s id, such as `{{better}}`.',
    event: '{{event}} is sent under `{{id}}`, which is a user\'s, and `identity: instance` is declared: send it under the account\'s id, such as `{{better}}`.',
    events: 'This call sends the events of {{count}} sites under the ids of users, and `identity: instance` is declared: send them under the account\'s id, such as `{{better}}`.',
    user: 'identify() takes `{{id}}`, which is an account\'s, and `identity: user` is declared: pass the user\'s id, such as `userId`.',
  },
  check(context) {
    const { identity } = context;
    if (identity === null) return;
    const judged = context.calls.filter(({ kind, live }) => live && (kind === 'identify' || (kind === 'track' && identity === 'instance')));
    for (const behind of groupedBy(judged, (call) => `${call.kind} ${call.sdkCalls.map(({ span }) => keyOfPlace(span)).join(' ')}`)) {
      const [first, ...others] = behind.filter((call) => isOf(context, call, identity === 'instance' ? 'user' : 'account'));
      // Where no site behind an SDK call is known to be right, that is the place of the fix.
      const isRight = behind.some((call) => isOf(context, call, identity === 'instance' ? 'account' : 'user'));
      if (first && others.length > 0 && !isRight) reportAll(context, identity, [first, ...others]);
      else for (const call of first ? [first, ...others] : []) reportOne(context, identity, call);
    }
  },
});

/** An id that is now the one and now the other is a switch between the two, which is right under both. */
function isOf({ plan }: Context, { userId, userIdValues }: Call, owner: Owner): boolean {
  const owners = userId === null ? null : ownersOf(userId, userIdValues, plan);
  return owners !== null && owners.size === 1 && owners.has(owner);
}

/** The id as it is written: where its value is known, there. */
function idText({ userId, userIdValues: [value, ...others] }: Call): string {
  return (others.length === 0 ? value?.text : null) ?? userId ?? '';
}

function reportOne(context: Context, identity: Identity, call: Call): void {
  const id = idText(call);
  const event = eventText(call, call.names);
  context.report({
    place: idPlace(call) ?? call.span,
    messageId: call.kind === 'track' ? 'event' : identity,
    data: { id, event: capitalised(event), better: better(context) },
    subject: `${call.kind === 'track' ? event : call.kind} ${id}`,
  });
}

function reportAll(context: Context, identity: Identity, calls: readonly [Call, ...Call[]]): void {
  const [first] = calls;
  const { kind, sdkCalls, span } = first;
  const sites = calls.map((call) => ({ place: call.span, message: `It takes \`${idText(call)}\` from here.` }));
  context.report({
    place: sdkCalls[0]?.span ?? span,
    messageId: kind === 'track' ? 'events' : identity,
    data: { id: idText(first), count: calls.length, better: better(context) },
    related: relatedSites(sites),
    subject: kind,
  });
}

function better({ plan, calls }: Context): string {
  return idVariable(spokenLevel(plan, calls));
}

/** Where the id stands, within the call that takes it. */
function idPlace({ span, userIdValues: [value, ...others] }: Call): Span | null {
  const at = others.length === 0 ? (value?.span ?? null) : null;
  return at?.file === span.file && at.start >= span.start && at.end <= span.end ? at : null;
}
