import { describe, expect, test } from 'vitest';
import type { Sdk } from '../../src/check/rule.ts';
import { groupCallText, groupContextText, hasGroupCall, knowsGroups, namesLevel } from '../../src/check/vocabulary.ts';
import { sdks } from '../../src/sdk/index.ts';

function sdk(id: string): Sdk {
  const found = sdks.find((one) => one.id === id);
  if (!found) throw new Error(`no SDK ${id}`);
  return found;
}

test.each([
  ['segment-web', 'group(subAccountId)'],
  ['segment-node', 'group({ userId, groupId: subAccountId })'],
  ['amplitude-browser', "setGroup('sub_account', subAccountId)"],
  ['amplitude-node', "setGroup('sub_account', subAccountId, { user_id: userId })"],
  ['mixpanel-browser', "set_group('sub_account', subAccountId)"],
  ['mixpanel-node', "groups.set('sub_account', subAccountId)"],
  ['posthog-js', "group('sub_account', subAccountId)"],
  ['posthog-node', "groupIdentify({ distinctId: userId, groupType: 'sub_account', groupKey: subAccountId })"],
  ['accoil', 'group(subAccountId)'],
])('the group call of %s is written %s', (id, text) => {
  expect(groupCallText(sdk(id), 'sub_account')).toBe(text);
});

test('some SDKs name the level in the call, others leave it to a trait', () => {
  expect(namesLevel(sdk('posthog-js'))).toBe(true);
  expect(namesLevel(sdk('segment-web'))).toBe(false);
});

test('a level that is no identifier is quoted as a key', () => {
  expect(groupContextText(sdk('amplitude-browser'), 'sub-account')).toBe("`{ groups: { 'sub-account': subAccountId } }` as the third argument");
});

describe('an SDK', () => {
  const bare: Sdk = { ...sdk('accoil'), id: 'bare', client: { methods: { track: { signatures: [{ kind: 'track', name: '0', properties: '1' }] } } } };

  test('that can carry no group knows none', () => {
    expect(knowsGroups(bare)).toBe(false);
    expect(hasGroupCall(bare)).toBe(false);
    expect(groupCallText(bare, 'account')).toBe('group()');
  });

  test('that is in no catalogue knows none', () => {
    expect(knowsGroups(undefined)).toBe(false);
    expect(hasGroupCall(undefined)).toBe(false);
  });

  test('whose events carry groups knows them, even without a group call', () => {
    const carrying: Sdk = { ...bare, client: { methods: { track: { signatures: [{ kind: 'track', name: '0', groups: [{ at: '1.groups', form: 'map' }] }] } } } };
    expect(knowsGroups(carrying)).toBe(true);
    expect(hasGroupCall(carrying)).toBe(false);
  });

  test('whose group call hangs on a member has one', () => {
    expect(hasGroupCall(sdk('mixpanel-node'))).toBe(true);
  });
});
