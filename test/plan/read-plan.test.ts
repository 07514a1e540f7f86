import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { FILE } from './problems.ts';

const PLAN = `meta:
  product: Acme
  version: "1.0.0"
  pii_policy: traits_only
entities:
  user:
    id_property: user_id
    traits:
      - {name: email, type: string, pii: true, required: true, description: Login email}
      - name: role
groups:
  - type: workspace
    id_format: "ws_*"
    parent_type: account
  - type: account
    is_top_level: true
    traits:
      - {name: plan, type: string, enum: [free, pro], required: true}
events:
  - category: core_value
    name: "report.created"
    group_level: workspace
    description: A report was created
    properties:
      - type: string
        name: report_type
        enum: [standard, 2, true]
  - name: report.made
    deprecated: true
    replaced_by: report.created
    aliases: [report.make]
    expected_frequency: low
snapshot_sync:
  cadence: daily
  traits: [{entity: account, trait: seat_count, type: integer, source: database}]
implementation_notes: [Call group after identify]
`;

describe('a plan in the published format', () => {
  const plan = readPlan(FILE, PLAN);

  test('gives its product, policy and user traits', () => {
    expect(plan).toMatchObject({ file: FILE, embedded: false, product: 'Acme', piiPolicy: 'traits_only' });
    expect(plan.userTraits).toEqual([
      { name: 'email', type: 'string', enum: null, required: true, pii: true, description: 'Login email', properties: [], items: null, place: at(9, 16) },
      { name: 'role', type: null, enum: null, required: false, pii: false, description: null, properties: [], items: null, place: at(10, 15) },
    ]);
  });

  test('gives its levels parents first, each at its type', () => {
    expect(plan.groups.map(({ type, isTopLevel, parentType, idFormat, place }) => ({ type, isTopLevel, parentType, idFormat, place }))).toEqual([
      { type: 'account', isTopLevel: true, parentType: null, idFormat: null, place: at(15, 11) },
      { type: 'workspace', isTopLevel: false, parentType: 'account', idFormat: 'ws_*', place: at(12, 11) },
    ]);
    expect(plan.groups[0]?.traits).toMatchObject([{ name: 'plan', enum: ['free', 'pro'], required: true, place: at(18, 16) }]);
  });

  test('gives its events and properties, each at its name', () => {
    expect(plan.events).toEqual([
      {
        name: 'report.created', category: 'core_value', groupLevel: 'workspace', atNoLevel: false, description: 'A report was created',
        properties: [{
          name: 'report_type', type: 'string', enum: ['standard', 2, true], required: false, pii: false, description: null, properties: [], items: null, place: at(26, 15),
        }],
        deprecated: false, replacedBy: null, aliases: [], place: at(21, 11),
      },
      {
        name: 'report.made', category: null, groupLevel: null, atNoLevel: false, description: null, properties: [],
        deprecated: true, replacedBy: 'report.created', aliases: ['report.make'], place: at(28, 11),
      },
    ]);
  });

  test('has the same places with a byte order mark and Windows line ends', () => {
    expect(readPlan(FILE, `\uFEFF${PLAN.replaceAll('\n', '\r\n')}`)).toEqual(plan);
  });
});

test('a plan in JSON has places, tabs or not', () => {
  const plan = readPlan('tracking-plan.json', '{\n\t"events": [\n\t\t{ "name": "a.b", "properties": [{ "name": "\\u00e9" }] }\n\t]\n}');
  expect(plan.events).toMatchObject([{ name: 'a.b', properties: [{ name: 'é' }] }]);
  expect(plan.events[0]?.place).toEqual({ file: 'tracking-plan.json', line: 3, column: 13 });
  expect(plan.events[0]?.properties[0]?.place.column).toBe(45);
});

test('anchors, aliases and merge keys are followed, each place at the anchor', () => {
  const plan = readPlan(FILE, `common: &common
  - {name: plan}
billing: &billing {category: billing, properties: *common}
events:
  - {<<: *billing, name: a.b}
  - <<: [*billing, {description: d}]
    name: c.d
    category: own
`);
  expect(plan.events).toMatchObject([
    { name: 'a.b', category: 'billing', properties: [{ name: 'plan', place: { line: 2, column: 12 } }] },
    { name: 'c.d', category: 'own', description: 'd', properties: [{ name: 'plan' }] },
  ]);
});

test('an alias used for many events is no alias bomb', () => {
  const events = Array.from({ length: 500 }, (_, at) => `  - {name: e.n${at}, properties: *common}\n`).join('');
  expect(readPlan(FILE, `common: &common [{name: a}, {name: b}]\nevents:\n${events}`).events).toHaveLength(500);
});

test('an event that names its replacement is deprecated, unless it says otherwise', () => {
  const plan = readPlan(FILE, 'events: [{name: a, replaced_by: b}, {name: b, replaced_by: c, deprecated: false}]');
  expect(plan.events.map(({ deprecated }) => deprecated)).toEqual([true, false]);
});

test('the top level is the one that says so, else every level without a parent', () => {
  const tops = (groups: string) => readPlan(FILE, `groups: [${groups}]\nevents: []`).groups.map(({ isTopLevel }) => isTopLevel);
  expect(tops('{type: a}')).toEqual([true]);
  expect(tops('{type: a}, {type: b}')).toEqual([true, true]);
  expect(tops('{type: a}, {type: b, is_top_level: true}')).toEqual([false, true]);
  expect(tops('{type: a, is_top_level: false}')).toEqual([false]);
});

test('events of one name are all kept', () => {
  expect(readPlan(FILE, 'events:\n  - name: a\n  - name: a\n').events.map(({ place }) => place.line)).toEqual([2, 3]);
});

test('an event at the level of the user, or of none, has no group level', () => {
  const plan = readPlan(FILE, 'groups: [{type: account}]\nevents: [{name: a, group_level: user}, {name: b, group_level: none}, {name: c, group_level: null}]');
  expect(plan.events.map(({ groupLevel }) => groupLevel)).toEqual([null, null, null]);
});

function at(line: number, column: number): object {
  return { file: FILE, line, column };
}

test('a policy about personal data in words of its own is no error, and forbids nothing', () => {
  const policy = (meta: string): unknown => readPlan(FILE, `meta: {${meta}}\nevents: []\n`).piiPolicy;
  expect(policy('pii_policy: "no account identifiers; pseudonyms only"')).toBe('allowed');
  expect(policy('pii_policy: none')).toBe('none');
  expect(policy('product: Acme')).toBeNull();
});
