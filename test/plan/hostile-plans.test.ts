import { expect, test } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { FILE, problemsOf } from './problems.ts';

const BOMB = ['a: &a [x, x, x, x, x, x, x, x, x]', ...[...'bcdefghi'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`)];
const VALID = 'groups:\n  - {type: account, traits: [name]}\nevents:\n  - name: "a.b"\n    group_level: account\n    properties: &p\n      - {name: c, type: string, enum: [x, 1]}\n  - {name: d.e, properties: *p}\n';

test('an alias bomb is told at an alias, and not expanded', () => {
  expect(problemsOf(`${BOMB.join('\n')}\nevents: []\n`)).toEqual([
    expect.stringMatching(/^[5-7]:\d+ Aliases add more than 100000 values or 64 levels to the plan, which is not read\.$/),
  ]);
});

test('text nested so deep that it would end the process is told as such', () => {
  expect(problemsOf('['.repeat(100_000))).toEqual(['1:65 The tracking plan is nested more than 64 levels deep.']);
});

test('names of object prototypes are names as any other', () => {
  const plan = readPlan(FILE, `groups: [{type: constructor}]
__proto__: {events: [polluted]}
events:
  - {name: __proto__, group_level: constructor, properties: [{name: constructor}, {name: hasOwnProperty}]}
  - {__proto__: {name: inherited}, name: toString}
`);
  expect(plan.events.map(({ name, groupLevel }) => [name, groupLevel])).toEqual([['__proto__', 'constructor'], ['toString', null]]);
  expect(({} as Record<string, unknown>)['events']).toBeUndefined();
});

test('what stands under `__proto__` is no part of an event', () => {
  expect(problemsOf('events: [{__proto__: {name: inherited}}]')).toEqual(['1:10 An event has no `name`.']);
});

test.each<[kind: string, text: string]>([
  ['flow mappings in one another', '{a: '.repeat(50_000)],
  ['block lists in one another', `${'- '.repeat(50_000)}x`],
  ['explicit keys in one another', `${'? '.repeat(20_000)}x`],
  ['keys on one line', 'a: '.repeat(50_000)],
  ['mappings one column deeper each', Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ['aliases chained', `x0: &x0 [1]\n${Array.from({ length: 5000 }, (_, at) => `x${at + 1}: &x${at + 1} [*x${at}]`).join('\n')}\nevents: []`],
  ['aliases to themselves', '- &a *a\n'.repeat(5000)],
  ['a merge key to itself', 'events: &e\n  - <<: *e\n    name: a\n'],
  ['merge keys of scalars', 'events: [{<<: 1, name: a}, {<<: [2, [3]], name: b}]'],
  ['keys by the ten thousand', `${Array.from({ length: 50_000 }, (_, at) => `k${at}:`).join('\n')}\nevents: []`],
  ['anchors in a row', '&a '.repeat(50_000)],
  ['quotes only', '"'.repeat(100_000)],
  ['colons only', ':'.repeat(100_000)],
  ['brackets that close nothing', 'a: 1\n}\n'.repeat(5000)],
  ['documents by the ten thousand', '---\n'.repeat(50_000)],
  ['YAML 1.1 with its own types', '%YAML 1.1\n---\nmeta: {created: 2001-01-01, product: !!binary aGk=}\nevents: [{name: yes}, {name: !!set {a}}]'],
  ['tags of programming languages', 'events: !!js/function "function () {}"\nmeta: !ruby/object:Gem {}'],
  ['an unknown directive', '%FOO\n---\nevents: []'],
  ['infinite numbers', 'events: [{name: .inf, properties: [{name: .nan, enum: [.inf]}]}]'],
  ['a name of a megabyte', `groups: [{type: ${'b'.repeat(500_000)}}]\nevents: [{name: x, group_level: ${'a'.repeat(500_000)}}]`],
  ['levels by the thousand, none of them known', `groups: [${Array.from({ length: 3000 }, (_, at) => `{type: g${at}, parent_type: h${at}}`).join(', ')}]\nevents: []`],
  ['a chain of parents', `groups: [${Array.from({ length: 3000 }, (_, at) => `{type: g${at}, parent_type: g${at + 1}}`).join(', ')}, {type: g3000}]\nevents: []`],
  ['lone surrogates', 'events: ["\\uD800", "\\uDFFF\uD800"]'],
  ['JSON cut off', '{"events": [{"name": "a", "properties": [{"na'],
  ['HTML', '<!doctype html>\n<html><body class="a: b">\n</body></html>'],
])('%s: a plan or a PlanError, soon', (_, text) => {
  expect(() => problemsOf(text)).not.toThrow();
}, 10_000);

test('a plan cut off or damaged anywhere gives a plan or a PlanError', () => {
  for (let at = 0; at <= VALID.length; at++) {
    expect(() => problemsOf(VALID.slice(0, at))).not.toThrow();
    for (const damage of ['\t', '"', '*p', ']', '- ', '\n', ': ', '&', '\0', '!!']) {
      expect(() => problemsOf(VALID.slice(0, at) + damage + VALID.slice(at + 1))).not.toThrow();
    }
  }
});
