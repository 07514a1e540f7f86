/** What calls say beyond the tables of each SDK's surface: order, and where groups come from. */
import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/link/call.ts';
import { linkFiles } from '../support/program.ts';
import { callsOf } from '../support/surface.ts';

const POSTHOG = "import posthog from 'posthog-js';\n";

function only(text: string, test: (call: Call) => boolean = () => true): Call | undefined {
  const found = callsOf(text).filter(test);
  expect(found).toHaveLength(1);
  return found[0];
}

it('a view without a name has none to resolve', () => {
  expect(only('window.analytics.page();')).toMatchObject({ kind: 'page', names: [], resolution: 'literal', reason: null });
  expect(only('export const view = (name: string) => window.analytics.page(name);')).toMatchObject({ kind: 'page', names: [], resolution: 'dynamic' });
});

it('a group call in the callback of identify comes after it', () => {
  const call = only("window.analytics.identify('usr_1', {}, () => window.analytics.group('acc_1'));", ({ kind }) => kind === 'identify');
  expect(call).toMatchObject({ groupAfter: 'always' });
});

it('a group that the event site passes through a wrapper is the site\'s own', () => {
  const wrapper = 'function send(name: string, properties: object) { posthog.capture(name, properties); }\n';
  const call = only(`${POSTHOG}${wrapper}send('signed_up', { $groups: { account: 'acc_1' } });`);
  expect(call?.groups).toEqual([{ level: 'account', source: 'call', id: "'acc_1'", always: true }]);
});

it('a group that the event site passes is its own where the wrapper adds properties', () => {
  const wrapper = "function send(name: string, properties: object) { posthog.capture(name, { ...properties, from: 'web' }); }\n";
  const call = only(`${POSTHOG}${wrapper}send('signed_up', { $groups: { account: 'acc_1' } });`);
  expect(call?.groups).toEqual([{ level: 'account', source: 'call', id: "'acc_1'", always: true }]);
});

it('a group call says which groups it sets, and who names them', () => {
  const wrapper = "function open(type: 'account' | 'team', id: string) { posthog.group(type, id); }\n";
  expect(only(`${POSTHOG}${wrapper}open('team', workspace.team.id);`)?.groups).toEqual([{ level: 'team', source: 'call', id: 'workspace.team.id', always: true }]);
  expect(only(`${POSTHOG}posthog.group(isTeam() ? 'team' : 'account', currentId());`)?.groups.map(({ level, always }) => ({ level, always }))).toEqual([{ level: 'team', always: false }, { level: 'account', always: false }]);
});

it('a group that a wrapper adds by itself is the wrapper\'s', () => {
  const wrapper = "function send(name: string) { posthog.capture(name, { $groups: { account: 'acc_1' } }); }\n";
  const call = only(`${POSTHOG}${wrapper}send('signed_up');`);
  expect(call?.groups).toEqual([{ level: 'account', source: 'wrapper', id: "'acc_1'", always: true }]);
});

it('a client that one file registers under a name is found there by another', () => {
  const { calls } = linkFiles({
    'src/a-page.ts': "import mixpanel from 'mixpanel-browser';\nmixpanel.second.track('Signed Up');",
    'src/start.ts': "import mixpanel from 'mixpanel-browser';\nmixpanel.init('token', {}, 'second');",
  });
  expect(calls.map(({ names }) => names)).toEqual([['Signed Up']]);
  expect(callsOf("import mixpanel from 'mixpanel-browser';\nmixpanel.second.track('Signed Up');")).toEqual([]);
});

