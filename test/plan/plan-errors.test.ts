import { expect, test } from 'vitest';
import { ToolError } from '../../src/errors.ts';
import { PlanError } from '../../src/plan/plan-error.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { FILE, problemsOf } from './problems.ts';

const GROUPS = 'groups: [{type: account}, {type: workspace, parent_type: account}]\n';

test.each<[behaviour: string, text: string, problems: string[]]>([
  ['an empty file', '', ['1:1 The tracking plan is empty. Write an `events` list.']],
  ['a file of comments', '# nothing\n', ['1:1 The tracking plan is empty. Write an `events` list.']],
  ['a list', '\n- a\n', ['2:1 A tracking plan is a mapping. Write an `events` list.']],
  ['text', 'hello', ['1:1 A tracking plan is a mapping. Write an `events` list.']],
  ['no events', 'meta: {product: Acme}\n', ['1:1 The plan has no `events`. List its events, or write `events: []`.']],
  ['events left empty', 'events:\n', ['1:1 The plan has no `events`. List its events, or write `events: []`.']],
  ['events by name', 'events:\n  a.b: {}\n', ['2:3 `events` must be a list. Begin each event with `- name:`.']],
  ['several documents', 'events: []\n---\nevents: []\n', ['2:1 The file holds several YAML documents, and a plan is one. Remove the `---`.']],
  ['a tab for indentation', 'events:\n\t- name: a\n', ['2:1 This line is indented by a tab. YAML is indented by spaces.']],
  ['an open quote', 'events: []\nmeta: {product: "Acme}\n', expect.arrayContaining(['3:1 This is not valid YAML: Missing closing "quote.']) as string[]],
  ['a colon in a value', 'events:\n  - name: a\n    description: first: second\n', [
    '3:18 A second colon on one line: quote the value, or put the inner key on a line of its own.',
  ]],
  ['a key that stands twice', 'events: []\nmeta:\n  product: a\n  product: b\n', ['4:3 The key "product" stands twice; the first is on line 3. Keep one.']],
  ['a key that is a list', 'events: []\n? [a]\n: b\n', ['2:3 A key must be a plain word.']],
  ['a misspelt key of the plan', 'event: []\n', [
    '1:1 The plan has no key "event". Did you mean `events`?',
    '1:1 The plan has no `events`. List its events, or write `events: []`.',
  ]],
  ['a misspelt key of an event', `${GROUPS}events:\n  - name: a.b\n    groupLevel: account\n    proprties: []\n`, [
    '4:5 An event has no key "groupLevel". Did you mean `group_level`?',
    '5:5 An event has no key "proprties". Did you mean `properties`?',
  ]],
  ['letters that changed places', 'events:\n  - nmae: a.b\n', [
    '2:5 An event has no key "nmae". Did you mean `name`?',
    '2:5 An event has no `name`.',
  ]],
  ['a misspelt key of a group', 'groups: [{type: a}, {type: b, parent: a}]\nevents: []\n', ['1:31 A group has no key "parent". Did you mean `parent_type`?']],
  ['a misspelt key of a property', 'events:\n  - name: a\n    properties: [{name: b, requird: true}]\n', [
    '3:28 A property has no key "requird". Did you mean `required`?',
  ]],
  ['a misspelt key of a trait', 'entities: {user: {trait: []}}\nevents: []\n', ['1:19 An entity has no key "trait". Did you mean `traits`?']],
  ['a misspelt key of meta', 'meta: {pii-policy: none}\nevents: []\n', ['1:8 `meta` has no key "pii-policy". Did you mean `pii_policy`?']],
  ['a misspelt policy', 'meta:\n  pii_policy: trait_only\nevents: []\n', [
    '2:15 `pii_policy` must be one of none, traits_only, allowed, and is "trait_only". Did you mean "traits_only"?',
  ]],
  ['a misspelt type', 'events:\n  - name: a\n    properties:\n      - {name: b, type: strnig}\n', [
    '4:25 `type` must be one of string, integer, number, boolean, datetime, object, array, and is "strnig". Did you mean "string"?',
  ]],
  ['an unknown type', 'events: [{name: a, properties: [{name: b, type: money}]}]\n', [
    '1:49 `type` must be one of string, integer, number, boolean, datetime, object, array, and is "money".',
  ]],
  ['a number for a name', 'events:\n  - name: 404\n', ['2:11 `name` must be text, and is 404. Write it in quotes: "404".']],
  ['an empty name', 'events:\n  - name: ""\n', ['2:11 `name` must not be empty, and is empty.']],
  ['text for true', 'events: [{name: a, properties: [{name: b, required: "yes"}]}]\n', [
    '1:53 `required` must be true or false, and is "yes". Write true, without quotes.',
  ]],
  ['an object among enum values', 'events: [{name: a, properties: [{name: b, enum: [x, {y: z}]}]}]\n', [
    '1:53 `enum.1` must be text, a number, or true or false, and is a mapping.',
  ]],
  ['text for a list', 'events: [{name: a, properties: none}]\n', ['1:32 `properties` must be a list. Begin each property with `- name:`.']],
  ['an event that is a number', 'events:\n  - 1\n', ['2:5 An event must be a mapping, and is 1.']],
  ['a property without a name', 'events:\n  - name: a\n    properties:\n      - type: string\n', ['4:9 A property has no `name`.']],
  ['a list of entities', 'entities: []\nevents: []\n', ['1:11 `entities` must be a mapping. Put the traits of users under `user:`.']],
  ['a level whose group has another fault', 'groups:\n  - type: account\n    is_top_level: maybe\nevents: [{name: a.b, group_level: account}]\n', [
    '3:19 `is_top_level` must be true or false, and is "maybe".',
  ]],
  ['an alias without its anchor', 'events: *none\n', expect.arrayContaining(['1:9 The alias *none has no anchor &none before it.']) as string[]],
  ['an alias that contains itself', 'events: &e\n  - name: a\n    properties: *e\n', ['3:17 The alias *e contains itself.']],
  ['Latin-1 read as UTF-8', 'events:\n  - name: caf\uFFFD\n', ['2:14 The file is not valid UTF-8 here. Save it as UTF-8.']],
  ['UTF-16 read as UTF-8', '\uFFFD\uFFFDe\0v\0', ['1:1 The file is not valid UTF-8 here. Save it as UTF-8.']],
  ['a file of 20 MB', `events: []\n${'#'.repeat(20_000_000)}`, ['1:1 The tracking plan is larger than 1 MB and is not read.']],
])('%s is told with its place', (_, text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});

