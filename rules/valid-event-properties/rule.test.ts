import { expect, test } from 'vitest';
import { findingsFor, testRule } from '../../test/support/rule-tester.ts';
import { rule } from './rule.ts';

const PLAN = `
events:
  - name: report.created
    aliases: [Report Created]
    properties:
      - { name: report_type, type: string, enum: [standard, custom], required: true }
      - { name: pages, type: integer }
      - { name: ratio, type: number }
      - { name: shared, type: boolean }
      - { name: due_at, type: datetime }
      - { name: address.city, type: string, enum: [Oslo, Bergen] }
  - name: report.opened
  - name: report.shared
    properties:
      - { name: report_type, type: string, required: true }
      - { name: channel, type: string, required: true }
`;

const NESTED = `
events:
  - name: order.placed
    properties:
      - name: address
        type: object
        properties: [{ name: city, type: string, enum: [Oslo, Bergen], required: true }, { name: street, type: string }]
      - name: tags
        type: array
        items: { type: string, enum: [new, sale] }
      - name: lines
        type: array
        required: true
        items: { type: object, properties: [{ name: sku, type: string, required: true }, { name: count, type: integer }] }
`;

const SEG = `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
`;

testRule(rule, {
  valid: [
    {
      name: 'what the plan has',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created', { report_type: 'standard', pages: 3, ratio: 0.5, shared: true, due_at: new Date().toISOString() });`,
    },
    {
      name: 'a date as such, and as a text that is one',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created', { report_type: 'custom', due_at: new Date() });
analytics.track('report.created', { report_type: 'custom', due_at: '2026-01-31' });`,
    },
    {
      name: 'values that are not known, or null',
      plan: PLAN,
      code: `${SEG}export const f = (report: any) => analytics.track('report.created', { report_type: report.type, pages: report.pages ?? null });`,
    },
    {
      name: 'a required property that may stand in what is spread',
      plan: PLAN,
      code: `${SEG}export const f = (more: any) => analytics.track('report.created', { ...more });`,
    },
    {
      name: 'a required property that only some paths give',
      plan: PLAN,
      code: `${SEG}export const f = (it: any) => analytics.track('report.created', { ...(it.type ? { report_type: 'custom' } : {}) });`,
    },
    {
      name: 'properties that a wrapper adds',
      plan: PLAN,
      code: `${SEG}function send(name: string, props: object) { analytics.track(name, { report_type: 'custom', ...props }); }
send('report.created', { pages: 1 });`,
    },
    {
      name: 'literals of a declared type',
      plan: PLAN,
      code: `${SEG}type Kind = 'standard' | 'custom';
export const f = (kind: Kind) => analytics.track('report.created', { report_type: kind });`,
    },
    {
      name: 'a planned property within another',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created', { report_type: 'custom', address: { city: 'Oslo' } });`,
    },
    {
      name: 'objects and lists as the plan has them',
      plan: NESTED,
      code: `${SEG}analytics.track('order.placed', { lines: [{ sku: 'a', count: 1 }], tags: ['new'], address: { city: 'Oslo', street: 'x' } });
export const f = (items: { sku: string }[], more: any) => analytics.track('order.placed', { lines: items, address: { ...more }, tags: [] });
export const g = (items: { id: string }[]) => analytics.track('order.placed', { lines: items.map((item) => ({ sku: item.id, count: 1 })) });`,
    },
    {
      name: 'what an object requires, where no object is sent',
      plan: NESTED,
      code: `${SEG}analytics.track('order.placed', { lines: [] });\nanalytics.track('order.placed', { lines: [], address: null });`,
    },
    {
      name: 'what only some of the objects give',
      plan: NESTED,
      code: `${SEG}export const f = (it: any) => analytics.track('order.placed', { lines: [], address: it.x ? { city: 'Oslo' } : {} });`,
    },
    {
      name: 'who, when and which group',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created', { report_type: 'custom', user_id: 'usr_1', accountId: 'acc_1', timestamp: new Date(), $insert_id: '1' });`,
    },
    {
      name: 'an event for which the plan lists no properties',
      plan: PLAN,
      code: `${SEG}analytics.track('report.opened', { anything: 1 });`,
    },
    {
      name: 'an event that the plan does not have',
      plan: PLAN,
      code: `${SEG}analytics.track('report.printed', { anything: 1 });`,
    },
    {
      name: 'one of two events, which needs less than the other',
      plan: PLAN,
      code: `${SEG}export const f = (it: any) => analytics.track(it.x ? 'report.created' : 'report.shared', { report_type: 'custom' });`,
    },
    {
      name: 'properties that the options leave out',
      plan: PLAN,
      options: { ignore: ['utm_*'] },
      code: `${SEG}analytics.track('report.created', { report_type: 'custom', utm_source: 'x' });`,
    },
    {
      name: 'unknown properties where the options say so',
      plan: PLAN,
      options: { unknown: false },
      code: `${SEG}analytics.track('report.created', { report_type: 'custom', colour: 'red' });`,
    },
    {
      name: 'a value that other code replaces',
      plan: PLAN,
      code: `${SEG}let kind = '';
export const set = () => { kind = 'x'; };
export const f = () => analytics.track('report.created', { report_type: kind });`,
    },
    {
      name: 'code that nothing calls',
      plan: PLAN,
      code: `${SEG}function unused() { analytics.track('report.created'); }
analytics.track('report.opened');`,
    },
  ],
  invalid: [
    {
      name: 'a missing property',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created', { pages: 3 });`,
      findings: [
        {
          at: 'src/app.ts 3:1-3:48',
          message: '`report.created` is sent without `report_type`, which the plan requires: pass it.',
          related: [
            '.telemetry/tracking-plan.yaml:6 The plan has `report_type` here.',
          ],
        },
      ],
    },
    {
      name: 'several missing properties at once',
      plan: PLAN,
      code: `${SEG}analytics.track('report.shared');`,
      findings: [
        {
          at: 'src/app.ts 3:1-3:33',
          message: '`report.shared` is sent without `report_type` and `channel`, which the plan requires: pass them.',
          related: [
            '.telemetry/tracking-plan.yaml:15 The plan has `report_type` here.',
          ],
        },
      ],
    },
    {
      name: 'a property that the plan does not have',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created', { report_type: 'custom', colour: 'red' });`,
      findings: [
        {
          at: 'src/app.ts 3:60-3:66',
          message: 'The plan has no property `colour` for `report.created`: add it to .telemetry/tracking-plan.yaml, or leave it out.',
        },
      ],
    },
    {
      name: 'a misspelt property',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created', { reportType: 'custom' });`,
      findings: [
        {
          at: 'src/app.ts 3:37-3:47',
          message: 'The plan has no property `reportType` for `report.created`. Did you mean `report_type`? If not, add it to .telemetry/tracking-plan.yaml.',
          related: [
            '.telemetry/tracking-plan.yaml:6 The plan has `report_type` here.',
          ],
        },
      ],
    },
    {
      name: 'a text for a number',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created', { report_type: 'custom', pages: '3' });`,
      findings: [
        {
          at: 'src/app.ts 3:67-3:70',
          message: 'The property `pages` of `report.created` is `"3"`, and the plan wants an integer: send what the plan says, or correct .telemetry/tracking-plan.yaml.',
          related: [
            '.telemetry/tracking-plan.yaml:7 The plan has `pages` here.',
          ],
        },
      ],
    },
    {
      name: 'a fraction for an integer',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created', { report_type: 'custom', pages: 1.5 });`,
      findings: [
        {
          at: 'src/app.ts 3:67-3:70',
          message: 'The property `pages` of `report.created` is `1.5`, and the plan wants an integer: send what the plan says, or correct .telemetry/tracking-plan.yaml.',
          related: [
            '.telemetry/tracking-plan.yaml:7 The plan has `pages` here.',
          ],
        },
      ],
    },
    {
      name: 'a formatted number for a number',
      plan: PLAN,
      code: `${SEG}export const f = (it: any) => analytics.track('report.created', { report_type: 'custom', ratio: it.ratio.toFixed(2) });`,
      findings: [
        {
          at: 'src/app.ts 3:97-3:116',
          message: 'The property `ratio` of `report.created` is a string, and the plan wants a number: send what the plan says, or correct .telemetry/tracking-plan.yaml.',
          related: [
            '.telemetry/tracking-plan.yaml:8 The plan has `ratio` here.',
          ],
        },
      ],
    },
    {
      name: 'a number for a date',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created', { report_type: 'custom', due_at: Date.now() });`,
      findings: [
        {
          at: 'src/app.ts 3:68-3:78',
          message: 'The property `due_at` of `report.created` is a number, and the plan wants a date and time: send what the plan says, or correct .telemetry/tracking-plan.yaml.',
          related: [
            '.telemetry/tracking-plan.yaml:10 The plan has `due_at` here.',
          ],
        },
      ],
    },
    {
      name: 'a text for a boolean',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created', { report_type: 'custom', shared: 'yes' });`,
      findings: [
        {
          at: 'src/app.ts 3:68-3:73',
          message: 'The property `shared` of `report.created` is `"yes"`, and the plan wants a boolean: send what the plan says, or correct .telemetry/tracking-plan.yaml.',
          related: [
            '.telemetry/tracking-plan.yaml:9 The plan has `shared` here.',
          ],
        },
      ],
    },
    {
      name: 'a list for a text',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created', { report_type: ['custom'] });`,
      findings: [
        {
          at: 'src/app.ts 3:50-3:60',
          message: 'The property `report_type` of `report.created` is an array, and the plan wants a string: send what the plan says, or correct .telemetry/tracking-plan.yaml.',
          related: [
            '.telemetry/tracking-plan.yaml:6 The plan has `report_type` here.',
          ],
        },
      ],
    },
    {
      name: 'a value that the plan does not list',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created', { report_type: 'fancy' });`,
      findings: [
        {
          at: 'src/app.ts 3:50-3:57',
          message: 'The property `report_type` of `report.created` is `"fancy"`, and the plan allows only `"standard"` or `"custom"`: send one of these, or add it to .telemetry/tracking-plan.yaml.',
          related: [
            '.telemetry/tracking-plan.yaml:6 The plan has `report_type` here.',
          ],
        },
      ],
    },
    {
      name: 'the only wrong one of two values',
      plan: PLAN,
      code: `${SEG}export const f = (it: any) => analytics.track('report.created', { report_type: it.own ? 'custom' : 'none' });`,
      findings: [
        {
          at: 'src/app.ts 3:100-3:106',
          message: 'The property `report_type` of `report.created` is `"none"`, and the plan allows only `"standard"` or `"custom"`: send one of these, or add it to .telemetry/tracking-plan.yaml.',
          related: [
            '.telemetry/tracking-plan.yaml:6 The plan has `report_type` here.',
          ],
        },
      ],
    },
    {
      name: 'a default that the plan does not list',
      plan: PLAN,
      code: `${SEG}export const f = (it: any) => analytics.track('report.created', { report_type: it.type ?? 'none' });`,
      findings: [
        {
          at: 'src/app.ts 3:91-3:97',
          message: 'The property `report_type` of `report.created` is `"none"`, and the plan allows only `"standard"` or `"custom"`: send one of these, or add it to .telemetry/tracking-plan.yaml.',
          related: [
            '.telemetry/tracking-plan.yaml:6 The plan has `report_type` here.',
          ],
        },
      ],
    },
    {
      name: 'a value of a declared type that the plan does not list',
      plan: PLAN,
      code: `${SEG}type Kind = 'standard' | 'fancy';
export const f = (kind: Kind) => analytics.track('report.created', { report_type: kind });`,
      findings: [
        {
          at: 'src/app.ts 4:83-4:87',
          message: 'The property `report_type` of `report.created` is `"fancy"`, and the plan allows only `"standard"` or `"custom"`: send one of these, or add it to .telemetry/tracking-plan.yaml.',
          related: [
            '.telemetry/tracking-plan.yaml:6 The plan has `report_type` here.',
          ],
        },
      ],
    },
    {
      name: 'a constant of another file where it is written',
      plan: PLAN,
      code: {
        'src/kinds.ts': `export const KINDS = { own: 'fancy' } as const;`,
        'src/app.ts': `import { KINDS } from './kinds';
import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: 'key' });
analytics.track('report.created', { report_type: KINDS.own });`,
      },
      findings: [
        {
          at: 'src/app.ts 4:37-4:48',
          message: 'The property `report_type` of `report.created` is `"fancy"`, and the plan allows only `"standard"` or `"custom"`: send one of these, or add it to .telemetry/tracking-plan.yaml.',
          related: [
            '.telemetry/tracking-plan.yaml:6 The plan has `report_type` here.',
          ],
        },
      ],
    },
    {
      name: 'a value within another',
      plan: PLAN,
      code: `${SEG}analytics.track('report.created', { report_type: 'custom', address: { city: 'Rome' } });`,
      findings: [
        {
          at: 'src/app.ts 3:77-3:83',
          message: 'The property `address.city` of `report.created` is `"Rome"`, and the plan allows only `"Oslo"` or `"Bergen"`: send one of these, or add it to .telemetry/tracking-plan.yaml.',
          related: [
            '.telemetry/tracking-plan.yaml:11 The plan has `address.city` here.',
          ],
        },
      ],
    },
    {
      name: 'what is wrong within objects and lists',
      plan: NESTED,
      code: `${SEG}analytics.track('order.placed', {
  lines: [{ sku: 'a', count: 'one', colour: 'red' }, { sku: 2 }],
  tags: ['old'],
  address: { street: 'x', citty: 'Oslo' },
});`,
      findings: [
        ['4:30-4:35', 'The property `lines[].count` of `order.placed` is `"one"`, and the plan wants an integer: send what the plan says, or correct .telemetry/tracking-plan.yaml.', '14 The plan has `count` here.'],
        ['4:37-4:43', 'The plan has no property `lines[].colour` for `order.placed`: add it to .telemetry/tracking-plan.yaml, or leave it out.', null],
        ['4:61-4:62', 'The property `lines[].sku` of `order.placed` is `2`, and the plan wants a string: send what the plan says, or correct .telemetry/tracking-plan.yaml.', '14 The plan has `sku` here.'],
        ['5:10-5:15', 'The property `tags[]` of `order.placed` is `"old"`, and the plan allows only `"new"` or `"sale"`: send one of these, or add it to .telemetry/tracking-plan.yaml.', '10 The plan has `tags` here.'],
        ['6:27-6:32', 'The plan has no property `address.citty` for `order.placed`. Did you mean `address.city`? If not, add it to .telemetry/tracking-plan.yaml.', '7 The plan has `city` here.'],
      ].map(([at = '', message = '', related]) => ({ at: `src/app.ts ${at ?? ''}`, message: message ?? '', related: related ? [`.telemetry/tracking-plan.yaml:${related}`] : [] })),
    },
    {
      name: 'what objects and the elements of lists lack, and a value in place of an object',
      plan: NESTED,
      code: `${SEG}analytics.track('order.placed', { lines: [{ count: 1 }], address: {} });
analytics.track('order.placed', { lines: 3, address: 'Oslo' });`,
      findings: [
        { at: 'src/app.ts 3:1-3:72', message: '`order.placed` is sent without `address.city` and `lines[].sku`, which the plan requires: pass them.', related: ['.telemetry/tracking-plan.yaml:7 The plan has `city` here.'] },
        { at: 'src/app.ts 4:42-4:43', message: 'The property `lines` of `order.placed` is `3`, and the plan wants an array: send what the plan says, or correct .telemetry/tracking-plan.yaml.', related: ['.telemetry/tracking-plan.yaml:11 The plan has `lines` here.'] },
        { at: 'src/app.ts 4:54-4:60', message: 'The property `address` of `order.placed` is `"Oslo"`, and the plan wants an object: send what the plan says, or correct .telemetry/tracking-plan.yaml.', related: ['.telemetry/tracking-plan.yaml:5 The plan has `address` here.'] },
      ],
    },
    {
      name: 'what a wrapper adds, once, in the wrapper',
      plan: PLAN,
      code: `${SEG}function send(name: string, type: string) { analytics.track(name, { report_type: type, colour: 'red' }); }
send('report.created', 'custom');
send('Report Created', 'standard');`,
      findings: [
        {
          at: 'src/app.ts 3:88-3:94',
          message: 'The plan has no property `colour` for the events of 2 sites: add it to .telemetry/tracking-plan.yaml, or leave it out.',
          related: [
            'src/app.ts:4 `report.created` is sent from here.',
            'src/app.ts:5 `Report Created` is sent from here.',
          ],
        },
      ],
    },
    {
      name: 'unknown properties that are set at one place, once',
      plan: PLAN,
      code: `${SEG}const properties: Record<string, string> = { report_type: 'custom' };
for (const key of ['colour', 'weight']) properties[key] = read(key);
analytics.track('report.created', properties);`,
      findings: [
        {
          at: 'src/app.ts 4:41-4:56',
          message: 'The plan has no properties `colour` and `weight` for `report.created`: add them to .telemetry/tracking-plan.yaml, or leave them out.',
        },
      ],
    },
    {
      name: 'what a caller of a wrapper gives, at the caller',
      plan: PLAN,
      code: `${SEG}function send(name: string, pages: unknown) { analytics.track(name, { report_type: 'custom', pages }); }
send('report.created', 'three');`,
      findings: [
        {
          at: 'src/app.ts 4:24-4:31',
          message: 'The property `pages` of `report.created` is `"three"`, and the plan wants an integer: send what the plan says, or correct .telemetry/tracking-plan.yaml.',
          related: [
            '.telemetry/tracking-plan.yaml:7 The plan has `pages` here.',
          ],
        },
      ],
    },
  ],
});

test('a misspelt property may be respelt, also within an object', () => {
  const code = `${SEG}const citty = 'Oslo';\nanalytics.track('order.placed', { lines: [], address: { citty } });`;
  const [edit] = findingsFor(rule, { name: 'misspelt', plan: NESTED, code })[0]?.suggest?.[0]?.edits ?? [];
  expect(edit && `${code.slice(0, edit.start)}${edit.text}${code.slice(edit.end)}`).toBe(code.replace('{ citty }', '{ city: citty }'));
});
