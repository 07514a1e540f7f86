/** Events of a user's own life: from signing up to being deleted. They happen before there is an account, or in no one of several. */
import { wordsOf } from './words.ts';

const BEFORE = '(new|first|user|member|customer|person|visitor|start(ed)?|begin|began|complete(d)?|finish(ed)?|email|business|google|github|sso|saml|oauth|social)';
const AFTER = '(start(ed)?|complete(d)?|finish(ed)?|success(ful|fully)?|succeeded|fail(ed|ure)?|attempt(ed)?|error|api|server|with|via|by|email|google|github|sso|saml|oauth|password|magic|link|credentials)';

/** What happens, in words joined by spaces; `BEFORE` and `AFTER` may stand around it. */
const ACTS: readonly string[] = [
  'sign(ed)? ?(up|in|out)',
  'log(ged)? ?(in|out)',
  'registered|registration',
  'created?( new)? user|user (was )?created',
  'deleted? user|user (was )?deleted',
  '(app|application)( session)? (start|started|launch|launched)|(start|launch) (app|application)( session)?',
];

const LIFE = new RegExp(`^(${BEFORE} )*(${ACTS.join('|')})( ${AFTER})*$`);

/** Whether a name is of such an event. */
export function isOfUserLife(name: string): boolean {
  return LIFE.test(wordsOf(name).join(' '));
}
