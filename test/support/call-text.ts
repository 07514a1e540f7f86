/** A call, and what a fixture's comment says of one, in the same words: equal texts mean the same. */
import type { Call } from '../../src/link/call.ts';
import type { Expectation } from './expectations.ts';

const CLAUSE = / (@|via|to) /;

interface Clauses {
  readonly head: string;
  readonly levels: string | null;
  readonly via: string | null;
  readonly sdks: string | null;
}

/** The comment's text, its lists in order. */
export function expectedText({ subject, text }: Expectation): string {
  const { head, levels, via, sdks } = clausesOf(text);
  const ordered = subject === 'group' ? inOrder(head, ',') : subject === 'identify' ? head : inOrder(head, '|');
  return written({ head: ordered, levels: levels && inOrder(levels, ','), via, sdks: sdks && inOrder(sdks, ',') });
}

/** The call in the words of a comment; wrappers and SDKs where the comment speaks of them. */
export function callText(call: Call, like: string): string {
  const asked = clausesOf(like);
  return written({
    head: headOf(call),
    levels: call.kind === 'group' ? null : levelsOf(call, partsOf(asked.levels ?? '', ',')),
    via: asked.via && call.via.join(' > '),
    sdks: asked.sdks && call.sdks.join(', '),
  });
}

function headOf({ kind, names, pattern, groupAfter, groupAfterReason, ...call }: Call): string {
  if (kind === 'group') return listOf(call.groups.map(({ level }) => level ?? call.traitTexts['group_type'] ?? '?'), ', ') || (call.traitTexts['group_type'] ?? '?');
  if (kind === 'identify') return [groupAfter, groupAfterReason].filter((part) => part !== null).join(':');
  if (kind === 'alias' || kind === 'reset') return '';
  return names.length > 0 ? listOf(names, ' | ') : pattern === null ? '?' : `~ ${pattern}`;
}

/** The levels on the event itself, and where the comment asks, whether only some paths attach them. Those of the session are not its own. */
function levelsOf({ kind, groups, groupContext, sdks }: Call, asked: readonly string[]): string | null {
  const own = groups.filter(({ source }) => source !== 'session');
  const named = own.map(({ level, always }) => ({ name: level ?? '?', always }));
  if (own.length > 0) return listOf(named.map(({ name, always }) => (!always && asked.includes(`${name}?`) ? `${name}?` : name)), ', ');
  const isJudged = kind === 'track' && sdks.some((sdk) => sdk !== 'http');
  return isJudged && groupContext === 'unknown' ? 'unknown' : null;
}

function clausesOf(text: string): Clauses {
  const [head = '', ...rest] = ` ${text}`.split(CLAUSE);
  const clause = (word: string): string | null => {
    const at = rest.findIndex((part, index) => index % 2 === 0 && part === word);
    return at < 0 ? null : (rest[at + 1] ?? '').trim();
  };
  return { head: head.trim(), levels: clause('@'), via: clause('via'), sdks: clause('to') };
}

function written({ head, levels, via, sdks }: Clauses): string {
  return [head, levels && `@ ${levels}`, via && `via ${via}`, sdks && `to ${sdks}`].filter(Boolean).join(' ');
}

function inOrder(list: string, separator: '|' | ','): string {
  return listOf(partsOf(list, separator), separator === '|' ? ' | ' : ', ');
}

function partsOf(list: string, separator: string): string[] {
  return list.split(separator).map((part) => part.trim());
}

function listOf(parts: readonly string[], separator: string): string {
  return [...parts].sort().join(separator);
}
