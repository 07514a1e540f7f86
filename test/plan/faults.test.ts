import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.ts';
import { FILE } from './problems.ts';

const GROUPS = 'groups:\n  - {type: account}\n  - {type: workspace, parent_type: account}\n';

function faultsOf(text: string): object[] {
  return readPlan(FILE, text).faults.map(({ code, place, data }) => ({ code, at: `${String(place.line)}:${String(place.column)}`, ...data }));
}

function levelsOf(text: string): string[] {
  return readPlan(FILE, text).groups.map(({ type, parentType, isTopLevel }) => `${parentType ?? ''} > ${type}${isTopLevel ? ' top' : ''}`);
}

describe('a plan that contradicts itself is read, and its faults are noted', () => {
  test.each<[name: string, text: string, fault: object]>([
    ['a misspelt level', `${GROUPS}events:\n  - name: a.b\n    group_level: worksapce\n`, { code: 'unknownLevel', at: '6:18', event: 'a.b', level: 'worksapce', hint: 'Did you mean "workspace"?' }],
    ['a level far from all', `${GROUPS}events: [{name: a.b, group_level: project}]\n`, { code: 'unknownLevel', at: '4:35', event: 'a.b', level: 'project', hint: "The plan's levels are account, workspace." }],
    ['a level without groups', 'events: [{name: a.b, group_level: account}]\n', { code: 'unknownLevel', at: '1:35', event: 'a.b', level: 'account', hint: 'The plan has no other `groups`: add one with this `type`.' }],
    ['an unknown parent', 'groups:\n  - type: account\n  - type: workspace\n    parent_type: acount\nevents: []\n', { code: 'unknownParent', at: '4:18', level: 'workspace', parent: 'acount', hint: 'Did you mean "account"?' }],
    ['a level that is its own parent', 'groups: [{type: a, parent_type: a}]\nevents: []\n', { code: 'cycle', at: '1:33', level: 'a', circle: 'a → a' }],
    ['a group that stands twice', 'groups:\n  - type: account\n  - type: account\nevents: []\n', { code: 'repeatedGroup', at: '3:11', level: 'account', line: '2' }],
    ['a top level with a parent', 'groups:\n  - {type: a}\n  - {type: b, parent_type: a, is_top_level: true}\nevents: []\n', { code: 'parentOfTop', at: '3:45', level: 'b', parent: 'a' }],
    [
      'a circle of parents, told once',
      'groups:\n  - {type: d, parent_type: b}\n  - {type: a, parent_type: b}\n  - {type: b, parent_type: c}\n  - {type: c, parent_type: a}\nevents: []\n',
      { code: 'cycle', at: '4:28', level: 'b', circle: 'b → c → a → b' },
    ],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });
});

describe('the model of a plan that contradicts itself has it mended', () => {
  test('a circle is opened where it closes, and parents stand before children', () => {
    expect(levelsOf('groups:\n  - {type: d, parent_type: b}\n  - {type: a, parent_type: b}\n  - {type: b, parent_type: c}\n  - {type: c, parent_type: a}\nevents: []\n')).toEqual([
      ' > a', 'a > c', 'c > b', 'b > d',
    ]);
  });

  test('a parent that the plan does not have, and a second group, are left out', () => {
    expect(levelsOf('groups: [{type: a, parent_type: z}, {type: b, parent_type: a}, {type: b}]\nevents: []\n')).toEqual([' > a', 'a > b']);
  });

  test('a level with a parent is not the top', () => {
    expect(levelsOf('groups: [{type: a}, {type: b, parent_type: a, is_top_level: true}]\nevents: []\n')).toEqual([' > a', 'a > b']);
  });

  test('an unknown level counts as none that was given', () => {
    expect(readPlan(FILE, 'events: [{name: a, group_level: b}]\n').events[0]).toMatchObject({ groupLevel: null, atNoLevel: false });
  });
});

test.each([
  ['none', true], ['user', true], ['null', true], ['~', true], ['', false],
])('group_level: %s plans an event at no level: %s', (level, atNoLevel) => {
  expect(readPlan(FILE, `events:\n  - name: a.b\n    group_level: ${level}\n`).events[0]).toMatchObject({ groupLevel: null, atNoLevel });
});

test('an event without group_level is not said to be at no level', () => {
  expect(readPlan(FILE, 'events: [{name: a.b}]\n').events[0]?.atNoLevel).toBe(false);
});

test('the parts of a plan begin at their keys, and at the top where it has none', () => {
  const parts = (text: string): (string | null)[] => {
    const { user, groups, events } = readPlan(FILE, text).parts;
    return [user, groups, events].map((place) => place && `${String(place.line)}:${String(place.column)}`);
  };
  expect(parts('entities:\n  user: {traits: [email]}\ngroups: []\nevents: []\n')).toEqual(['2:3', '3:1', '4:1']);
  expect(parts('entities: {account: {}}\nevents: []\n')).toEqual(['1:1', null, '2:1']);
});
