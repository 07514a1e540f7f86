/** Whether the action of an event's name is told in the past tense, and how it would be. */
import { wordsOf } from './words.ts';

/** Verbs of events whose past is not made by `-ed`. */
const IRREGULAR: Readonly<Record<string, string>> = {
  begin: 'begun', bind: 'bound', break: 'broken', bring: 'brought', build: 'built', buy: 'bought', catch: 'caught', choose: 'chosen', draw: 'drawn',
  drive: 'driven', fall: 'fallen', find: 'found', forget: 'forgotten', freeze: 'frozen', get: 'got', give: 'given', go: 'gone', grow: 'grown', hide: 'hidden',
  hold: 'held', keep: 'kept', leave: 'left', lose: 'lost', make: 'made', meet: 'met', override: 'overridden', pay: 'paid', rebuild: 'rebuilt', redo: 'redone',
  run: 'run', see: 'seen', sell: 'sold', send: 'sent', show: 'shown', speak: 'spoken', spend: 'spent', take: 'taken', tell: 'told', undo: 'undone',
  win: 'won', withdraw: 'withdrawn', write: 'written',
};

/** Verbs of events whose past is made by `-ed`. */
const REGULAR = `abandon accept activate add answer apply approve archive assign attach authorize block browse cancel change check clear click clone close comment
complete configure confirm connect convert copy create deactivate decline delete deliver deny deploy disable disconnect dismiss display download downgrade
drag drop duplicate edit email enable end enter expand expire export fail filter finish follow generate import install invite join launch like link load lock
merge move mute open order pause pin play preview process publish purchase receive refresh refund register reject remove rename renew reopen reorder reply
request resend resolve restore resume retry revoke save scan schedule search select share skip snooze sort start stop subscribe submit switch sync tag toggle
transfer trigger uninstall unlink unlock unpin unpublish unsubscribe update upgrade upload validate verify view visit vote`.split(/\s+/);

/** Those that double their last letter. */
const DOUBLING: ReadonlySet<string> = new Set(['drag', 'drop', 'pin', 'unpin', 'skip', 'stop', 'submit', 'tag', 'transfer']);

/** Words that end as the past of verbs does, and are none. */
const NO_PAST: ReadonlySet<string> = new Set(['bed', 'embed', 'feed', 'need', 'red', 'seed', 'shed', 'speed', 'weed']);

/** Pasts that are written as the verb itself, or that no listed verb has. */
const MORE_PASTS = ['cut', 'done', 'felt', 'fired', 'gone', 'heard', 'hit', 'let', 'put', 'quit', 'read', 'reset', 'resent', 'set', 'shut', 'split', 'spent', 'stuck', 'unset', 'went'];

const PAST_OF: ReadonlyMap<string, string> = new Map([...Object.entries(IRREGULAR), ...REGULAR.map((verb): [string, string] => [verb, regularPast(verb)])]);
const PASTS: ReadonlySet<string> = new Set([...Object.values(IRREGULAR), ...MORE_PASTS]);

/** Whether a word is a verb in the past tense, as far as its form tells. */
export function isPast(word: string): boolean {
  return PASTS.has(word) || (word.length > 3 && word.endsWith('ed') && !NO_PAST.has(word));
}

/** Words that a verb takes with it: `sign up`, `log in`. */
const PARTICLES: ReadonlySet<string> = new Set(['in', 'out', 'up', 'off', 'on', 'down', 'over', 'back']);

/** Verbs that are as often the thing that an event is about: `order_ready`, `upload_page`. */
const ALSO_THINGS: ReadonlySet<string> = new Set(`answer archive build cancel change check click clone comment copy deploy display download downgrade drag drop
duplicate edit email export filter find follow import install invite launch like link load lock merge move open order pause pin play preview process purchase
refund reply request run scan schedule search share show sort start stop switch sync tag toggle transfer trigger update upgrade upload view visit vote win`.split(/\s+/));

/**
 * The words of a name with its action told in the past tense and last, and how many words that is. Null where it is
 * already, or where no known verb stands first or last: `report.create` and `create_report` give `report`, `created`.
 */
export function toldInPast(name: string): { readonly words: readonly string[]; readonly action: number } | null {
  const words = wordsOf(name);
  if (words.some(isPast)) return null;
  const [first = '', ...rest] = words;
  const last = words.at(-1) ?? '';
  const particle = PARTICLES.has(last) ? [last] : [];
  const end = words.at(-1 - particle.length) ?? '';
  const atEnd = PAST_OF.get(end);
  if (words.length > 1 + particle.length && atEnd !== undefined) return { words: [...words.slice(0, -1 - particle.length), atEnd, ...particle], action: tail(name) ?? 1 + particle.length };
  const atStart = /[.:]/.test(name) || ALSO_THINGS.has(first) ? undefined : PAST_OF.get(first);
  return rest.length > 0 && atStart !== undefined ? { words: [...rest, atStart], action: 1 } : null;
}

/** How many words stand behind the last dot or colon; null where the name has none. */
function tail(name: string): number | null {
  const at = Math.max(name.lastIndexOf('.'), name.lastIndexOf(':'));
  return at < 0 ? null : wordsOf(name.slice(at + 1)).length;
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return DOUBLING.has(verb) ? `${verb}${verb.slice(-1)}ed` : `${verb}ed`;
}