test('a key that resembles one which is there is the plan\'s own', () => {
  expect(problemsOf('event: []\nevents: [{name: a.b, names: [c]}]\n')).toEqual([]);
});

test('all that is wrong with a file is told at once, in the order of the file', () => {
  const problems = problemsOf(`events:
  - name: a.b
    deprecated: perhaps
    properties:
      - {name: c, type: strng}
      - {name: d, pii: 1}
    category: 7
  - description: nameless
groups:
  - type: account
meta:
  pii_policy: some
`);
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['3:17', '5:25', '6:24', '7:15', '8:5', '12:15']);
});

test('the error is a ToolError whose message lists each problem with its file', () => {
  expect(() => readPlan(FILE, 'events: 1')).toThrow(ToolError);
  expect(() => readPlan(FILE, 'events: 1')).toThrow(`${FILE}:1:9: \`events\` must be a list. Begin each event with \`- name:\`.`);
  try {
    readPlan(FILE, 'events: 1');
  } catch (error) {
    expect(error).toMatchObject({ code: 'plan-invalid', name: 'PlanError' });
  }
});

test('messages show control characters of the file as escapes', () => {
  const [problem] = problemsOf('events: [{name: a, deprecated: "x\\u009b\\u202e\\e[2J"}]');
  expect(problem).toContain('"x\\u{9b}\\u{202e}\\u001b[2J"');
});

test('a file with thousands of problems is given up after a hundred', () => {
  expect.assertions(1);
  try {
    readPlan(FILE, `events:\n${'  - 1\n'.repeat(5000)}`);
  } catch (error) {
    expect(error instanceof PlanError && error.problems.length).toBe(100);
  }
});
