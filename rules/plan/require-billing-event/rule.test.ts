import { testPlanRule } from '../../../test/support/plan-rule-tester.ts';
import { rule } from './rule.ts';

function planOf(...names: string[]): string {
  return `groups: [{type: account}]\nevents:\n${names.map((name) => `  - name: ${name}\n`).join('')}`;
}

testPlanRule(rule, {
  valid: [
    { name: 'a plan with all of them', plan: planOf('trial.started', 'trial.ended', 'plan.upgraded', 'plan.downgraded') },
    { name: 'a plan without trials', plan: planOf('plan.upgraded', 'plan.downgraded') },
    { name: 'usual other names', plan: planOf('free_trial.started', 'trial.converted', 'subscription.started', 'subscription.cancelled') },
    { name: 'one event for all changes', plan: planOf('plan.changed') },
    { name: 'plans without groups', plan: 'events: []\n' },
    { name: 'events that the options leave out', options: { ignore: ['plan.upgraded', 'plan.downgraded', 'trial.started', 'trial.ended'] }, plan: planOf('report.created') },
  ],
  invalid: [
    {
      name: 'a plan without any billing, once',
      plan: planOf('report.created'),
      findings: ['2:1 The plan has no event of billing, so that nothing tells what accounts pay: add `trial.started`, `trial.ended`, `plan.upgraded`, `plan.downgraded`.'],
    },
    {
      name: 'what is missing where there is some',
      plan: planOf('invoice.paid', 'plan.upgraded'),
      findings: ['2:1 The plan lacks the billing event `plan.downgraded`: add it, sent when an account moves to a lower plan, with `from_plan` and `to_plan`, or name it among the `aliases` of the event that stands for it.'],
    },
    {
      name: 'trials where any value speaks of them',
      plan: 'groups:\n  - {type: account, traits: [{name: plan, enum: [trial, pro]}]}\nevents:\n  - name: plan.changed\n',
      findings: [
        '3:1 The plan lacks the billing event `trial.ended`: add it, sent when a trial ends, with `converted`, or name it among the `aliases` of the event that stands for it.',
        '3:1 The plan lacks the billing event `trial.started`: add it, sent when a trial begins, with `trial_days` and `plan_trialing`, or name it among the `aliases` of the event that stands for it.',
      ],
    },
  ],
});
