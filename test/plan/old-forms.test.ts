import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { FILE } from './problems.ts';

test('traits, properties and events may be bare names', () => {
  const plan = readPlan(FILE, `entities: {user: {traits: [email, role]}}
groups:
  - type: account
    traits: [name, plan]
events:
  - a.b
  - {name: c.d, properties: [e]}
`);
  expect(plan.userTraits).toMatchObject([{ name: 'email', place: { line: 1, column: 28 } }, { name: 'role' }]);
  expect(plan.groups[0]?.traits.map(({ name }) => name)).toEqual(['name', 'plan']);
  expect(plan.events).toMatchObject([{ name: 'a.b', place: { line: 6, column: 5 } }, { name: 'c.d', properties: [{ name: 'e' }] }]);
});

test('properties may be a mapping by name, of types or of objects', () => {
  const [event] = readPlan(FILE, `events:
  - name: a.b
    properties:
      source: string
      plan: {type: integer, required: true}
      __proto__: {type: boolean}
`).events;
  expect(event?.properties).toMatchObject([
    { name: 'source', type: 'string', place: { line: 4, column: 7 } },
    { name: 'plan', type: 'integer', required: true, place: { line: 5, column: 7 } },
    { name: '__proto__', type: 'boolean', place: { line: 6, column: 7 } },
  ]);
});

test('properties may be listed by whether they are required', () => {
  const [event] = readPlan(FILE, 'events: [{name: a.b, required_properties: [c], optional_properties: [d]}]').events;
  expect(event?.properties).toMatchObject([{ name: 'c', required: true }, { name: 'd', required: false }]);
});

test.each([
  ['int', 'integer'], ['float', 'number'], ['Bool', 'boolean'], ['date', 'datetime'], ['string_enum', 'string'],
  ['string[]', 'array'], ['string_array', 'array'], ['list', 'array'], ['map', 'object'], ['array<string>', 'array'], ['string | null', null], ['json', null],
])('the type %s is read as %s', (word, type) => {
  expect(readPlan(FILE, `events: [{name: a.b, properties: [{name: c, type: "${word}"}]}]`).events[0]?.properties[0]?.type).toBe(type);
});

test('`values` of a typed property are its enum', () => {
  const [event] = readPlan(FILE, 'events: [{name: a.b, properties: [{name: c, type: enum, values: [x, y]}]}]').events;
  expect(event?.properties).toMatchObject([{ type: 'string', enum: ['x', 'y'] }]);
});

describe('a template without groups', () => {
  const plan = readPlan(FILE, `meta:
  template: b2b-core
  template_version: "1.0.0"
  description: Events of every product
  extends: null
entities:
  user:
    id_property: user_id
    traits: [email]
  account:
    id_property: account_id
    id_format: "acc_*"
    traits: [{name: plan, type: string}]
entity_extensions:
  user:
    additional_traits: [{name: seat, type: string}]
  account:
    additional_traits: [seats]
events: []
`);

  test('has its account for a top level', () => {
    expect(plan.groups).toMatchObject([{ type: 'account', idFormat: 'acc_*', isTopLevel: true, parentType: null, place: { line: 10, column: 3 } }]);
  });

  test('has the traits of its extensions too', () => {
    expect(plan.userTraits.map(({ name }) => name)).toEqual(['email', 'seat']);
    expect(plan.groups[0]?.traits.map(({ name }) => name)).toEqual(['plan', 'seats']);
  });
});

test('traits of an entity belong to the group of its name, which keeps its own', () => {
  const plan = readPlan(FILE, `entities: {workspace: {traits: [{name: name, type: number}, slug]}, visitor: {traits: []}}
groups: [{type: workspace, traits: [{name: name, type: string}]}]
events: []
`);
  expect(plan.groups).toMatchObject([{ type: 'workspace', traits: [{ name: 'name', type: 'string' }, { name: 'slug' }] }]);
});

test('an empty list of groups stays empty, whatever entities there are', () => {
  expect(readPlan(FILE, 'entities: {account: {traits: []}}\ngroups: []\nevents: []').groups).toEqual([]);
});

test('the list beside `cadence`, which is no YAML, is passed over', () => {
  const plan = readPlan(FILE, `snapshot_sync:
  cadence: daily  # or hourly

  # Accounts
  - entity: account
    trait: seats_used
    source: "COUNT of users"

events:
  - name: a.b
`);
  expect(plan.events[0]?.place).toMatchObject({ line: 10, column: 11 });
});

test.each(['version: 1', 'version: "1.0.0"', 'created: 2026-10-01', 'destinations: [posthog]', 'owner: [growth, data]'])('meta may hold %s', (line) => {
  expect(readPlan(FILE, `meta:\n  ${line}\nevents: []`).events).toEqual([]);
});

test('notes under keys of the plan\'s own are left alone', () => {
  const plan = readPlan(FILE, `$schema: tracking-plan.json
retention: {days: 180}
groups: [{type: account, triggers: [creation], note: n, values: [a]}]
events:
  - {name: a.b, owner: growth, trigger: click, priority: p1, status: planned, source: frontend, notes: n, layer: client}
`);
  expect(plan.events).toHaveLength(1);
});
