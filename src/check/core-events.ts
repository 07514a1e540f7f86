/** The core events of the B2B specification, and how products name what is the same. */
import { corePlan } from '../plan/core-plan.ts';
import type { Plan, PlanEvent } from './rule.ts';
import { topLevel } from './plan-levels.ts';
import { wordsOf } from './words.ts';

export interface CoreEvent {
  readonly name: string;
  /** When it is sent, as the end of a sentence. */
  readonly when: string;
  /** The properties that the specification wants. */
  readonly properties: readonly string[];
}

const WHEN: Readonly<Record<string, string>> = {
  'account.created': 'when an account is created',
  'user.signed_up': 'when a user signs up',
  'user.signed_in': 'when a user logs in',
  'user.signed_out': 'when a user logs out',
  'user.invited': 'when a user invites someone',
  'user.joined': 'when an invited user joins',
  'trial.started': 'when a trial begins',
  'trial.ended': 'when a trial ends',
  'plan.upgraded': 'when an account moves to a higher plan',
  'plan.downgraded': 'when an account moves to a lower plan',
};

const PLAN = '(plan|subscription|tier|license|licence|membership|seats?)';

/** What else an event is called, by the words of its name. `LEVEL` is the top level of the plan. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'account.created': ['(account|organi[sz]ation|org|company|tenant|business|LEVEL) (was )?(created|added|registered|provisioned|set up|signed up)', '(create|new) (account|organi[sz]ation|org|company|tenant|business|LEVEL)'],
  'user.signed_up': ['sign(ed)? ?up', 'registered', 'registration', 'user created', 'create user'],
  'user.signed_in': ['sign(ed)? ?in', 'log(ged)? ?in', 'authenticated', 'session started'],
  'user.signed_out': ['sign(ed)? ?out', 'log(ged)? ?out', 'session ended'],
  'user.invited': ['invited', 'invit(e|es|ation|ations) (sent|created)', '(send|create|sent) invit(e|ation)s?', 'invit(e|ation)', 'invite (user|member|teammate)s?'],
  'user.joined': ['joined', 'join', 'invit(e|ation) (was )?(accepted|redeemed)', 'accept(ed)? invit(e|ation)', '(member|user|teammate) added'],
  'trial.started': ['trial( \\w+)? (started|begun|began|activated|created|start)', '(start|started|begin) (\\w+ )?trial'],
  'trial.ended': ['trial( \\w+)? (ended|expired|converted|cancell?ed|completed|finished|end)', '(end|ended) (\\w+ )?trial'],
  'plan.upgraded': ['upgraded', 'upgrade', `${PLAN} (was )?(changed|updated|started|created|activated|purchased|switched|selected)`, `(change|update) ${PLAN}`],
  'plan.downgraded': ['downgraded', 'downgrade', `${PLAN} (was )?(changed|updated|cancell?ed|ended|expired|churned|switched)`, `(change|update|cancel) ${PLAN}`],
};

/** Invitations answered are none sent. */
const ANSWERED = /\b(accepted|accept|redeemed|joined|declined|expired|revoked)\b/;

/** The core events of a category of the embedded plan. */
export function coreEvents(category: 'lifecycle' | 'collaboration' | 'billing'): CoreEvent[] {
  const events = corePlan().events.filter((event) => event.category === category);
  return events.map(({ name, properties }) => ({ name, when: WHEN[name] ?? 'when it happens', properties: properties.filter(({ required }) => required).map((one) => one.name) }));
}

/** The plan's event that is a core event, or what products call so; null where it has none. */
export function plannedAs(core: string, plan: Plan): PlanEvent | null {
  const exact = plan.events.find((event) => namesOf(event).some((name) => wordsOf(name).join(' ') === wordsOf(core).join(' ')));
  const level = wordsOf(topLevel(plan)).join(' ');
  const tests = (SAME[core] ?? []).map((form) => new RegExp(`\\b${form.replaceAll('LEVEL', level)}\\b`));
  const isSame = (text: string): boolean => tests.some((test) => test.test(text)) && !(core === 'user.invited' && ANSWERED.test(text));
  return exact ?? plan.events.find((event) => namesOf(event).some((name) => isSame(wordsOf(name).join(' ')))) ?? null;
}

/** Whether any event of the plan has one of these words in its name, or stands in the category. */
export function hasEventAbout(plan: Plan, words: RegExp, category: string): boolean {
  return plan.events.some((event) => event.category === category || namesOf(event).some((name) => words.test(wordsOf(name).join(' '))));
}

function namesOf({ name, aliases }: PlanEvent): readonly string[] {
  return [name, ...aliases];
}
