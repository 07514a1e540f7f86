import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const PLAN = `events:
  - { name: report.created, aliases: [Report Created] }
  - { name: report.shared }
  - { name: report.made, deprecated: true }
`;

const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;

testRule(rule, {
  valid: [
    {
      name: 'events that are sent, by any name',
      plan: PLAN,
      code: `${SEG}analytics.track('Report Created');
analytics.track('report.shared');`,
    },
    {
      name: 'what a name with unknown parts may be',
      plan: PLAN,
      code: `${SEG}export const f = (what: string) => analytics.track(\`report.\${what}\`);`,
    },
    {
      name: 'anything where a name is not known',
      plan: PLAN,
      code: `${SEG}export const f = (name: string) => analytics.track(name);
analytics.track('report.created');`,
    },
    {
      name: 'events in code that nothing calls, of which another rule speaks',
      plan: PLAN,
      code: `${SEG}function unused() { analytics.track('report.shared'); }
analytics.track('report.created');`,
    },
    {
      name: 'events that the options leave out',
      plan: PLAN,
      options: { ignore: ['report.shared'] },
      code: `${SEG}analytics.track('report.created');`,
    },
  ],
  invalid: [
    {
      name: 'most of a plan, once',
      plan: `events: [{ name: a.made }, { name: b.made }, { name: c.made }, { name: d.made }, { name: e.made }, { name: f.made }]\n`,
      code: `${SEG}analytics.track('a.made');`,
      findings: [
        {
          at: '.telemetry/tracking-plan.yaml 1:1-1:1',
          message: 'Nothing that could be followed sends 5 of the 6 events of the plan: they may go another way, which `wrappers` in the configuration can declare.',
        },
      ],
    },
    {
      name: 'an event that nothing sends, in the plan',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created');`,
      findings: [
        {
          at: '.telemetry/tracking-plan.yaml 3:13-3:13',
          message: 'Nothing sends the event `report.shared` of the plan: send it, or take it out of the plan or mark it as deprecated.',
        },
      ],
    },
    {
      name: 'the same where a name is not known, if the options say so',
      plan: PLAN,
      options: { strict: true },
      code: `${SEG}export const f = (name: string) => analytics.track(name);
analytics.track('report.created');`,
      findings: [
        {
          at: '.telemetry/tracking-plan.yaml 3:13-3:13',
          message: 'Nothing sends the event `report.shared` of the plan: send it, or take it out of the plan or mark it as deprecated.',
        },
      ],
    },
  ],
});
