import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const PLAN = `events:
  - { name: report.created }
  - { name: report.made, replaced_by: report.created, aliases: [Report Made] }
  - { name: report.printed, deprecated: true }
`;

const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;

testRule(rule, {
  valid: [
    {
      name: 'an event that the plan has',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created');`,
    },
    {
      name: 'an event that the plan does not have',
      plan: PLAN,
      code: `${SEG}analytics.track('report.shared');`,
    },
    {
      name: 'events that the options leave out',
      plan: PLAN,
      options: { ignore: ['report.made'] },
      code: `${SEG}analytics.track('report.made');`,
    },
  ],
  invalid: [
    {
      name: 'an event that is given up',
      plan: PLAN,
      code: `${SEG}analytics.track('report.printed');`,
      findings: [
        {
          at: 'src/app.ts 3:17-3:33',
          message: 'The plan has given the event `report.printed` up: send it no longer.',
          related: [
            '.telemetry/tracking-plan.yaml:4 The plan has `report.printed` here.',
          ],
        },
      ],
    },
    {
      name: 'an event with its replacement',
      plan: PLAN,
      code: `${SEG}analytics.track('report.made');`,
      findings: [
        {
          at: 'src/app.ts 3:17-3:30',
          message: 'The plan has given the event `report.made` up: send `report.created` in its place.',
          related: [
            '.telemetry/tracking-plan.yaml:3 The plan has `report.made` here.',
          ],
        },
      ],
    },
    {
      name: 'an alias of one',
      plan: PLAN,
      code: `${SEG}analytics.track('Report Made');`,
      findings: [
        {
          at: 'src/app.ts 3:17-3:30',
          message: 'The plan has given the event `Report Made` up: send `report.created` in its place.',
          related: [
            '.telemetry/tracking-plan.yaml:3 The plan has `report.made` here.',
          ],
        },
      ],
    },
  ],
});
