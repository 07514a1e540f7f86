import { testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const PLAN = `
events:
  - name: report.created
  - name: report.shared
    aliases: [Report Shared]
  - name: user.signed_up
  - name: plan.upgraded
    deprecated: true
`;

const PREAMBLE = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;

testRule(rule, {
  valid: [
    { name: 'an event of the plan', plan: PLAN, code: `${PREAMBLE}analytics.track('report.created');` },
    { name: 'an alias of a planned event', plan: PLAN, code: `${PREAMBLE}analytics.track('Report Shared');` },
    { name: 'a deprecated event', plan: PLAN, code: `${PREAMBLE}analytics.track('plan.upgraded');` },
    { name: 'any event where the product has no plan of its own', code: `${PREAMBLE}analytics.track('anything.at_all');` },
    { name: 'page and screen calls, whose names are no events', plan: PLAN, code: `${PREAMBLE}analytics.page('Pricing'); analytics.screen('Pricing');` },
    {
      name: "events that the vendor defines",
      plan: PLAN,
      code: `import posthog from 'posthog-js';\nposthog.capture('$pageleave'); posthog.capture('$feature_view', {});`,
    },
    { name: 'a name that is not known', plan: PLAN, code: `${PREAMBLE}export function send(name: string) { analytics.track(name); }` },
    { name: 'a pattern that a planned event fits', plan: PLAN, code: `${PREAMBLE}export const send = (what: string) => analytics.track(\`report.\${what}\`);` },
    { name: 'a pattern without any text of its own', plan: PLAN, code: `${PREAMBLE}export const send = (a: string, b: string) => analytics.track(\`\${a}.\${b}\`);` },
    { name: 'names that the options leave out', plan: PLAN, options: { ignore: ['debug.*'] }, code: `${PREAMBLE}analytics.track('debug.opened');` },
    {
      name: 'names that a wrapper completes to planned ones',
      plan: PLAN,
      code: `${PREAMBLE}function report(what: string) { analytics.track('report.' + what); }\nreport('created');`,
    },
    { name: 'the track method of something else', plan: PLAN, code: `${PREAMBLE}const race = { track(name: string) {} };\nrace.track('monza');\nanalytics.track('report.created');` },
  ],
  invalid: [
    {
      name: 'an event that the plan does not have',
      plan: PLAN,
      code: `${PREAMBLE}analytics.track('invoice.paid');`,
      findings: [{ at: 'src/app.ts 3:17-3:31', message: 'The plan has no event `invoice.paid`: add it to .telemetry/tracking-plan.yaml, or correct the name.' }],
    },
    {
      name: 'a misspelt event, with the one that was meant',
      plan: PLAN,
      code: `${PREAMBLE}analytics.track('report.craeted');`,
      findings: [
        {
          at: 'src/app.ts 3:17-3:33',
          message: 'The plan has no event `report.craeted`. Did you mean `report.created`? If not, add it to .telemetry/tracking-plan.yaml.',
          related: ['.telemetry/tracking-plan.yaml:3 The plan has `report.created` here.'],
        },
      ],
    },
    {
      name: 'an event that the plan spells in another style',
      plan: PLAN,
      code: `${PREAMBLE}analytics.track('User Signed Up');`,
      findings: [
        {
          at: 'src/app.ts 3:17-3:33',
          message: 'The plan has no event `User Signed Up`. Did you mean `user.signed_up`? If not, add it to .telemetry/tracking-plan.yaml.',
          related: ['.telemetry/tracking-plan.yaml:6 The plan has `user.signed_up` here.'],
        },
      ],
    },
    {
      name: 'only the unknown one of two names that a call may send',
      plan: PLAN,
      code: `${PREAMBLE}declare const isNew: boolean;\nanalytics.track(isNew ? 'report.created' : 'folder.opened');`,
      findings: [{ at: 'src/app.ts 4:25-4:59', message: 'The plan has no event `folder.opened`: add it to .telemetry/tracking-plan.yaml, or correct the name.' }],
    },
    {
      name: 'a name from another file where it is used',
      plan: PLAN,
      code: {
        'src/events.ts': `export const Events = { opened: 'folder.opened' } as const;`,
        'src/app.ts': `import { Events } from './events';\n${PREAMBLE}analytics.track(Events.opened);`,
      },
      findings: [{ at: 'src/app.ts 4:17-4:30', message: 'The plan has no event `folder.opened`: add it to .telemetry/tracking-plan.yaml, or correct the name.' }],
    },
    {
      name: 'a constant that several calls send, once, where it stands',
      plan: PLAN,
      code: {
        'src/events.ts': `export const OPENED = 'folder.opened';`,
        'src/app.ts': `import { OPENED } from './events';\n${PREAMBLE}analytics.track(OPENED);\nanalytics.track(OPENED);`,
      },
      findings: [
        {
          at: 'src/events.ts 1:23-1:38',
          message: 'The plan has no event `folder.opened`: add it to .telemetry/tracking-plan.yaml, or correct the name.',
          related: ['src/app.ts:4 It is sent from here.', 'src/app.ts:5 It is sent from here.'],
        },
      ],
    },
    {
      name: 'a name as it arrives, with the prefix of its wrapper',
      plan: PLAN,
      code: `${PREAMBLE}function report(what: string) { analytics.track('report.' + what); }\nreport('printed');`,
      findings: [{ at: 'src/app.ts 4:8-4:17', message: 'The plan has no event `report.printed`: add it to .telemetry/tracking-plan.yaml, or correct the name.' }],
    },
    {
      name: 'a pattern that no planned event fits',
      plan: PLAN,
      code: `${PREAMBLE}export const send = (what: string) => analytics.track(\`billing.\${what}\`);`,
      findings: [
        {
          at: 'src/app.ts 3:55-3:72',
          message: 'No event of the plan fits `billing.*`, where `*` is what is not known: add the events to .telemetry/tracking-plan.yaml, or correct the name.',
        },
      ],
    },
  ],
});
