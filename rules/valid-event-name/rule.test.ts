import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;

testRule(rule, {
  valid: [
    {
      name: `the specification's style where the product has no plan`,
      code: `${SEG}analytics.track('report.created');
analytics.track('workspace.settings_updated');`,
    },
    {
      name: 'irregular verbs',
      code: `${SEG}analytics.track('invitation.sent');
analytics.track('report.rebuilt');`,
    },
    {
      name: `the style of most of the plan's events`,
      plan: 'events: [{ name: Report Created }, { name: User Signed Up }, { name: Plan Upgraded }, { name: odd.one }]',
      code: `${SEG}analytics.track('Invoice Paid');`,
    },
    {
      name: 'events of the plan in any style',
      plan: 'events: [{ name: Report Created }, { name: Plan Upgraded }, { name: odd one }]',
      code: `${SEG}analytics.track('odd one');`,
    },
    {
      name: 'a planned event in another style',
      plan: 'events: [{ name: Report Created }, { name: User Signed Up }, { name: Plan Upgraded }]',
      code: `${SEG}analytics.track('report.created');`,
    },
    {
      name: `the vendor's own events, pages and screens`,
      code: `${SEG}analytics.track('$feature_view');
analytics.page('Pricing');`,
    },
    {
      name: 'names that are not known',
      code: `${SEG}export const f = (name: string) => analytics.track(name);`,
    },
    {
      name: 'names that the options leave out',
      options: { ignore: ['Debug*'] },
      code: `${SEG}analytics.track('Debug');`,
    },
    {
      name: 'any tense where the options say so',
      options: { tense: 'any' },
      code: `${SEG}analytics.track('report.create');`,
    },
  ],
  invalid: [
    {
      name: 'another style',
      code: `${SEG}analytics.track('Report Created');`,
      findings: [
        {
          at: 'src/app.ts 3:17-3:33',
          message: 'The event `Report Created` is not written in the style `object.action`, as the B2B specification has it: call it `report.created`.',
        },
      ],
    },
    {
      name: 'the present tense',
      code: `${SEG}analytics.track('report.create');`,
      findings: [
        {
          at: 'src/app.ts 3:17-3:32',
          message: 'The event `report.create` does not tell what happened in the past tense: call it `report.created`.',
        },
      ],
    },
    {
      name: 'one word',
      code: `${SEG}analytics.track('signup');`,
      findings: [
        {
          at: 'src/app.ts 3:17-3:25',
          message: 'The event `signup` is one word: name what it happened to and what happened, in the style `object.action`.',
        },
      ],
    },
    {
      name: `another style than the plan's`,
      plan: 'events: [{ name: Report Created }, { name: User Signed Up }, { name: Plan Upgraded }]',
      code: `${SEG}analytics.track('invoice_paid');`,
      findings: [
        {
          at: 'src/app.ts 3:17-3:31',
          message: 'The event `invoice_paid` is not written in the style `Title Case`, as most events of .telemetry/tracking-plan.yaml are: call it `Invoice Paid`.',
        },
      ],
    },
    {
      name: 'another style than the one of the options',
      options: { style: 'Title Case' },
      code: `${SEG}analytics.track('report.created');`,
      findings: [
        {
          at: 'src/app.ts 3:17-3:33',
          message: 'The event `report.created` is not written in the style `Title Case`, as the options of this rule want: call it `Report Created`.',
        },
      ],
    },
    {
      name: 'a name at each call that sends it',
      code: `${SEG}const NAME = 'Report Created';
analytics.track(NAME);
analytics.track(NAME);`,
      findings: [
        {
          at: 'src/app.ts 4:17-4:21',
          message: 'The event `Report Created` is not written in the style `object.action`, as the B2B specification has it: call it `report.created`.',
        },
        {
          at: 'src/app.ts 5:17-5:21',
          message: 'The event `Report Created` is not written in the style `object.action`, as the B2B specification has it: call it `report.created`.',
        },
      ],
    },
  ],
});