describe('an id', () => {
  const SEGMENT = "import { Analytics } from '@segment/analytics-node';\nimport { current, more } from 'elsewhere';\nconst analytics = new Analytics({ writeKey: 'k' });\n";
  const context = (rest: string): unknown => {
    const call = only(`${SEGMENT}${rest}`, ({ kind }) => kind === 'track');
    return { context: call?.groupContext, ids: call?.groups.map(({ id }) => id), always: call?.groups.map(({ always }) => always) };
  };
  const track = (options: string): string => `analytics.track({ event: 'signed_up', userId: 'usr_1', ${options} });`;

  it.each([
    ['that is written counts as passed, wherever it is read from', track('context: { groupId: current().account.id }'), { context: 'present', ids: ['current().account.id'], always: [true] }],
    ['that a variable of the program holds counts as passed', `let open: { id: string } | null = null;\nexport const enter = (it: { id: string }) => { open = it; };\nconst account = () => { if (!open) throw new Error(); return open; };\n${track('context: { groupId: account().id }')}`, { context: 'present', ids: ['account().id'], always: [true] }],
    ['that may be undefined is passed sometimes', track('context: { groupId: current().id ?? undefined }'), { context: 'present', ids: ['current().id'], always: [false] }],
    ['that is certainly none is not passed', track('context: { groupId: undefined }'), { context: 'absent', ids: [], always: [] }],
    ['is not known to be in an object that is not known', track('context: current()'), { context: 'unknown', ids: [], always: [] }],
    ['is not known to be among what is spread from elsewhere', track("context: { ip: '::1', ...more }"), { context: 'unknown', ids: [], always: [] }],
    ['may be passed by a spread as well', track('context: { ...(current() ? { groupId: current().id } : more) }'), { context: 'present', ids: ['current().id'], always: [false] }],
  ])('%s', (_, text, meaning) => {
    expect(context(text)).toMatchObject(meaning);
  });

  it('that a caller leaves out of a wrapper is not passed', () => {
    const wrapper = "function send(event: string, groupId?: string) { analytics.track({ event, userId: 'usr_1', context: { groupId } }); }\n";
    expect(context(`${wrapper}send('signed_up');`)).toMatchObject({ context: 'absent' });
    expect(context(`${wrapper}send('signed_up', current().id);`)).toMatchObject({ context: 'present', ids: ['current().id'] });
  });
});

describe('what clients hold', () => {
  const POSTHOG_NODE = "import { PostHog } from 'posthog-node';\nconst posthog = new PostHog('key');\n";
  const held = (text: string): unknown => {
    const call = only(text, ({ kind }) => kind === 'track');
    return { context: call?.groupContext, levels: call?.groups.map(({ level, source }) => `${source} ${String(level)}`) };
  };

  it.each([
    ['a context of posthog-node may put its groups on the events within', `${POSTHOG_NODE}posthog.withContext({ properties: { $groups: { account: 'acc_1' } } }, () => posthog.capture({ event: 'signed_up' }));`,
      { context: 'unknown', levels: ['session account'] }],
    ['RudderStack\'s custom context may put its group on every event', "window.rudderanalytics.setCustomContext({ groupId: 'acc_1' });\nwindow.rudderanalytics.track('Signed Up');", { context: 'unknown', levels: ['session null'] }],
    ['a context without a group puts none on events', `${POSTHOG_NODE}posthog.withContext({ distinctId: 'usr_1' }, () => posthog.capture({ event: 'signed_up' }));`, { context: 'absent', levels: [] }],
    ['Segment\'s group() puts no group on events', "window.analytics.group('acc_1');\nwindow.analytics.track('Signed Up');", { context: 'absent', levels: [] }],
    ['PostHog\'s group() is for later events', "window.posthog.group('account', 'acc_1');\nwindow.posthog.capture('signed_up');", { context: 'absent', levels: ['session account'] }],
    ['Pendo\'s account comes with its visitor', "window.pendo.initialize({ visitor: { id: 'usr_1' }, account: { id: 'acc_1' } });\nwindow.pendo.track('Signed Up');", { context: 'absent', levels: ['session null'] }],
    ['a group that is described is nobody\'s', "window.mixpanel.track('Signed Up');\nwindow.mixpanel.get_group('account', 'acc_1').set({ name: 'Acme' });", { context: 'absent', levels: [] }],
    ['a group that Amplitude is told about is nobody\'s', "window.amplitude.groupIdentify('account', 'acc_1', traits);\nwindow.amplitude.track('Signed Up');", { context: 'absent', levels: [] }],
    ['a super property of Mixpanel that is a group key is a group', "window.mixpanel.get_group('company', 'acc_1').set({ name: 'Acme' });\nwindow.mixpanel.register({ company: 'acc_1', theme: 'dark' });\nwindow.mixpanel.track('Signed Up');",
      { context: 'absent', levels: ['session company'] }],
    ['a super property of Mixpanel that is no group key is none', "window.mixpanel.register({ company: 'acc_1' });\nwindow.mixpanel.track('Signed Up');", { context: 'absent', levels: [] }],
    ['a super property account_id is the account', "window.posthog.register({ account_id: 'acc_1' });\nwindow.posthog.capture('signed_up');", { context: 'absent', levels: ['session account'] }],
  ])('%s', (_, text, meaning) => {
    expect(held(text)).toEqual(meaning);
  });
});

