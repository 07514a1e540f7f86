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
      name: 'each one that is missing, at the events',
      plan: planOf('account.created', 'report.created'),
      findings: [
        '2:1 The plan lacks the core event `user.signed_in`: add it, sent when a user logs in, with `method`, or name it among the `aliases` of the event that stands for it.',
        '2:1 The plan lacks the core event `user.signed_out`: add it, sent when a user logs out, or name it among the `aliases` of the event that stands for it.',
        '2:1 The plan lacks the core event `user.signed_up`: add it, sent when a user signs up, with `signup_source` and `account_id`, or name it among the `aliases` of the event that stands for it.',
      ],
    },
    {
      name: 'the account where only a lower level is created',
      plan: planOf('project.created', 'user.signed_up', 'user.signed_in', 'user.signed_out'),
      findings: ['2:1 The plan lacks the core event `account.created`: add it, sent when an account is created, with `account_name` and `created_by`, or name it among the `aliases` of the event that stands for it.'],
    },
  ],
});
