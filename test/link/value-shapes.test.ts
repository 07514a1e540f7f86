import { describe, expect, it } from 'vitest';
import type { CallKeys, ValueShape } from '../../src/link/call.ts';
import { linkFiles } from '../support/program.ts';

const PREAMBLE = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
declare const user: any;
`;

/** The properties of the only event, in short words: `plan: "free" | ?`. */
function properties(code: string, more: Readonly<Record<string, string>> = {}): string {
  const { calls } = linkFiles({ 'src/app.ts': `${PREAMBLE}${code}`, ...more });
  expect(calls).toHaveLength(1);
  return calls[0] ? textOf(calls[0].properties) : '';
}

function textOf({ values, open }: CallKeys): string {
  const parts = values.map(({ key, optional, values: of }) => `${key}${optional ? '?' : ''}: ${textOfAll(of)}`);
  return [...parts, ...(open ? ['...'] : [])].join(', ');
}

function textOfAll(values: readonly ValueShape[]): string {
  return values.map(textOfOne).sort().join(' | ');
}

function textOfOne({ type, literal, pattern, items, members }: ValueShape): string {
  if (literal !== undefined) return JSON.stringify(literal);
  if (pattern !== undefined) return `\`${pattern}\``;
  if (items) return `[${textOfAll(items)}]`;
  if (members) return `{ ${textOf(members)} }`;
  return type === 'unknown' ? '?' : type;
}

describe('what a value may be', () => {
  it.each([
    ["'free'", '"free"'],
    ['3', '3'],
    ['-3', '-3'],
    ['1 + 2', '3'],
    ['true', 'true'],
    ['null', 'null'],
    ['undefined', ''],
    ["user.isAdmin ? 'admin' : 'member'", '"admin" | "member"'],
    ["user.plan ?? 'none'", '"none" | ?'],
    ['`usr_${user.id}`', '`usr_*`'],
    ["'usr_' + user.id", '`usr_*`'],
    ['user.first + user.last', '?'],
    ['user.age + 1', '?'],
    ['user.items.length + 1', 'number'],
    ['user.age * 2', 'number'],
    ['!user.name', 'boolean'],
    ['Boolean(user.name)', 'boolean'],
    ['user.age > 18', 'boolean'],
    ["user.role === 'admin'", 'boolean'],
    ['user.items.length', 'number'],
    ['Number(user.age)', 'number'],
    ['Math.round(user.age)', 'number'],
    ['String(user.age)', '`*`'],
    ['user.age.toFixed(2)', 'string'],
    ['new Date()', 'date'],
    ['new Date().toISOString()', 'datetime'],
    ['Date.now()', 'number'],
    ['JSON.stringify({ a: 1 })', 'string'],
    ['JSON.stringify(user)', 'string'],
    ['typeof user', 'string'],
    ["['a', user.name]", '["a" | ?]'],
    ['[]', '[]'],
    ["{ city: 'Oslo', geo: { lat: 1 } }", '{ city: "Oslo", geo: { lat: 1 } }'],
    ['user.plan', '?'],
  ])('%s', (expression, shown) => {
    expect(properties(`analytics.track('x', { it: ${expression} });`)).toBe(shown === '' ? '' : `it: ${shown}`);
  });

  it('is read no deeper than a few objects, also of one that holds itself', () => {
    expect(properties(`analytics.track('x', { a: { b: { c: { d: { e: 1 } } } } });`)).toBe('a: { b: { c: { d: object } } }');
    expect(properties(`const self: any = { n: 1 }; self.self = self; analytics.track('x', self);`)).toContain('n: 1');
  });

  it('is looked for in what a list is made of', () => {
    expect(properties(`export function send(list: any) { analytics.track('x', { it: list.map((one: any) => ({ id: one.id, kind: 'x' })) }); }`)).toBe('it: [{ id: ?, kind: "x" }]');
  });

  it('is not decided by what other code replaces', () => {
    expect(properties(`let plan = 'free'; export const upgrade = () => { plan = 'pro'; };\nexport function send() { analytics.track('x', { plan }); }`)).toMatch(/^plan: \?$/);
  });
});

