import { testPlanRule } from '../../../test/support/plan-rule-tester.ts';
import { rule } from './rule.ts';

testPlanRule(rule, {
  valid: [
    { name: 'properties of one name in several events', plan: 'events: [{name: a.b, properties: [{name: x, type: string}]}, {name: a.c, properties: [{name: x, type: boolean}]}]\n' },
    { name: 'values of an enum that are of its type', plan: 'events: [{name: a.b, properties: [{name: x, type: integer, enum: [1, 2]}, {name: y, type: number, enum: [1, 0.5]}, {name: z, type: boolean, enum: [true]}]}]\n' },
    { name: 'texts that YAML takes for numbers and truths', plan: 'events: [{name: a.b, properties: [{name: x, type: string, enum: [2024, yes, true, a]}]}]\n' },
    { name: 'an enum without a type', plan: 'events: [{name: a.b, properties: [{name: x, enum: [1, a]}]}]\n' },
    { name: 'types of one kind, where types are compared', options: { sameTypes: true }, plan: 'events: [{name: a.b, properties: [{name: n, type: integer}, {name: d, type: datetime}]}, {name: a.c, properties: [{name: n, type: number}, {name: d, type: string}]}]\n' },
  ],
  invalid: [
    { name: 'a property that stands twice', plan: 'events:\n  - name: a.b\n    properties: [x, y, x]\n', findings: ['3:24 `x` stands twice in `a.b`: keep one.'] },
    { name: 'a required property that is optional too', plan: 'events:\n  - name: a.b\n    required_properties: [x]\n    optional_properties: [x]\n', findings: ['4:27 `x` stands twice in `a.b`: keep one.'] },
    {
      name: 'what is within objects and lists',
      plan: 'events:\n  - name: a.b\n    properties:\n      - {name: o, properties: [x, {name: y, type: integer, enum: [a]}, x]}\n      - {name: t, type: array, enum: []}\n',
      findings: [
        '4:42 `y` is of type integer, and its `enum` has "a": correct the value or the type.',
        '4:72 `x` stands twice in `o` of `a.b`: keep one.',
        '5:9 The `enum` of `t` is empty, so that no value may be sent: list the values, or remove it.',
      ],
    },
    {
      name: 'traits that stand twice',
      plan: 'entities: {user: {traits: [role, role]}}\ngroups: [{type: account, traits: [plan, plan]}]\nevents: []\n',
      findings: ['1:34 `role` stands twice in the traits of users: keep one.', '2:41 `plan` stands twice in the traits of the group `account`: keep one.'],
    },
    {
      name: 'values that are not of the type',
      plan: 'events:\n  - name: a.b\n    properties:\n      - {name: x, type: integer, enum: [1, 1.5]}\n      - {name: y, type: boolean, enum: [true, "no"]}\n      - {name: z, type: number, enum: [one]}\n',
      findings: [
        '4:16 `x` is of type integer, and its `enum` has 1.5: correct the value or the type.',
        '5:16 `y` is of type boolean, and its `enum` has "no": correct the value or the type.',
        '6:16 `z` is of type number, and its `enum` has "one": correct the value or the type.',
      ],
    },
    { name: 'an enum without values', plan: 'events:\n  - {name: a.b, properties: [{name: x, enum: []}]}\n', findings: ['2:37 The `enum` of `x` is empty, so that no value may be sent: list the values, or remove it.'] },
    { name: 'a value that stands twice', plan: 'events:\n  - {name: a.b, properties: [{name: x, enum: [a, b, a]}]}\n', findings: ['2:37 The `enum` of `x` has "a" twice: keep one.'] },
    {
      name: 'the rarer of two types, where types are compared',
      options: { sameTypes: true },
      plan: 'events:\n  - {name: a.b, properties: [{name: x, type: string}]}\n  - {name: a.c, properties: [{name: x, type: number}]}\n  - {name: a.d, properties: [{name: x, type: integer}]}\n',
      findings: [['2:37 `x` is of type string here, and of type number in `a.c`: give it one type, or two names.', '3 Here `x` is of type number.']],
    },
  ],
});
