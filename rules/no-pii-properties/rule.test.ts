import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const PLAN = `meta: { pii_policy: traits_only }
events:
  - { name: user.invited, properties: [{ name: invitee_email, pii: true, description: Hashed. }] }
`;

const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;

testRule(rule, {
  valid: [
    {
      name: 'a hashed email',
      plan: PLAN,
      code: `${SEG}declare function sha256(text: string): string;
export const f = (email: string) => analytics.track('user.invited', { invitee_email: sha256(email) });`,
    },
    {
      name: 'what is said of an email',
      plan: PLAN,
      code: `${SEG}export const f = (user: any) => analytics.track('x', { has_email: !!user.email, email_verified: user.verified, email_domain: user.domain, emails_sent: 3, email: false });`,
    },
    {
      name: 'what is said of a password, and not the password',
      plan: PLAN,
      code: `${SEG}export const f = (now: any, old: any) => analytics.track('x', { password: { from: old ? 'set' : 'unset', to: now ? 'set' : 'unset' } });`,
    },
    {
      name: 'the kind of a channel',
      plan: PLAN,
      code: `${SEG}analytics.track('x', { channel: 'email', contact: 'phone', phone: 'mobile' });`,
    },
    {
      name: 'the email as a trait',
      plan: PLAN,
      code: `${SEG}export const f = (user: any) => analytics.identify(user.id, { email: user.email });`,
    },
    {
      name: 'events where no policy says where it may be sent',
      code: `${SEG}export const f = (user: any) => analytics.track('x', { email: user.email });`,
    },
    {
      name: 'events where the plan allows it',
      plan: `meta: { pii_policy: allowed }
events: []`,
      code: `${SEG}export const f = (user: any) => analytics.track('x', { email: user.email });`,
    },
    {
      name: 'what the plan itself lists as personal',
      plan: 'events: [{ name: x, properties: [{ name: email, pii: true }] }]',
      code: `${SEG}export const f = (user: any) => analytics.track('x', { email: user.email });`,
    },
    {
      name: 'properties that the options leave out',
      plan: PLAN,
      options: { ignore: ['email'] },
      code: `${SEG}export const f = (user: any) => analytics.track('x', { email: user.email });`,
    },
    {
      name: `the person's data that PostHog takes out of the event`,
      plan: PLAN,
      code: {
        'src/app.ts': `import posthog from 'posthog-js';
export const f = (user: any) => posthog.capture('x', { $set: { email: user.email } });`,
      },
    },
  ],
  invalid: [
    {
      name: 'an email among the properties',
      plan: PLAN,
      code: `${SEG}export const f = (user: any) => analytics.track('x', { email: user.email });`,
      findings: [
        {
          at: 'src/app.ts 3:56-3:61',
          message: 'The property `email` of `x` holds personal data, which `pii_policy: traits_only` keeps out of events: leave it out, hash it, or make it a trait of the user.',
        },
      ],
    },
    {
      name: 'an email by another name',
      plan: PLAN,
      code: `${SEG}export const f = (user: any) => analytics.track('x', { sender: user.email });`,
      findings: [
        {
          at: 'src/app.ts 3:56-3:62',
          message: 'The property `sender` of `x` holds personal data, which `pii_policy: traits_only` keeps out of events: leave it out, hash it, or make it a trait of the user.',
        },
      ],
    },
    {
      name: 'personal data within another property',
      plan: PLAN,
      code: `${SEG}export const f = (user: any) => analytics.track('x', { user: { firstName: user.firstName } });`,
      findings: [
        {
          at: 'src/app.ts 3:64-3:73',
          message: 'The property `firstName` of `x` holds personal data, which `pii_policy: traits_only` keeps out of events: leave it out, hash it, or make it a trait of the user.',
        },
      ],
    },
    {
      name: `the specification's invitee_email as it is`,
      plan: PLAN,
      code: `${SEG}export const f = (email: string) => analytics.track('user.invited', { invitee_role: 'admin', invitee_email: email });`,
      findings: [
        {
          at: 'src/app.ts 3:94-3:107',
          message: 'The property `invitee_email` of `user.invited` holds personal data as it is, and the plan has it hashed: hash it before it is sent.',
        },
      ],
    },
    {
      name: 'an event where the options forbid it',
      options: { policy: 'none' },
      code: `${SEG}export const f = (user: any) => analytics.track('x', { email: user.email });`,
      findings: [
        {
          at: 'src/app.ts 3:56-3:61',
          message: 'The property `email` of `x` holds personal data, which `pii_policy: none` keeps out of events: leave it out, hash it, or make it a trait of the user.',
        },
      ],
    },
    {
      name: 'a trait where the plan allows none',
      plan: `meta: { pii_policy: none }
events: []`,
      code: `${SEG}export const f = (user: any) => analytics.identify(user.id, { phone: user.phone });`,
      findings: [
        {
          at: 'src/app.ts 3:63-3:68',
          message: 'The trait `phone` holds personal data, which `pii_policy: none` allows nowhere: leave it out, or hash it.',
        },
      ],
    },
    {
      name: 'a password, whatever the plan allows',
      plan: `meta: { pii_policy: allowed }
events: []`,
      code: `${SEG}export const f = (form: any) => analytics.track('x', { password: form.password });`,
      findings: [
        {
          at: 'src/app.ts 3:56-3:64',
          message: '`password` holds a secret, which has no place in analytics: leave it out.',
        },
      ],
    },
    {
      name: 'what a wrapper adds, once',
      plan: PLAN,
      code: `${SEG}declare const user: any;
function send(name: string) { analytics.track(name, { email: user.email }); }
send('a');
send('b');`,
      findings: [
        {
          at: 'src/app.ts 4:55-4:60',
          message: 'The property `email` of the events of 2 sites holds personal data, which `pii_policy: traits_only` keeps out of events: leave it out, hash it, or make it a trait of the user.',
          related: [
            'src/app.ts:5 `a` is sent from here.',
            'src/app.ts:6 `b` is sent from here.',
          ],
        },
      ],
    },
  ],
});
