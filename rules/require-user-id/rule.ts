import { z } from 'zod';
import { groupedBy, keyOfPlace, relatedSites } from '../../src/check/causes.ts';
import { fitsAny } from '../../src/check/name-pattern.ts';
import { defineRule, type Call, type RuleContext, type Sdk, type Span } from '../../src/check/rule.ts';
import { takesUserId, userIdText } from '../../src/check/vocabulary.ts';
import { capitalised, eventText } from '../../src/check/wording.ts';

const options = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Names of events that nobody in particular does; `*` stands for any text.'),
});

type MessageId = 'missing' | 'behind' | 'empty' | 'emptyOften';
type Context = RuleContext<z.output<typeof options>, MessageId>;

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'require-user-id',
  description: 'Require calls of server SDKs to say whose they are',
  recommended: 'error',
  scope: 'file',
  options,
  messages: {
    missing: '{{what}} is sent to {{sdk}} without a user: pass {{form}}. A server\'s client knows none by itself.',
    behind: 'This call sends the events of {{count}} sites to {{sdk}} without a user: pass {{form}}. A server\'s client knows none by itself.',
    emptyOften: 'This is one of {{count}} sites of events that are sent to {{sdk}} with {{value}} for a user: pass the user\'s id as {{form}}, or name the events in the option `ignore` if nobody does them.',
    empty: '{{what}} is sent to {{sdk}} with {{value}} for a user: pass the user\'s id as {{form}}.',
  },
  check(context) {
    // Where other callers of the same SDK call give a user, whoever gives none is to mend that.
    const giving = new Set(context.calls.flatMap(({ userIdValues, sdkCalls }) => (userIdValues.length > 0 ? sdkCalls.map(({ span }) => keyOfPlace(span)) : [])));
    const lacks = context.calls.flatMap((call) => lackOf(context, call, giving) ?? []);
    for (const cause of groupedBy(lacks, causeOf)) reportCause(context, cause);
  },
});

interface Lack {
  readonly call: Call;
  readonly sdk: Sdk;
  readonly place: Span;
  /** The value that is no id, where one is passed. */
  readonly value: string | null;
}

function lackOf({ options: { ignore }, sdk }: Context, call: Call, giving: ReadonlySet<string>): Lack | null {
  if (!['track', 'page', 'screen', 'identify'].includes(call.kind) || !call.live || call.names.some((name) => name.startsWith('$') || fitsAny(ignore, name))) return null;
  const [only, ...others] = call.sdks;
  const found = only === undefined ? undefined : sdk(only);
  if (!found || others.length > 0 || found.runtime !== 'server' || !takesUserId(found, call.kind)) return null;
  const [value] = call.userIdValues;
  const sdkCall = call.sdkCalls[0]?.span ?? call.span;
  if (!value) return { call, sdk: found, place: giving.has(keyOfPlace(sdkCall)) ? call.span : sdkCall, value: null };
  const isEmpty = call.userIdValues.every(({ literal, type }) => type === 'null' || literal === '');
  return isEmpty ? { call, sdk: found, place: value.span ?? call.span, value: value.type === 'null' ? '`null`' : "`''`" } : null;
}

/** Where one wrapper is given no id from many places, that is a habit, and one cause. */
function causeOf({ call, place, value }: Lack): string {
  return value === null ? keyOfPlace(place) : `${value} ${call.sdkCalls.map(({ span }) => keyOfPlace(span)).join(' ')}`;
}

function reportCause({ report }: Context, lacks: readonly [Lack, ...Lack[]]): void {
  const [{ call, sdk, value, place }] = lacks;
  const isAlone = lacks.length === 1;
  const what = call.kind === 'track' ? capitalised(eventText(call, call.names)) : `${call.kind}()`;
  const data = { what, sdk: sdk.title, form: userIdText(sdk, call.kind), count: lacks.length, value: value ?? '' };
  const related = isAlone && contains(call.span, place) ? [] : relatedSites(lacks.map((one) => ({ place: one.call.span, message: `${capitalised(eventText(one.call, one.call.names))} is sent from here.` })));
  report({ place, messageId: value !== null ? (isAlone ? 'empty' : 'emptyOften') : isAlone ? 'missing' : 'behind', data, related, subject: isAlone ? what : sdk.id });
}

function contains(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.start && outer.end >= inner.end;
}
