import { describe, expect, test } from 'vitest';
import { levelsSetBy } from '../../src/check/levels.ts';
import type { Call } from '../../src/check/rule.ts';
import { readPlan } from '../../src/plan/read-plan.ts';

const PLAN = readPlan('plan.yaml', `
groups:
  - { type: account, id_format: "acc_*", is_top_level: true }
  - { type: workspace, id_format: "ws_*", parent_type: account }
  - { type: sub_account, id_format: uuid, parent_type: account }
events: []
`);

type Given = Partial<Pick<Call, 'groups' | 'groupId' | 'traitTexts'>>;

function levelsOf(given: Given): (string | null)[] {
  return levelsSetBy(groupCall(given), PLAN).map(({ level }) => level);
}

function groupCall(given: Given): Call {
  const span = { file: 'src/app.ts', start: 0, end: 1, line: 1, column: 1, endLine: 1, endColumn: 2 };
  const none = { keys: [], optional: [], open: false, values: [] };
  return {
    kind: 'group', sdks: ['segment-web'], span, package: '.', nameSpan: null, names: [], pattern: null, resolution: 'literal', reason: null, groups: [], groupContext: 'absent',
    misplacedGroups: [], properties: none, traits: none, traitTexts: {}, userId: null, groupId: null, userIdValues: [], parent: null, via: [], live: true, sdkCalls: [], groupFix: span,
    groupAfter: null, groupAfterReason: null, groupAfterPath: null, identifiedAgain: false, laterGroup: null, isGrouping: false, byFramework: false, ...given,
  };
}

function typed(level: string | null, id: string | null): Given {
  return { groups: [{ level, id, source: 'call', always: true }] };
}

describe('a group call is of the level', () => {
  test.each([
    ['that the SDK\'s group type names', typed('workspace', 'id'), 'workspace'],
    ['that the group type names, though the id speaks of another', typed('account', 'workspace.id'), 'account'],
    ['that a group key names with an id at its end', typed('account_id', 'id'), 'account'],
    ['that the trait names', { groupId: 'id', traitTexts: { group_type: 'workspace' } }, 'workspace'],
    ['of the id\'s format', { groupId: "'ws_789'" }, 'workspace'],
    ['of the format with which a computed id begins', { groupId: '`ws_${key}`' }, 'workspace'],
    ['that the id\'s owner names', { groupId: 'session.workspace.id' }, 'workspace'],
    ['that the id\'s own name ends in', { groupId: 'account.workspaceId' }, 'workspace'],
    ['that all alternatives name', { groupId: 'account?.id ?? user.accountId' }, 'account'],
    ['that both branches name', { groupId: 'isNew ? account.id : user.accountId' }, 'account'],
    ['with the longer name, where it holds the shorter', { groupId: 'subAccountId' }, 'sub_account'],
    ['that a conversion leaves as it is', { groupId: 'String(workspace.id)' }, 'workspace'],
  ] satisfies [string, Given, string][])('%s', (_, given, level) => {
    expect(levelsOf(given)).toEqual([level]);
  });
});

describe('a group call is of no known level', () => {
  test.each([
    ['where nothing speaks of one', { groupId: 'id' }],
    ['where its id may be of either', { groupId: 'workspace.id ?? account.id' }],
    ['where one name holds two', { groupId: 'workspaceAccountId' }],
    ['where its format is of none', { groupId: "'org_1'" }],
    ['where a text only mentions one', { groupId: "'account'" }],
  ] satisfies [string, Given][])('%s', (_, given) => {
    expect(levelsOf(given)).toEqual([null]);
  });
});

test('a type that the plan does not have is told from none', () => {
  expect(levelsSetBy(groupCall(typed('organization', 'organization.id')), PLAN)).toEqual([{ level: null, named: 'organization' }]);
  expect(levelsSetBy(groupCall(typed(null, 'id')), PLAN)).toEqual([{ level: null, named: null }]);
});

test('a call that sets several groups is of several levels', () => {
  expect(levelsOf({ groups: [...(typed('account', 'a').groups ?? []), ...(typed('workspace', 'b').groups ?? [])] })).toEqual(['account', 'workspace']);
});

test('a group of the session is not set by the call', () => {
  expect(levelsOf({ groups: [{ level: 'workspace', id: null, source: 'session', always: false }], groupId: 'account.id' })).toEqual(['account']);
});
