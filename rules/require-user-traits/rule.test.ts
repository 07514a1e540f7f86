import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;

testRule(rule, {
  valid: [
    {
      name: 'all required traits',
      code: `${SEG}export const f = (user: any) => analytics.identify(user.id, { email: user.email, account_id: user.accountId, role: user.role });`,
    },
    {
      name: 'other names that say the same',
      code: `${SEG}export const f = (user: any) => analytics.identify(user.id, { email: user.email, organizationId: user.org, isAdmin: user.isAdmin });`,
    },
    {
      name: 'traits that several calls set together',
      code: `${SEG}export const f = (user: any) => analytics.identify(user.id, { email: user.email });
export const g = (user: any) => analytics.identify(user.id, { role: user.role, account_id: user.org });`,
    },
    {
      name: 'traits that are not all known',
      code: `${SEG}export const f = (user: any) => analytics.identify(user.id, { ...user.traits });`,
    },
    {
      name: 'users identified by their account',
      code: `${SEG}export const f = (account: any) => analytics.identify(account.id, { account_id: account.id });`,
    },
    {
      name: 'visitors who are not known yet',
      code: `${SEG}export const f = (anonymousId: string) => analytics.identify(anonymousId, {});`,
    },
    {
      name: 'an SDK whose users have no traits',
      code: {
        'src/app.ts': `import * as Sentry from '@vercel/analytics';
Sentry.track('x');`,
      },
    },
    {
      name: 'personal data that the plan forbids',
      plan: `
meta: { pii_policy: none }
entities:
  user:
    traits:
      - { name: email, type: string, required: true, pii: true }
      - { name: team_size, type: integer, required: true }
groups:
  - { type: account, id_format: "acc_*", is_top_level: true, traits: [{ name: name, required: true }, { name: seats, required: true }] }
  - { type: workspace, id_format: "ws_*", parent_type: account, traits: [{ name: name, required: true }] }
  - { type: project, id_format: "proj_*", parent_type: workspace }
events:
  - { name: task.completed, group_level: project }
  - { name: task.created, group_level: project }
  - { name: plan.upgraded, group_level: account }
`,
      code: `${SEG}export const f = (user: any) => analytics.identify(user.id, { team_size: 3 });`,
    },
    {
      name: 'traits that the options do not name',
      options: { traits: ['email'] },
      code: `${SEG}export const f = (user: any) => analytics.identify(user.id, { email: user.email });`,
    },
  ],
  invalid: [
    {
      name: 'missing traits, at the fullest call',
      code: `${SEG}export const f = (user: any) => analytics.identify(user.id);
export const g = (user: any) => analytics.identify(user.id, { email: user.email });`,
      findings: [
        {
          at: 'src/app.ts 4:33-4:83',
          message: 'No identify() sets the traits `account_id` and `role` of users: pass them here.',
        },
      ],
    },
    {
      name: `the plan's own traits`,
      plan: `
entities:
  user:
    traits:
      - { name: email, type: string, required: true, pii: true }
      - { name: team_size, type: integer, required: true }
groups:
  - { type: account, id_format: "acc_*", is_top_level: true, traits: [{ name: name, required: true }, { name: seats, required: true }] }
  - { type: workspace, id_format: "ws_*", parent_type: account, traits: [{ name: name, required: true }] }
  - { type: project, id_format: "proj_*", parent_type: workspace }
events:
  - { name: task.completed, group_level: project }
  - { name: task.created, group_level: project }
  - { name: plan.upgraded, group_level: account }
`,
      code: `${SEG}export const f = (user: any) => analytics.identify(user.id, { email: user.email });`,
      findings: [
        {
          at: 'src/app.ts 3:33-3:83',
          message: 'No identify() sets the trait `team_size` of users: pass it here.',
        },
      ],
    },
    {
      name: 'one trait',
      code: `${SEG}export const f = (user: any) => analytics.identify(user.id, { email: user.email, role: user.role });`,
      findings: [
        {
          at: 'src/app.ts 3:33-3:100',
          message: 'No identify() sets the trait `account_id` of users: pass it here.',
        },
      ],
    },
  ],
});
