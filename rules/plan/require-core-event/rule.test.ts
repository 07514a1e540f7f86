import { testPlanRule } from '../../../test/support/plan-rule-tester.ts';
import { rule } from './rule.ts';

function planOf(...names: string[]): string {
  return `groups: [{type: business}]\nevents:\n${names.map((name) => `  - name: ${name}\n`).join('')}`;
}

testPlanRule(rule, {
  valid: [
    { name: 'a plan with all of them', plan: planOf('account.created', 'user.signed_up', 'user.signed_in', 'user.signed_out') },
    { name: 'other styles', plan: planOf('Account Created', 'userSignedUp', 'user_signed_in', 'USER_SIGNED_OUT') },
    { name: 'usual other names', plan: planOf('business.created', 'user.registered', 'user.logged_in', 'session.ended') },
    { name: 'an alias that names the core event', plan: `${planOf('account.created', 'user.signed_up', 'user.signed_in')}  - {name: bye.said, aliases: [user.signed_out]}\n` },
    { name: 'plans without groups', plan: 'events: []\n' },
    { name: 'events that the options leave out', options: { ignore: ['account.created', 'user.signed_up', 'user.signed_in', 'user.signed_out'] }, plan: 'groups: [{type: account}]\nevents: []\n' },
  ],
  invalid: [
    {
      name: 'what is missing, at the events, once',
      plan: planOf('account.created', 'report.created'),
      findings: ['2:1 The plan lacks `user.signed_up` (when a user signs up, with `signup_source` and `account_id`), `user.signed_in` (when a user logs in, with `method`), `user.signed_out` (when a user logs out), which every B2B plan has: add them, or name each among the `aliases` of the event that stands for it.'],
    },
    {
      name: 'the account where only a lower level is created',
      plan: planOf('project.created', 'user.signed_up', 'user.signed_in', 'user.signed_out'),
      findings: ['2:1 The plan lacks `account.created` (when an account is created, with `account_name` and `created_by`), which every B2B plan has: add it, or name it among the `aliases` of the event that stands for it.'],
    },
  ],
});
