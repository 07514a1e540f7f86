import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;

testRule(rule, {
  valid: [
    {
      name: 'an event that something sends',
      code: `${SEG}export function f() { analytics.track('report.shared'); }
analytics.track('report.created');`,
    },
    {
      name: 'an event that is sent elsewhere as well',
      code: `${SEG}function unused() { analytics.track('report.shared'); }
analytics.track('report.shared');`,
    },
    {
      name: 'events that the options leave out',
      options: { ignore: ['report.*'] },
      code: `${SEG}function unused() { analytics.track('report.shared'); }`,
    },
  ],
  invalid: [
    {
      name: 'an event in a function that nothing calls',
      code: `${SEG}function unused() { analytics.track('report.shared'); }
analytics.track('report.created');`,
      findings: [
        {
          at: 'src/app.ts 3:21-3:53',
          message: '`report.shared` is written here, and nothing calls the code that sends it: call it, or take it out.',
        },
      ],
    },
  ],
});