describe('$groups among the properties of a Segment client', () => {
  const WRAPPER = "function send(properties: object) { window.analytics.track('Signed Up', properties); }\nexport function signUp(properties: object) { send(properties); }\n";
  const contexts = (text: string): string[] => callsOf(WRAPPER + text).map((call) => `${call.names.join()} ${call.groupContext}`);

  it('are not presumed in a project that has none', () => {
    expect(contexts("window.analytics.track('Signed In', { plan: 'pro' });")).toEqual(['Signed Up absent', 'Signed In absent']);
  });

  it('may be where properties are not known, in a project that has some', () => {
    expect(contexts("window.analytics.track('Signed In', { $groups: { company: 'c_1' } });\nwindow.analytics.track('Signed Out', { plan: 'pro' });")).toEqual(['Signed Up unknown', 'Signed In present', 'Signed Out absent']);
  });

  it('are missed at the call that could pass them, in a project that has some', () => {
    const text = "function report(name: string, properties?: object) { window.analytics.track(name, properties); }\nreport('Signed Out', { plan: 'pro' });\nreport('Signed In', { $groups: { company: 'c_1' } });";
    expect(callsOf(text).map(({ names, groupFix }) => `${names.join()} ${String(groupFix.line)}`)).toContain('Signed Out 2');
    expect(callsOf(text.replace('$groups', 'groups')).map(({ names, groupFix }) => `${names.join()} ${String(groupFix.line)}`)).toContain('Signed Out 1');
  });
});

describe('names that a wrapper has by default', () => {
  const DISPATCH = "export function dispatch(event: { name?: string }) { window.analytics.track(event.name || 'Unnamed'); }\n";
  const names = (text: string): string[] => callsOf(DISPATCH + text).map((call) => call.names.join());

  it('are sent where nothing is known to call it', () => {
    expect(names('')).toEqual(['Unnamed']);
  });

  it('are not sent where every caller gives a name', () => {
    expect(names("dispatch({ name: 'Signed Up' });")).toEqual(['Signed Up']);
  });

  it('are not sent for a constant of another file', () => {
    const files = { 'src/names.ts': "export const SIGNED_UP = 'Signed Up';", 'src/app.ts': `import { SIGNED_UP } from './names';\n${DISPATCH}dispatch({ name: SIGNED_UP });` };
    expect(linkFiles(files).calls.map((call) => call.names.join())).toEqual(['Signed Up']);
  });

  it('are sent where a caller gives none', () => {
    expect(names("dispatch({ name: 'Signed Up' });\ndispatch({});")).toEqual(['Unnamed', 'Signed Up']);
  });
});

describe('what libraries give', () => {
  it('a mutation may give more than its functions', () => {
    const text = `${POSTHOG}import { useMutation } from '@apollo/client';
export function Save() {
  const [save, { error }] = useMutation(SAVE);
  return error ? <Dialog onClose={() => posthog.capture('save_failed')} /> : <button onClick={() => save()} />;
}`;
    expect(linkFiles({ 'src/app.tsx': text }).calls.map((call) => call.names.join())).toEqual(['save_failed']);
  });
});

describe('group context that a component\'s user could give', () => {
  it('is missed at the element, not in the handler that the component makes', () => {
    const text = `${POSTHOG}
function Button({ event, properties }: Props) { return <button onClick={() => posthog.capture(event, properties)} />; }
export const Page = () => <Button event="signed_up" properties={{ plan: 'pro' }} />;`;
    expect(linkFiles({ 'src/app.tsx': text }).calls.map(({ groupFix }) => groupFix.line)).toEqual([4]);
  });
});

it('overloads are told apart by constants of other files', () => {
  const files = {
    'src/names.ts': "export enum Category { Settings = 'settings' }\nexport enum Page { Members = 'members' }",
    'src/app.ts': "import { Category, Page } from './names';\nwindow.rudderanalytics.page(Category.Settings, Page.Members, { plan: 'pro' });",
  };
  expect(linkFiles(files).calls).toMatchObject([{ kind: 'page', names: ['members'], properties: { keys: ['plan'] } }]);
});

