import { testPlanRule } from '../../../test/support/plan-rule-tester.ts';
import { rule } from './rule.ts';

function planOf(...names: string[]): string {
  return `events:\n${names.map((name) => `  - name: ${JSON.stringify(name)}\n`).join('')}`;
}

testPlanRule(rule, {
  valid: [
    { name: 'names as the specification writes them', plan: planOf('account.created', 'user.signed_up', 'trial.ended', 'email.sent', 'workspace.settings_updated', 'report.set_up', 'password.reset') },
    { name: 'any one style', plan: planOf('Report Created', 'User Signed Up', 'Plan Upgraded') },
    { name: 'verbs with particles', plan: planOf('user.logged_in', 'user.signed_out') },
    { name: 'nouns that are verbs too, where they name the object', plan: planOf('order.ready', 'search.results_empty', 'upload.page_one', 'orders.list') },
    { name: 'names of one word', plan: planOf('signup', 'checkout'), options: { style: 'snake_case' } },
    { name: 'deprecated events', plan: 'events: [{name: a.created}, {name: Create A, deprecated: true}]\n' },
    { name: "the vendor's own events", plan: planOf('a.created', '$pageview') },
    { name: 'the tense where the options allow any', options: { tense: 'any' }, plan: planOf('report.create') },
    { name: 'names that the options leave out', options: { ignore: ['Old *'] }, plan: planOf('Old Event') },
  ],
  invalid: [
    {
      name: 'a name in another style than most',
      plan: planOf('report.created', 'report.shared', 'folder.opened', 'Report Printed'),
      findings: ['5:11 `Report Printed` is not written in the style `object.action`, as `report.created` is: rename it to `report.printed`.'],
    },
    {
      name: 'another style in a plan of sentences',
      plan: planOf('Report Created', 'Report Shared', 'Folder Opened', 'folder.shared_with_link'),
      findings: ['5:11 `folder.shared_with_link` is not written in the style `Title Case`, as `Report Created` is: rename it to `Folder Shared With Link`.'],
    },
    {
      name: 'a style that differs from the one in the options',
      options: { style: 'snake_case' },
      plan: planOf('report.created'),
      findings: ['2:11 `report.created` is not written in the style `snake_case`: rename it to `report_created`.'],
    },
    {
      name: 'a name whose object and action cannot be told apart, without a suggestion',
      plan: planOf('report.created', 'Checkout'),
      findings: ['3:11 `Checkout` is not written in the style `object.action`, as `report.created` is: rename it.'],
    },
    {
      name: 'the present tense, with the name that it should be',
      plan: planOf('report.create', 'email.send', 'form.submit', 'reply.copy', 'user.log_view'),
      findings: [
        '2:11 `report.create` does not tell what happened in the past tense: rename it to `report.created`.',
        '3:11 `email.send` does not tell what happened in the past tense: rename it to `email.sent`.',
        '4:11 `form.submit` does not tell what happened in the past tense: rename it to `form.submitted`.',
        '5:11 `reply.copy` does not tell what happened in the past tense: rename it to `reply.copied`.',
        '6:11 `user.log_view` does not tell what happened in the past tense: rename it to `user.log_viewed`.',
      ],
    },
    {
      name: 'a verb that stands first',
      options: { style: 'Title Case' },
      plan: planOf('Create Report', 'Delete Old Report'),
      findings: [
        '2:11 `Create Report` does not tell what happened in the past tense: rename it to `Report Created`.',
        '3:11 `Delete Old Report` does not tell what happened in the past tense: rename it to `Old Report Deleted`.',
      ],
    },
    {
      name: 'style and tense at once',
      plan: planOf('report.created', 'folder.opened', 'folder.shared', 'Create Report'),
      findings: ['5:11 `Create Report` is not written in the style `object.action`, as `report.created` is: rename it to `report.created`.'],
    },
  ],
});
