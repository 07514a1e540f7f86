/** Properties whose name says that they hold personal data. */
import { wordsOf } from './words.ts';

const PERSONAL = new RegExp(
  `^(.* )?(e ?mail( address)?|(phone|mobile|telephone|cell)( number)?|(first|last|given|family|full|middle) name|surname|(ip|home|street|postal|billing|mailing) address` +
    '|ssn|social security( number)?|passport( number)?|(date of birth|dob|birth ?date|birthday)|(credit )?card number|iban)$',
);

/** Words by which a name says that the value is a fact about personal data, and not the data. */
const ABOUT = /\b(is|has|had|was|did|can|should|num|count|hash|hashed|sha256|md5|masked|redacted|encrypted|anonymi[sz]ed|template|type|opt|last sent)\b/;

/** Said of a value that no longer tells who it is of. */
const UNREADABLE = /\b(hash|hashed|hashes|pseudonymi[sz]ed|anonymi[sz]ed|redacted|masked|encrypted|sha-?\d*|one-way)\b/i;

/** Whether a property's name is that of personal data: `invitee_email`, `ipAddress`. */
export function isPersonalName(name: string): boolean {
  const text = wordsOf(name).join(' ');
  return PERSONAL.test(text) && !ABOUT.test(text);
}

/** Whether a property's name or description says that its value is hashed or otherwise made unreadable. */
export function isUnreadable(name: string, description: string | null): boolean {
  return UNREADABLE.test(wordsOf(name).join(' ')) || (description !== null && UNREADABLE.test(description) && !/\b(not|never|un) ?(be )?(hash|mask|encrypt|redact)/i.test(description));
}
