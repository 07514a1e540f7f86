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
      findings: ['2:1 The plan has no event of billing, so that nothing tells what accounts pay: add `plan.upgraded` (when an account moves to a higher plan, with `from_plan` and `to_plan`) and `plan.downgraded` (when an account moves to a lower plan, with `from_plan` and `to_plan`).'],
    },
    {
      name: 'what is missing where there is some',
      plan: planOf('invoice.paid', 'plan.upgraded'),
      findings: ['2:1 The plan lacks `plan.downgraded` (when an account moves to a lower plan, with `from_plan` and `to_plan`), without which nothing tells what accounts pay: add it, or name it among the `aliases` of the event that stands for it.'],
    },
    {
      name: 'trials where any value speaks of them',
      plan: 'groups:\n  - {type: account, traits: [{name: plan, enum: [trial, pro]}]}\nevents:\n  - name: plan.changed\n',
      findings: ['3:1 The plan lacks `trial.started` (when a trial begins, with `trial_days` and `plan_trialing`) and `trial.ended` (when a trial ends, with `converted`), without which nothing tells what accounts pay: add them, or name each among the `aliases` of the event that stands for it.'],
    },
  ],
});
