import { testPlanRule } from '../../../test/support/plan-rule-tester.ts';
import { rule } from './rule.ts';

function planOf(...names: string[]): string {
  return `groups: [{type: account}]\nevents:\n${names.map((name) => `  - name: ${name}\n`).join('')}`;
}

testPlanRule(rule, {
  valid: [
    { name: 'a plan with both', plan: planOf('user.invited', 'user.joined') },
    { name: 'usual other names', plan: planOf('invitation.sent', 'Invite Accepted') },
    { name: 'members', plan: planOf('team_member.invited', 'team_member.joined') },
    { name: 'plans without groups', plan: 'events: []\n' },
    { name: 'events that the options leave out', options: { ignore: ['user.invited', 'user.joined'] }, plan: 'groups: [{type: account}]\nevents: []\n' },
  ],
  invalid: [
    {
      name: 'what is missing, at the events',
      plan: planOf('report.created'),
      findings: ['2:1 The plan lacks `user.invited` (when a user invites someone, with `invitee_role` and `invitee_email`) and `user.joined` (when an invited user joins, with `invitation_id` and `role`), by which an account grows: add them, or name each among the `aliases` of the event that stands for it.'],
    },
    {
      name: 'invitations that are only answered',
      plan: planOf('invitation.accepted'),
      findings: ['2:1 The plan lacks `user.invited` (when a user invites someone, with `invitee_role` and `invitee_email`), by which an account grows: add it, or name it among the `aliases` of the event that stands for it.'],
    },
  ],
});
