import { z } from 'zod';
import { groupedBy, keyOfPlace, relatedSites } from '../../src/check/causes.ts';
import { isUser } from '../../src/check/identity.ts';
import { hasNoLevels, spokenLevel } from '../../src/check/plan-levels.ts';
import { defineRule, type Call, type RuleContext, type Sdk } from '../../src/check/rule.ts';
import { groupCallText, hasGroupCall } from '../../src/check/vocabulary.ts';

const options = z.strictObject({
  strict: z.boolean().default(false).describe('Report also where identify() and group() run in separate flows whose order nothing fixes.'),
});

type MessageId = 'never' | 'behind' | 'path' | 'elsewhere';
type Context = RuleContext<z.output<typeof options>, MessageId>;

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'require-group-after-identify',
  description: 'Require a group() call after every identify()',
  recommended: 'error',
  scope: 'file',
  options,
  messages: {
    never: 'identify() of {{sdk}} is never followed by group(): call {{call}} right after it.',
    behind: 'No group() follows this identify() of {{sdk}} at any of the {{count}} sites that it runs for: call {{call}} after it, here or there.',
    path: 'identify() of {{sdk}} is not followed by group() {{path}}: call {{call}} on every path.',
    elsewhere: 'identify() of {{sdk}} and group() run in separate flows, whose order nothing in the code fixes: call {{call}} after identify(), in the same flow.',
  },
  check(context) {
    if (hasNoLevels(context.plan)) return;
    const problems = context.calls.flatMap((call) => problemOf(context, call) ?? []);
    const elsewhere = context.calls.filter((call) => call.kind === 'identify' && call.groupAfter !== 'never').map(wrapperOf);
    for (const same of groupedBy(problems, ({ call }) => causeOf(call, elsewhere))) reportCause(context, same);
  },
});

interface Problem {
  readonly call: Call;
  readonly messageId: Exclude<MessageId, 'behind'>;
  readonly sdks: readonly [Sdk, ...Sdk[]];
}

function problemOf({ options: { strict }, sdk }: Context, call: Call): Problem | null {
  const [first, ...others] = call.sdks.map(sdk).filter(hasGroupCall);
  const messageId = messageOf(call, strict);
  return first && messageId ? { call, messageId, sdks: [first, ...others] } : null;
}

function reportCause({ calls, plan, report }: Context, same: readonly [Problem, ...Problem[]]): void {
  const [{ call, messageId, sdks }] = same;
  const sdk = sdks.map(({ title }) => title).join(' and ');
  const data = { sdk, call: `\`${groupCallText(sdks[0], spokenLevel(plan, calls))}\``, path: call.groupAfterPath ?? 'on every path', count: same.length };
  const [sdkCall] = call.sdkCalls;
  if (same.length === 1 || !sdkCall) {
    report({ place: call.span, messageId, data, subject: call.userId ?? '' });
    return;
  }
  const related = relatedSites(same.map(({ call: { span } }) => ({ place: span, message: 'It runs for this site.' })));
  report({ place: sdkCall.span, messageId: 'behind', data, related, subject: sdks.map(({ id }) => id).join(' ') });
}

/** What has to be mended: one call, or the wrapper's where no group() follows any of its sites. */
function causeOf(call: Call, elsewhere: readonly string[]): string {
  const wrapper = wrapperOf(call);
  return call.groupAfter === 'never' && !elsewhere.includes(wrapper) ? wrapper : `${call.kind} ${keyOfPlace(call.span)}`;
}

/** The calls of SDKs in which an identify call ends. */
function wrapperOf({ sdkCalls }: Call): string {
  return sdkCalls.map(({ span }) => keyOfPlace(span)).join('\n');
}

/** Wrappers that change traits of a user who is known already, such as `setUserProperty` or `updateTraits`. */
const SETTER = /^[_#]?(set|update|add|append|increment|remove|unset)[A-Z]\w*(Value|Propert(y|ies)|Trait|Attribute|Field)s?$|^[_#]?(set|update)(Value|Propert(y|ies)|Trait|Attribute|Field)s?$/;

function messageOf(call: Call, strict: boolean): Problem['messageId'] | null {
  if (call.kind !== 'identify' || !call.live || call.groupContext !== 'absent' || !isUser(call.userId)) return null;
  // Where another identify() follows in any case, the group is missing after that one.
  if (call.identifiedAgain || call.via.some((name) => SETTER.test(name))) return null;
  if (call.groupAfter === 'never') return 'never';
  if (call.groupAfter !== 'some') return null;
  if (call.groupAfterReason === 'path') return 'path';
  return call.groupAfterReason === 'elsewhere' && strict ? 'elsewhere' : null;
}
