import { testPlanRule } from '../../../test/support/plan-rule-tester.ts';
import { rule } from './rule.ts';

function planOf(...names: string[]): string {
  return `events:\n${names.map((name) => `  - name: ${name}\n`).join('')}`;
}

function found(at: string, name: string): string {
  return `${at} \`${name}\` is a state that analytics compute, and nothing that anybody does: plan the actions that lead to it, and define it downstream.`;
}

testPlanRule(rule, {
  valid: [
    { name: 'actions', plan: planOf('report.created', 'integration.connected', 'user.invited', 'account.deleted') },
    { name: 'other things that are activated', plan: planOf('license.activated', 'feature.activated', 'trial.activated', 'card.activation_completed') },
    { name: "an administrator's activation of users", plan: planOf('user.activated', 'user.deactivated') },
    { name: 'deprecated events', plan: 'events: [{name: user.activated, deprecated: true}]\n' },
    { name: 'names that the options leave out', options: { ignore: ['user.activated'] }, plan: planOf('user.activated') },
  ],
  invalid: [
    { name: 'activation in its spellings', plan: planOf('user.activated', 'Account Activated', 'activation_v2_hit', 'user_activation_completed'), findings: [found('2:11', 'user.activated'), found('3:11', 'Account Activated'), found('4:11', 'activation_v2_hit'), found('5:11', 'user_activation_completed')] },
    { name: 'churn, retention and scores, also beside acts', plan: planOf('account.churned', 'user.became_inactive', 'account.health_score_changed', 'user.deactivated'), findings: [found('2:11', 'account.churned'), found('3:11', 'user.became_inactive'), found('4:11', 'account.health_score_changed')] },
  ],
});
