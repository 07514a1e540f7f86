import { testPlanRule } from '../../../test/support/plan-rule-tester.ts';
import { rule } from './rule.ts';

function planOf(policy: string, property: string): string {
  return `meta: {pii_policy: ${policy}}\nevents:\n  - name: user.invited\n    properties:\n      - ${property}\n`;
}

testPlanRule(rule, {
  valid: [
    { name: 'personal data where it is allowed', plan: planOf('allowed', '{name: email, pii: true}') },
    { name: 'traits where the policy is traits_only', plan: 'meta: {pii_policy: traits_only}\nentities: {user: {traits: [{name: email, pii: true}]}}\nevents: []\n' },
    { name: 'a value that is hashed by its description', plan: planOf('traits_only', '{name: invitee_email, pii: true, description: "SHA-256 hash, lower case"}') },
    { name: 'a value that is hashed by its name', plan: planOf('none', '{name: email_hash, pii: true}') },
    { name: 'facts about personal data', plan: planOf('none', '{name: has_email}') },
    { name: 'a truth, a number or one of a few values', plan: 'meta: {pii_policy: none}\nevents: [{name: a.b, properties: [{name: email, type: boolean}, {name: phone, type: integer}, {name: contact_email, enum: [work, home]}]}]\n' },
    { name: 'names that may be of anything', plan: 'events: [{name: a.b, properties: [name, address, email_template, ip_count, method]}]\n' },
    { name: 'deprecated events', plan: 'events: [{name: a.b, deprecated: true, properties: [email]}]\n' },
    { name: 'names that the options leave out', options: { ignore: ['email'] }, plan: planOf('none', '{name: email, pii: true}') },
  ],
  invalid: [
    {
      name: 'what is marked as personal data in an event',
      plan: planOf('traits_only', '{name: nickname, pii: true}'),
      findings: ['5:16 The property `nickname` of `user.invited` is personal data, which `pii_policy: traits_only` keeps out of events: remove it, or send it hashed and say so in its description.'],
    },
    {
      name: 'what is named as personal data, also without a policy',
      plan: 'events:\n  - name: a.b\n    properties: [inviteeEmail, phone_number]\n',
      findings: [
        '3:18 The property `inviteeEmail` of `a.b` is personal data, which the policy `traits_only`, which holds where `meta.pii_policy` says nothing, keeps out of events: remove it, or send it hashed and say so in its description.',
        '3:32 The property `phone_number` of `a.b` is personal data, which the policy `traits_only`, which holds where `meta.pii_policy` says nothing, keeps out of events: remove it, or send it hashed and say so in its description.',
      ],
    },
    {
      name: 'a value of which it is said that it is not hashed',
      plan: planOf('traits_only', '{name: email, description: not hashed}'),
      findings: ['5:16 The property `email` of `user.invited` is personal data, which `pii_policy: traits_only` keeps out of events: remove it, or send it hashed and say so in its description.'],
    },
    {
      name: 'traits where the policy is none',
      plan: 'meta: {pii_policy: none}\nentities: {user: {traits: [email]}}\ngroups: [{type: account, traits: [{name: billing_address, pii: true}]}]\nevents: []\n',
      findings: [
        '2:28 The trait `email` of users is personal data, which `pii_policy: none` allows nowhere: remove it, or send it hashed and say so in its description.',
        '3:42 The trait `billing_address` of the group `account` is personal data, which `pii_policy: none` allows nowhere: remove it, or send it hashed and say so in its description.',
      ],
    },
  ],
});
