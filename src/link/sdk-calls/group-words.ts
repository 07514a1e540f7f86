/** Words that tell which entity a group call is about, so that a test of it can be told from any other test. */
import type { Place } from '../values/value.ts';

/** Words that say nothing about which entity code is about. */
const VAGUE =
  /^(id|ids|uuid|user|users|userId|String|Number|Boolean|this|self|data|props|options|opts|args|params|context|ctx|req|request|session|event|input|payload|state|config|env|process|undefined|null|true|false|await|async|new|typeof|const|return|length|type|name)$/;

/** Calls whose text is longer hold functions or elements, and more than ids. */
const LONGEST_CALL = 600;
const MOST_WORDS = 60;

/** What a group's id is called: where it is written, and in the calls through which it passes. */
export function groupWords(id: Place | null, calls: readonly Place[], source: (place: Place) => string): ReadonlySet<string> {
  const texts = calls.map(source).filter((text) => text.length <= LONGEST_CALL);
  const words = [...(id ? wordsIn(source(id)) : []), ...texts.flatMap(argumentWords)];
  return new Set(words.slice(0, MOST_WORDS));
}

/** Whether a test is about the entity of which the words tell. */
export function concerns(test: string, words: ReadonlySet<string>): boolean {
  return wordsIn(test).some((word) => words.has(word));
}

export function mergedWords(all: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first, ...others] = all.filter(({ size }) => size > 0);
  if (!first) return NONE;
  return others.every((one) => one === first) ? first : new Set([...new Set(all.flatMap((one) => [...one]))].slice(0, MOST_WORDS));
}

export const NONE: ReadonlySet<string> = new Set();

/** Words of what a call passes, without those of its callee, of texts and of keys. */
function argumentWords(call: string): string[] {
  const args = call.slice(call.indexOf('(') + 1);
  return wordsIn(args.replace(/'[^'\n]*'|"[^"\n]*"/g, ' ').replace(/[\w$]+\??:/g, ' '));
}

function wordsIn(text: string): string[] {
  return (text.match(/[A-Za-z_$][\w$]*/g) ?? []).filter((word) => !VAGUE.test(word));
}
