import { z } from 'zod';
import { groupedBy, keyOfPlace, relatedSites } from '../../src/check/causes.ts';
import { misplacedGroups } from '../../src/check/misplaced-groups.ts';
import { levelOfEvents } from '../../src/check/plan-levels.ts';
import { defineRule, type Call, type RuleContext, type Sdk, type Span } from '../../src/check/rule.ts';
import { groupContextText } from '../../src/check/vocabulary.ts';
import { capitalised, eventText } from '../../src/check/wording.ts';

const options = z.strictObject({});

type Context = RuleContext<z.output<typeof options>, 'misplaced' | 'behind'>;

export const rule = defineRule<z.output<typeof options>, 'misplaced' | 'behind'>({
  id: 'valid-group-context',
  description: 'Disallow groups at places where the SDK takes none',
  recommended: 'error',
  scope: 'file',
  options,
  messages: {
    misplaced: '{{sdk}} takes no group from {{where}}, and {{event}} is sent without one: pass it as {{form}}.',
    behind: '{{sdk}} takes no group from {{where}}, and the events of {{count}} sites are sent without one: pass it as {{form}}.',
  },
  check(context) {
    const misplaced = context.calls.flatMap((call) => misplacedIn(context, call));
    for (const cause of groupedBy(misplaced, ({ sdk, span }) => `${sdk.id} ${keyOfPlace(span)}`)) reportCause(context, cause);
  },
});

interface Misplaced {
  readonly call: Call;
  readonly sdk: Sdk;
  readonly at: string;
  readonly span: Span;
}

/** What stands besides in the right place is only too much, and no group is missed. */
function misplacedIn({ plan, sdk }: Context, call: Call): Misplaced[] {
  if (!call.live || call.groupContext !== 'absent') return [];
  return misplacedGroups(plan, call).flatMap(({ sdk: id, at, span }) => {
    const found = sdk(id);
    return found ? [{ call, sdk: found, at, span }] : [];
  });
}

function reportCause({ calls, plan, report }: Context, misplaced: readonly [Misplaced, ...Misplaced[]]): void {
  const [{ call, sdk, at, span }] = misplaced;
  const names = misplaced.flatMap((one) => one.call.names);
  const isAlone = misplaced.length === 1;
  report({
    place: span,
    messageId: isAlone ? 'misplaced' : 'behind',
    data: { sdk: sdk.title, where: whereText(at), event: eventText(call, call.names), count: misplaced.length, form: groupContextText(sdk, levelOfEvents(plan, names, calls)) },
    related: isAlone ? [] : relatedSites(misplaced.map((one) => ({ place: one.call.span, message: `${capitalised(eventText(one.call, one.call.names))} is sent from here.` }))),
    subject: `${sdk.id} ${at} ${isAlone ? eventText(call, call.names) : ''}`,
  });
}

/** `0.properties.groupId` is `groupId` among the properties, `2.$groups` is `$groups` in the third argument. */
function whereText(at: string): string {
  const [index = '0', ...keys] = at.split('.');
  const key = `\`${keys.at(-1) ?? ''}\``;
  const owner = keys.at(-2);
  if (owner === 'properties' || (index === '1' && keys.length === 1)) return `${key} among the properties`;
  if (owner !== undefined) return `\`${keys.join('.')}\``;
  return index === '0' ? `${key} in the message, beside \`event\`` : `${key} in the ${['first', 'second', 'third', 'fourth'][Number(index)] ?? 'last'} argument`;
}
