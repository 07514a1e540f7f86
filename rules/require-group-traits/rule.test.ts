import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;

testRule(rule, {
  valid: [
    {
      name: 'all required traits',
      code: `${SEG}export const f = (account: any) => analytics.group(account.id, { name: account.name, plan: account.plan });`,
    },
    {
      name: 'other names that say the same',
      code: `${SEG}export const f = (account: any) => analytics.group(account.id, { companyName: account.name, subscriptionTier: account.plan });`,
    },
    {
      name: 'traits that several calls set together',
      code: `${SEG}export const f = (account: any) => analytics.group(account.id, { name: account.name });
export const g = (account: any) => analytics.group(account.id, { plan: account.plan });`,
    },
    {
      name: 'groups below the account',
      code: {
        'src/app.ts': `import posthog from 'posthog-js';
posthog.group('project', 'p', { deleted: true });`,
      },
    },
    {
      name: 'traits that are not all known',
      code: `${SEG}export const f = (account: any) => analytics.group(account.id, account.traits);`,
    },
    {
      name: 'traits set one by one',
      code: {
        'src/app.ts': `import mixpanel from 'mixpanel-browser';
mixpanel.get_group('account', 'a').set('name', 'Acme');
mixpanel.get_group('account', 'a').set('plan', 'pro');`,
      },
    },
    {
      name: `the plan's own traits, and a level told by the id`,
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
      code: `${SEG}analytics.group('acc_1', { name: 'Acme', seats: 3 });
analytics.group('ws_1', { name: 'Sales' });`,
    },
    {
      name: 'traits that the options do not name',
      options: { traits: ['name'] },
      code: `${SEG}export const f = (account: any) => analytics.group(account.id, { name: account.name });`,
    },
  ],
  invalid: [
    {
      name: 'missing traits',
      code: `${SEG}export const f = (account: any) => analytics.group(account.id);`,
      findings: [
        {
          at: 'src/app.ts 3:36-3:63',
          message: 'No group() call sets the traits `name` and `plan` of accounts: pass them here.',
        },
      ],
    },
    {
      name: `the plan's own traits of a level, once`,
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
      code: `${SEG}analytics.group('acc_1', { name: 'Acme' });
analytics.group('acc_2');
analytics.group('ws_1', { name: 'Sales' });`,
      findings: [
        {
          at: 'src/app.ts 3:1-3:43',
          message: 'No group() call sets the trait `seats` of the level `account`: pass it here.',
        },
      ],
    },
    {
      name: 'a group whose level nothing tells',
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
      code: `${SEG}export const f = (id: string) => analytics.group(id, { name: 'x' });`,
      findings: [
        {
          at: 'src/app.ts 3:34-3:68',
          message: 'This group() call does not say of which level the group is: pass the trait `group_type`, one of `account`, `workspace` or `project`.',
        },
      ],
    },
  ],
});