describe('where a name stands', () => {
  it('is where it is used, for a constant of another file', () => {
    const files = { 'src/names.ts': "export enum Names { SignedUp = 'signed_up' }", 'src/app.ts': `${POSTHOG}import { Names } from './names';\nposthog.capture(\n  Names.SignedUp,\n);` };
    expect(linkFiles(files).calls).toMatchObject([{ names: ['signed_up'], nameSpan: { file: 'src/app.ts', line: 4 }, resolution: 'constant' }]);
  });
});

describe('a value spread over others', () => {
  it('may hold what was absent before', () => {
    const text = `${POSTHOG}
const none = { failed: undefined };
export function Page(props: object) {
  const state = { ...none, ...props };
  if (state.failed) posthog.capture('page_failed');
}`;
    expect(callsOf(text).map((call) => call.names.join())).toEqual(['page_failed']);
  });
});

describe('event emitters', () => {
  const BUS = "import { EventEmitter } from 'events';\nconst make = () => new EventEmitter();\nconst emitter = make();\nexport default { post: (data: object) => emitter.emit('track', data), listen: (callback: Function) => emitter.on('track', callback) };";
  const LISTENER = `${POSTHOG}import bus from './bus';\nexport function report({ name }: { name: string }) { posthog.capture(name); }\nbus.listen(report);`;

  it('hand what is emitted to who listens, wherever either stands', () => {
    const files = { 'src/bus.ts': BUS, 'src/report.ts': LISTENER, 'src/app.ts': "import bus from './bus';\nexport const signUp = () => bus.post({ name: 'signed_up' });" };
    expect(linkFiles(files).calls.map(({ names, span }) => `${names.join()} ${span.file}`)).toEqual(['signed_up src/app.ts']);
  });

  it('tell events by their names', () => {
    const text = `${POSTHOG}import { EventEmitter } from 'events';
const emitter = new EventEmitter();
emitter.on('track', (name) => posthog.capture(name));
emitter.on('log', (line) => console.log(line));
emitter.emit('track', 'signed_up');
emitter.emit('log', 'started');`;
    expect(callsOf(text).map((call) => call.names.join())).toEqual(['signed_up']);
  });
});

describe('a name that is not known', () => {
  it('is missed at the call that gives it, wherever it stands there', () => {
    const text = `${POSTHOG}import { Action } from 'elsewhere';
function send(event: { action: string }) { posthog.capture(event.action); }
const events = { opened: (id: string) => ({ action: Action.Opened, id }) };
export function open() {
  const event = { action: Action.Clicked };
  send(event);
  send(events.opened('x'));
  send({ action: 'closed' });
}`;
    expect(callsOf(text).map(({ span, names, resolution }) => `${String(span.line)} ${names.join()} ${resolution}`)).toEqual(['7  dynamic', '8  dynamic', '9 closed literal']);
  });
});

describe('a function of a default export', () => {
  it('is one function, which its callers decide', () => {
    const files = { 'src/bus.ts': `${POSTHOG}export default { post: (name: string) => posthog.capture(name) };`, 'src/app.ts': "import bus from './bus';\nexport const signUp = () => bus.post('signed_up');" };
    expect(linkFiles(files).calls.map(({ names, span }) => `${names.join()} ${span.file}`)).toEqual(['signed_up src/app.ts']);
  });
});

describe('an element that names several events', () => {
  const BANNER = `${POSTHOG}
function Banner({ seen, closed, clicked }: Props) {
  useEffect(() => posthog.capture(seen), []);
  return <div onClick={() => posthog.capture(clicked)}><i onClick={() => posthog.capture(closed)} /></div>;
}
`;
  const names = (element: string): string[] => linkFiles({ 'src/app.tsx': `${BANNER}export const Page = () => ${element};` }).calls.map((call) => call.names.join(' | '));

  it('is a site of each', () => {
    expect(names('<Banner seen="seen" closed="closed" clicked="clicked" />')).toEqual(['seen', 'closed', 'clicked']);
  });

  it('is one site of names that are alternatives', () => {
    expect(names("<Banner seen={plan ? 'seen' : 'seen by guest'} closed=\"closed\" clicked=\"closed\" />")).toEqual(['seen | seen by guest', 'closed', 'closed']);
  });
});
