import { describe, expect, test } from 'vitest';
import { isComputedState } from '../../src/check/computed-state.ts';
import { fitsStyle, styleOf } from '../../src/check/event-style.ts';
import { isPast, toldInPast } from '../../src/check/past-tense.ts';
import { isPersonalName, isUnreadable } from '../../src/check/personal-data.ts';

describe('the style of a plan', () => {
  test('is the one in which most names are written', () => {
    expect(styleOf(['a_b', 'c_d', 'e_f', 'g.h'])).toBe('snake_case');
    expect(styleOf(['A B', 'C D', 'E f', 'g'])).toBe('object.action');
  });

  test('is the default for a few names, and where none has half of them', () => {
    expect(styleOf(['a_b', 'c_d'])).toBe('object.action');
    expect(styleOf(['a_b', 'A B', 'a.b', 'aB'])).toBe('object.action');
  });

  test.each([['user.signed_up', 'object.action'], ['cart:item_added', 'object:action'], ['Sign up clicked', 'Sentence case'], ['SIGNED_UP', 'CONSTANT_CASE'], ['signedUp', 'camelCase'], ['SignedUp', 'PascalCase']] as const)(
    'of %s is %s',
    (name, style) => {
      expect(fitsStyle(name, style)).toBe(true);
      expect(fitsStyle(`${name} `, style)).toBe(false);
    },
  );
});

describe('the past tense', () => {
  test.each(['created', 'copied', 'submitted', 'sent', 'reset', 'made', 'shown'])('%s is past', (word) => {
    expect(isPast(word)).toBe(true);
  });

  test.each(['create', 'feed', 'red', 'step', 'success', 'need'])('%s is not', (word) => {
    expect(isPast(word)).toBe(false);
  });

  test('is asked for where a verb stands last, with its particle, or first', () => {
    expect(toldInPast('report.create')).toEqual({ words: ['report', 'created'], action: 1 });
    expect(toldInPast('window.size_open_up')).toEqual({ words: ['window', 'size', 'opened', 'up'], action: 3 });
    expect(toldInPast('create_report')).toEqual({ words: ['report', 'created'], action: 1 });
  });

  test.each(['report.created', 'signup', 'create', 'search_page', 'order_ready', 'page.two'])('is not asked for in %s', (name) => {
    expect(toldInPast(name)).toBeNull();
  });
});

test('an activation is computed unless users are deactivated too', () => {
  expect(isComputedState('user.activated', ['report.created'])).toBe(true);
  expect(isComputedState('user.activated', ['user.deactivated'])).toBe(false);
  expect(isComputedState('account.churned', ['account.deactivated'])).toBe(true);
});

test.each([['email', true], ['inviteeEmail', true], ['e-mail address', true], ['ip_address', true], ['has_email', false], ['email_verified', false], ['wallet_address', false], ['name', false], ['email_hash', false]])(
  'the name %s is that of personal data: %s',
  (name, personal) => {
    expect(isPersonalName(name)).toBe(personal);
  },
);

test('a description tells whether a value is hashed', () => {
  expect(isUnreadable('email', 'SHA-256 of the address')).toBe(true);
  expect(isUnreadable('email', 'never hashed')).toBe(false);
  expect(isUnreadable('email', null)).toBe(false);
});
