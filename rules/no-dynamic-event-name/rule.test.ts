import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;

testRule(rule, {
  valid: [
    {
      name: 'a literal',
      code: `${SEG}analytics.track('report.created');`,
    },
    {
      name: 'one of a union',
      code: `${SEG}export const f = (name: 'a.done' | 'b.done') => analytics.track(name);`,
    },
    {
      name: 'a name of which a part is known',
      code: `${SEG}export const f = (what: string) => analytics.track(\`report.\${what}\`);`,
    },
    {
      name: 'a constant of a package that is not read',
      code: `${SEG}import { ActionType } from '@acme/events';
analytics.track(ActionType.clicked);`,
    },
    {
      name: 'code that nothing calls',
      code: `${SEG}function unused(name: string) { analytics.track(name); }
analytics.track('report.created');`,
    },
  ],
  invalid: [
    {
      name: 'a name that only callers outside the program know',
      code: `${SEG}export const f = (name: string) => analytics.track(name);`,
      findings: [
        {
          at: 'src/app.ts 3:52-3:56',
          message: 'The name of the event sent here is not known (the parameter name is not known), so that no plan can be held against it: pass a literal, a constant or one of a union of literals.',
        },
      ],
    },
    {
      name: 'a name from elsewhere',
      code: `${SEG}declare function pick(): string;
analytics.track(pick());`,
      findings: [
        {
          at: 'src/app.ts 4:17-4:23',
          message: 'The name of the event sent here is not known (result of pick), so that no plan can be held against it: pass a literal, a constant or one of a union of literals.',
        },
      ],
    },
    {
      name: 'a name of which a part is known, where the options say so',
      options: { patterns: true },
      code: `${SEG}export const f = (what: string) => analytics.track(\`report.\${what}\`);`,
      findings: [
        {
          at: 'src/app.ts 3:52-3:68',
          message: 'Of the name of the event sent here only `report.*` is known: pass a literal, or build it from a union of literals.',
        },
      ],
    },
  ],
});
