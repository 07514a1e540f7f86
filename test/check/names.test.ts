import { describe, expect, test } from 'vitest';
import { nameTest } from '../../src/check/name-pattern.ts';
import { nearestEvent } from '../../src/check/planned-events.ts';
import { eventText, idVariable, quoted } from '../../src/check/wording.ts';
import { wordsOf } from '../../src/check/words.ts';
import { readPlan } from '../../src/plan/read-plan.ts';

describe('the event that was probably meant', () => {
  const plan = readPlan('plan.yaml', 'events: [{ name: report.created }, { name: user.signed_up }, { name: trial.started }, { name: trial.ended }]');

  test.each([
    ['Report Created', 'report.created'],
    ['reportCreated', 'report.created'],
    ['created.report', 'report.created'],
    ['report.craeted', 'report.created'],
    ['report.create', 'report.created'],
    ['userSignedUp', 'user.signed_up'],
    ['trial.stared', 'trial.started'],
  ])('for %s is %s', (name, meant) => {
    expect(nearestEvent(plan, name)?.name).toBe(meant);
  });

  test.each(['report.printed', 'user.signed_in', 'trial.paused', 'report', 'x', '', '...'])('for %s is none', (name) => {
    expect(nearestEvent(plan, name)).toBeNull();
  });

  test('is found in no time for a name of a megabyte', () => {
    expect(nearestEvent(plan, `report.${'x'.repeat(1_000_000)}`)).toBeNull();
  });
});

test.each([
  ['debug.*', 'debug.opened', true],
  ['debug.*', 'debug.', true],
  ['debug.*', 'debug', false],
  ['*.created', 'report.created', true],
  ['a*b*c', 'a-b-c', true],
  ['a*b*c', 'a-c-b', false],
  ['ab*ba', 'aba', false],
  ['a.c', 'abc', false],
  ['report', 'report', true],
  ['50\\*', '50*', true],
  ['50\\*', '50 percent', false],
])('the pattern %s, against %s: %s', (pattern, name, fits) => {
  expect(nameTest(pattern)(name)).toBe(fits);
});

test.each([
  ['sub_account', 'subAccountId'],
  ['Account', 'accountId'],
  ['workspace', 'workspaceId'],
  ['---', 'groupId'],
])('the id of %s is in %s', (level, variable) => {
  expect(idVariable(level)).toBe(variable);
});

test('names are told apart into words in any style', () => {
  for (const name of ['signedUpNow', 'Signed Up Now', 'signed_up-now', 'SIGNED UP NOW']) expect(wordsOf(name)).toEqual(['signed', 'up', 'now']);
  expect(wordsOf('loadHTMLPage2Now')).toEqual(['load', 'html', 'page2', 'now']);
});

test('long lists of names are cut', () => {
  expect(quoted(['a'], 'or')).toBe('`a`');
  expect(quoted(['a', 'b', 'c'], 'and')).toBe('`a`, `b` and `c`');
  expect(quoted(['a', 'b', 'c', 'd', 'e'], 'or')).toBe('`a`, `b`, `c` or 2 more');
});

test('an event is named as far as it is known', () => {
  expect(eventText({ pattern: null }, ['a', 'b'])).toBe('`a` or `b`');
  expect(eventText({ pattern: 'a.*' }, [])).toBe('an event `a.*`');
  expect(eventText({ pattern: null }, [])).toBe('an event whose name is not known');
});