describe('which keys there are', () => {
  it('tells those that only some paths set from those that are certain', () => {
    expect(properties(`const more: any = { a: 1 };\nif (user.b) more.b = 2;\nanalytics.track('x', { ...more, ...(user.c ? { c: 3 } : {}) });`)).toBe('a: 1, b?: 2, c?: 3');
  });

  it('says where what is spread is not known', () => {
    expect(properties(`analytics.track('x', { a: 1, ...user.traits });`)).toBe('a: 1, ...');
  });

  it('counts those that a wrapper adds', () => {
    const code = `function send(name: string, props: object) { analytics.track(name, { ...props, source: 'web' }); }\nsend('x', { plan: 'free' });`;
    expect(properties(code)).toBe('plan: "free", source: "web"');
  });
});

describe('declared types', () => {
  it.each([
    ['a union of texts', "'free' | 'pro'", '"free" | "pro"'],
    ['a union with null', "'free' | null", '"free"'],
    ['numbers', '1 | 2', '1 | 2'],
    ['a union that is only partly known', "'free' | Foreign", '"free" | ?'],
    ['a primitive', 'number', 'number'],
    ['a branded text', 'string & { __brand: 1 }', 'string'],
    ['a date', 'Date', 'date'],
    ['a list', 'string[]', '[string]'],
    ['an object', '{ city: string; zip?: number }', '{ city: string, zip?: number, ... }'],
    ['the values of a constant', '(typeof PLANS)[keyof typeof PLANS]', '"free" | "pro"'],
    ['an enum', 'Plan', '"free" | "pro"'],
    ['anything', 'any', '?'],
  ])('%s', (_, type, shown) => {
    const declared = `const PLANS = { a: 'free', b: 'pro' } as const;\nenum Plan { Free = 'free', Pro = 'pro' }\n`;
    expect(properties(`${declared}export function send(it: ${type}) { analytics.track('x', { it }); }`)).toBe(`it: ${shown}`);
  });

  it('are followed into other files, through members and variables', () => {
    const more = { 'src/types.ts': `export type Plan = 'free' | 'pro';\nexport enum Size { Small = 's' }\nexport interface Account { plan: Plan; size?: Size }` };
    const code = `import type { Account, Plan } from './types';
export function send(account: Account) { const own: Plan = user.plan; analytics.track('x', { own, plan: account.plan, size: account.size }); }`;
    expect(properties(code, more)).toBe('own: "free" | "pro", plan: "free" | "pro", size: "s"');
  });
});

describe('places', () => {
  const at = (code: string): string[] => {
    const { calls } = linkFiles({ 'src/app.ts': code });
    return (calls[0]?.properties.values ?? []).map(({ key, span, values }) => {
      const text = (place: { readonly start: number; readonly end: number } | null): string => (place ? code.slice(place.start, place.end) : '-');
      return `${key} ${text(span)} ${values.map((one) => text(one.span)).join()}`;
    });
  };

  it('are those of the key and of the expression that gives the value', () => {
    expect(at(`${PREAMBLE}const p: any = { plan: 'free' };\np.size = user.size;\nanalytics.track('x', p);`)).toEqual(["plan plan 'free'", 'size p.size user.size']);
  });

  it("are the wrapper's for what it adds, and the caller's for what it gives", () => {
    const code = `${PREAMBLE}function send(plan: string) { analytics.track('x', { plan, source: 'web' }); }\nsend('free');`;
    expect(at(code)).toEqual(['plan plan plan', "source source 'web'"]);
    const named = `${PREAMBLE}function send(name: string, plan: string) { analytics.track(name, { plan, source: 'web' }); }\nsend('x', 'free');`;
    expect(at(named)).toEqual(["plan plan 'free'", "source source 'web'"]);
  });
});

it('a user id is told apart from one that is not given', () => {
  const ids = (message: string): string[] => {
    const { calls } = linkFiles({ 'src/app.ts': `import { Analytics } from '@segment/analytics-node';\nconst analytics = new Analytics({ writeKey: 'k' });\ndeclare const user: any;\nanalytics.track({ event: 'x', ${message} });` });
    return (calls[0]?.userIdValues ?? []).map(textOfOne);
  };
  expect(ids('userId: user.id')).toEqual(['?']);
  expect(ids("userId: 'system'")).toEqual(['"system"']);
  expect(ids('')).toEqual([]);
  expect(ids('...user')).toEqual(['?']);
});
