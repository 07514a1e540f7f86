/** How the calls on a line came about, in words for people. */
import type { Sdk } from '../../sdk/types.ts';
import type { Call, CallGroup, Span } from '../call.ts';
import type { Claim, Entered } from './claims.ts';
import type { Place } from '../values/value.ts';
import { wrapperText } from '../sdk-calls/wrapper-sdk.ts';

export interface TraceInput {
  readonly calls: readonly Call[];
  /** What the calls were made from. */
  readonly claims: readonly Claim[];
  readonly sdks: readonly Sdk[];
  /** Files that were evaluated. */
  readonly candidates: ReadonlySet<string>;
  spanOf(place: Place): Span;
}

const MOST_PASSING = 20;
const MOST_WAYS = 3;

/** Lines of text, some of them indented. `line` is 1-based. */
export function traceLine(input: TraceInput, file: string, line: number): string[] {
  const isAround = (span: Span): boolean => span.file === file && span.line <= line && span.endLine >= line;
  const around = input.calls.filter(({ span }) => isAround(span));
  const starting = around.filter(({ span, nameSpan }) => span.line === line || (nameSpan?.file === file && nameSpan.line === line));
  const here = starting.length > 0 ? starting : around;
  const passing = input.calls.filter((call) => !around.includes(call) && claimsOf(input, call).some((claim) => passedBy(claim).some((place) => isAround(input.spanOf(place)))));
  const parts = [...here.map((call) => callLines(input, call)), ...(passing.length > 0 ? [passingLines(passing)] : [])];
  return parts.length > 0 ? parts.flatMap((part, index) => (index > 0 ? ['', ...part] : part)) : nothingLines(input, file, line);
}

/** The claims behind a call. Of a list of objects that is sent as data, each object is a call. */
function claimsOf({ claims }: TraceInput, { kind, span, nameSpan }: Call): Claim[] {
  return claims.filter((claim) => {
    const { file, at: [start, end] } = claim.site;
    if (claim.kind !== kind || file !== span.file || start !== span.start || end !== span.end) return false;
    return !claim.isData || claim.namePlace?.at[0] === nameSpan?.start;
  });
}

function passedBy({ chain, sdkPlace }: Claim): Place[] {
  return [...chain.map(({ call }) => call), sdkPlace];
}

function callLines(input: TraceInput, call: Call): string[] {
  const user = call.userId === null ? [] : [`  user: ${call.userId}`];
  const identity = call.kind === 'identify' ? [`  group call after it: ${[call.groupAfter ?? 'not known', call.groupAfterReason, call.groupAfterPath].filter(Boolean).join('; ')}`] : [];
  const reach = call.live ? [] : ['  nothing in the program reaches this place'];
  return [`${placeText(call.span)} ${nameText(call)}`, ...user, `  ${groupsText(call)}`, ...identity, ...reach, ...wayLines(input, call)];
}

function nameText({ kind, names, pattern, resolution, reason, span, nameSpan }: Call): string {
  const written = nameSpan && (nameSpan.file !== span.file || nameSpan.line !== span.line) ? ` at ${placeText(nameSpan)}` : '';
  if (names.length === 1) return `${kind} "${names.join('')}", ${resolution === 'constant' ? 'a constant' : 'written out'}${written}`;
  if (names.length > 1) return `${kind} of one of ${names.map((name) => `"${name}"`).join(', ')}`;
  if (pattern !== null) return `${kind} "${pattern}", where * is not known${written}`;
  return reason === null ? kind : `${kind} with a name that is not known: ${reason}${written}`;
}

function groupsText({ kind, groups, groupContext, groupFix, span }: Call): string {
  if (kind === 'group') return `sets groups: ${groups.map(({ level, id }) => `${level ?? 'of no named level'}${id === null ? '' : ` (${id})`}`).join(', ') || 'not known'}`;
  if (groups.length > 0) return `groups: ${groups.map(groupText).join(', ')}`;
  if (groupContext === 'unknown') return 'groups: not known, since a value that could not be followed may hold one';
  const fix = groupFix.file === span.file && groupFix.start === span.start ? '' : `; the place to pass one is ${placeText(groupFix)}`;
  return `groups: none${fix}`;
}

const SOURCES: Readonly<Record<CallGroup['source'], string>> = { call: 'passed here', wrapper: 'added by a wrapper', session: 'from an earlier group call' };

function groupText({ level, source, id, always }: CallGroup): string {
  return `${level ?? 'a group of no named level'} (${[SOURCES[source], ...(id === null ? [] : [id]), ...(always || source === 'session' ? [] : ['on some paths only'])].join(', ')})`;
}

function wayLines(input: TraceInput, call: Call): string[] {
  const ways = new Map<string, string[]>();
  for (const { chain, sdk, sdkPlace, declaration } of claimsOf(input, call)) {
    const name = input.sdks.find(({ id }) => id === sdk)?.title ?? sdk;
    const by = declaration ? ` by ${wrapperText(declaration.wrapper)}, declared at ${declaration.declaredAt}, called` : '';
    const sent = chain.length === 0 ? `  sent to ${name}${by} here` : `  sent to ${name}${by} at ${placeText(input.spanOf(sdkPlace))}`;
    const lines = [...chain.map((entered) => enteredText(input, entered)), sent];
    ways.set(lines.join('\n'), lines);
  }
  const all = [...ways.values()];
  const more = all.length - MOST_WAYS;
  return [...all.slice(0, MOST_WAYS).flat(), ...(more > 0 ? [`  and in ${String(more)} more ways`] : [])];
}

function enteredText({ spanOf }: TraceInput, { name, call, body }: Entered): string {
  return `  through ${name || 'a function without a name'} of ${placeText(spanOf(body))}, called at ${placeText(spanOf(call))}`;
}

function passingLines(calls: readonly Call[]): string[] {
  const count = calls.length === 1 ? '1 call goes' : `${String(calls.length)} calls go`;
  const lines = calls.slice(0, MOST_PASSING).map((call) => `  ${placeText(call.span)} ${nameText(call)}`);
  const more = calls.length - lines.length;
  return [`${count} through this line:`, ...lines, ...(more > 0 ? [`  and ${String(more)} more`] : [])];
}

function nothingLines({ calls, claims, candidates, spanOf }: TraceInput, file: string, line: number): string[] {
  const nothing = `${file}:${String(line)}: no analytics call was found here.`;
  if (!candidates.has(file)) return [nothing, 'The file names no SDK and nothing that leads to one, so its code was not evaluated.'];
  const spans = [...calls.map(({ span }) => span), ...claims.flatMap(passedBy).map(spanOf)].filter((span) => span.file === file);
  const lines = [...new Set(spans.map((span) => span.line))].sort((a, b) => a - b);
  if (lines.length === 0) return [nothing, 'The file was evaluated, and no call in it reaches an SDK.'];
  return [nothing, `Calls of this file that reach an SDK start at line${lines.length === 1 ? '' : 's'} ${lines.join(', ')}.`];
}

function placeText({ file, line }: Span): string {
  return `${file}:${String(line)}`;
}
