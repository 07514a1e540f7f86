/** Whose id a call takes, as far as its source text tells. */

/** Ids of visitors who are not known. */
const ANONYMOUS = /(anon(ymous)?|visitor)_?id|^["'`](anon(ymous)?|visitor)[:_/-]/i;
/** Ids of what is no user: of browsers, machines and whole installations. */
const MACHINE = /(machine|device|browser|install(ation)?|instance|deployment|cluster|host(name)?|server|client)_?id/i;
/** Ids that are told apart by a text before them, e.g. `'docker:' + id`. */
const MARKED = /^["'`](machine|device|browser|install(ation)?|instance|deployment|cluster|host|server|client|docker|cli)[:_/-]/i;
/** Ids that the program is configured with, and which therefore do not change with the user. */
const CONFIGURED = /^(this\.)?#?\w*config(uration)?(Service)?(\.\w+)*\.get(OrThrow)?(<\w+>)?\(|^process\.env\b|^import\.meta\.env\b/i;

/** Whether an id is that of a visitor or a machine, of which no account is known. */
export function isNobody(userId: string | null): boolean {
  return userId !== null && (ANONYMOUS.test(userId) || isMachine(userId));
}

/** Whether an id is that of a machine or an installation, which may serve many accounts. */
export function isMachine(userId: string | null): boolean {
  return userId !== null && (MACHINE.test(userId) || MARKED.test(userId) || CONFIGURED.test(userId));
}

/** Whether a call identifies a user. One that sets traits alone identifies nobody. */
export function isUser(userId: string | null): boolean {
  return userId !== null && !isNobody(userId);
}
