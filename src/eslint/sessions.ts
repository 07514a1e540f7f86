/** The products that this process lints: each is read once, for all rules and files. */
import { openSession, type Session, type SessionOptions } from '../audit/session.ts';

/** An editor seldom works on more products at once; what is let go is read again when it is next asked for. */
const MOST = 4;

const sessions = new Map<string, Session>();

export function sessionFor(options: SessionOptions): Session {
  const key = JSON.stringify([options.root, options.config, options.plan]);
  const session = sessions.get(key) ?? openSession(options);
  // The one used last stands last.
  sessions.delete(key);
  sessions.set(key, session);
  const [oldest] = sessions.keys();
  if (sessions.size > MOST && oldest !== undefined) sessions.delete(oldest);
  return session;
}
