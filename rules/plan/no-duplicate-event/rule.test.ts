import { testPlanRule } from '../../../test/support/plan-rule-tester.ts';
import { rule } from './rule.ts';

testPlanRule(rule, {
  valid: [
    { name: 'different events', plan: 'events: [{name: report.created}, {name: report.shared}]\n' },
    { name: 'an old spelling that is deprecated', plan: 'events: [{name: Report Created, replaced_by: report.created}, {name: report.created}]\n' },
    { name: 'an event that lists its own name as an alias', plan: 'events: [{name: a.b, aliases: [a.b, A B]}]\n' },
    { name: 'names without words', plan: 'events: [{name: "+"}, {name: "-"}]\n' },
  ],
  invalid: [
    {
      name: 'a name that stands again, each time but the first',
      plan: 'events:\n  - name: a.b\n  - name: a.b\n  - name: a.b\n',
      findings: [['3:11 `a.b` stands twice in the plan: keep one, with the properties of both.', '2 `a.b` stands here.'], ['4:11 `a.b` stands twice in the plan: keep one, with the properties of both.', '2 `a.b` stands here.']],
    },
    {
      name: 'the same words in another style',
      plan: 'events:\n  - name: user.signed_up\n  - name: User Signed Up\n',
      findings: [['3:11 `User Signed Up` has the same words as `user.signed_up`: keep one, and list the other name among its `aliases` while it is still sent.', '2 `user.signed_up` stands here.']],
    },
    {
      name: 'an event that another has as its alias',
      plan: 'events:\n  - name: a.c\n  - {name: a.b, aliases: [a.c]}\n',
      findings: [['2:11 `a.c` is also an alias of `a.b`: remove the alias, or this event.', '3 `a.b` stands here.']],
    },
  ],
});
