import { describe, expect, test } from 'vitest';
import { isOfUserLife } from '../../src/check/user-life.ts';

describe('events of the life of a user', () => {
  test.each([
    'User logged in', 'User logged out', 'user created', 'completeEmailSignup', 'startEmailSignup', 'Login - [API]', 'Signed Up',
    'user.signed_in', 'sign_up_failed', 'app-session-start', 'startAppSession', 'user_deleted', 'login with google',
  ])('`%s` is one', (name) => {
    expect(isOfUserLife(name)).toBe(true);
  });

  test.each([
    'account.created', 'user_email_confirmed', 'password_changed', 'account_deleted', 'user.invited', 'user.joined', 'login page customized', 'sso enabled', 'user role changed', 'email sent', 'document signed',
    'signup form published', 'custom user created', 'app created', 'app opened', 'api key created', 'password protection enabled', 'session replay started', '',
  ])('`%s` is none', (name) => {
    expect(isOfUserLife(name)).toBe(false);
  });
});
