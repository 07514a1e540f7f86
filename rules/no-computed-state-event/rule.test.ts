import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;

testRule(rule, {
  valid: [
    {
      name: 'actions',
      code: `${SEG}analytics.track('integration.connected');
analytics.track('user.signed_up');`,
    },
    {
      name: 'what else is activated',
      code: `${SEG}analytics.track('license.activated');
analytics.track('Plugin Activated');
analytics.track('user.deactivated');`,
    },
    {
      name: 'names that the options leave out',
      options: { ignore: ['user.activated'] },
      code: `${SEG}analytics.track('user.activated');`,
    },
    {
      name: 'names that are not known',
      code: `${SEG}export const f = (what: string) => analytics.track(\`user.\${what}\`);`,
    },
  ],
  invalid: [
    {
      name: 'activation',
      code: `${SEG}analytics.track('user.activated');`,
      findings: [
        {
          at: 'src/app.ts 3:17-3:33',
          message: 'The event `user.activated` tells a state, and no action: track the actions that lead to it, and let analytics say which of them count as it.',
        },
      ],
    },
    {
      name: 'activation in another style',
      code: `${SEG}analytics.track('Account Activated');`,
      findings: [
        {
          at: 'src/app.ts 3:17-3:36',
          message: 'The event `Account Activated` tells a state, and no action: track the actions that lead to it, and let analytics say which of them count as it.',
        },
      ],
    },
    {
      name: 'churn',
      code: `${SEG}analytics.track('account_churned');`,
      findings: [
        {
          at: 'src/app.ts 3:17-3:34',
          message: 'The event `account_churned` tells a state, and no action: track the actions that lead to it, and let analytics say which of them count as it.',
        },
      ],
    },
  ],
});
