import { z } from 'zod';
import { groupedBy } from '../../../src/check/causes.ts';
import { plannedIn } from '../../../src/check/planned-properties.ts';
import { defineRule, type Plan, type PlanProperty, type RuleContext } from '../../../src/check/rule.ts';

const options = z.strictObject({
  sameTypes: z.boolean().default(false).describe('Report also properties of one name whose type differs between events.'),
});

type MessageId = 'repeated' | 'enumType' | 'emptyEnum' | 'repeatedValue' | 'type';
type Report = RuleContext<unknown, MessageId>['report'];

export const rule = defineRule<z.output<typeof options>, MessageId>({
  id: 'plan/valid-property',
  description: 'Require properties and traits that agree with themselves and with each other',
  recommended: 'error',
  scope: 'plan',
  options,
  messages: {
    repeated: '`{{name}}` stands twice in {{owner}}: keep one.',
    enumType: '`{{name}}` is of type {{type}}, and its `enum` has {{value}}: correct the value or the type.',
    emptyEnum: 'The `enum` of `{{name}}` is empty, so that no value may be sent: list the values, or remove it.',
    repeatedValue: 'The `enum` of `{{name}}` has {{value}} twice: keep one.',
    type: '`{{name}}` is of type {{type}} here, and of type {{usual}} in `{{event}}`: give it one type, or two names.',
  },
  check({ plan, options: { sameTypes }, report }) {
    for (const { owner, properties } of listsOf(plan)) {
      const known = new Set<string>();
      for (const property of properties) {
        const { name, place } = property;
        if (known.has(name)) report({ place, messageId: 'repeated', data: { name, owner }, subject: `${owner} ${name}` });
        known.add(name);
        checkEnum(report, owner, property);
      }
    }
    if (sameTypes) checkTypes(plan, report);
  },
});

interface PropertyList {
  readonly owner: string;
  readonly properties: readonly PlanProperty[];
}

function listsOf({ userTraits, groups, events }: Plan): PropertyList[] {
  const lists = [
    { owner: 'the traits of users', properties: userTraits },
    ...groups.map(({ type, traits }) => ({ owner: `the traits of the group \`${type}\``, properties: traits })),
    ...events.map(({ name, properties }) => ({ owner: `\`${name}\``, properties })),
  ];
  return lists.flatMap((list) => [list, ...listsWithin(list)]);
}

/** The members of objects, and of lists' elements, which are a list of one. */
function listsWithin({ owner, properties }: PropertyList): PropertyList[] {
  return plannedIn(properties).flatMap(({ name, property, isNested }) => [
    ...(property.properties.length > 0 ? [{ owner: `\`${name}\` of ${owner}`, properties: property.properties }] : []),
    ...(isNested && name.endsWith('[]') ? [{ owner: `\`${name}\` of ${owner}`, properties: [property] }] : []),
  ]);
}

function checkEnum(report: Report, owner: string, { name, type, enum: values, place }: PlanProperty): void {
  if (values === null) return;
  const subject = `${owner} ${name} enum`;
  if (values.length === 0) report({ place, messageId: 'emptyEnum', data: { name }, subject });
  const wrong = values.find((value) => !isOfType(value, type));
  if (wrong !== undefined) report({ place, messageId: 'enumType', data: { name, type: type ?? '', value: JSON.stringify(wrong) }, subject });
  const again = values.find((value, index) => values.indexOf(value) < index);
  if (again !== undefined) report({ place, messageId: 'repeatedValue', data: { name, value: JSON.stringify(again) }, subject });
}

/** Text is any scalar that YAML took for something else: `[yes, no]`, `[2024, 2025]` under `type: string` are texts as written. */
function isOfType(value: string | number | boolean, type: PlanProperty['type']): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return typeof value === 'number';
  return type !== 'boolean' || typeof value === 'boolean';
}

/** Types whose values one column can hold: an integer is a number, and dates are sent as text. */
const KINDS: Readonly<Record<string, string>> = { string: 'text', datetime: 'text', integer: 'number', number: 'number', boolean: 'boolean', object: 'object', array: 'array' };

/** A property's type in different events; the type that most of them have is right. */
function checkTypes({ events }: Plan, report: Report): void {
  const current = events.filter(({ deprecated }) => !deprecated);
  const uses = current.flatMap(({ name: event, properties }) => properties.flatMap((property) => (property.type === null ? [] : [{ event, type: property.type, property }])));
  for (const same of groupedBy(uses, ({ property }) => property.name)) {
    const [first, ...others] = groupedBy(same, ({ type }) => KINDS[type] ?? type).sort((a, b) => b.length - a.length);
    const usual = first?.[0] ?? same[0];
    const { name } = usual.property;
    for (const { event, type, property } of others.flat()) {
      const related = [{ place: usual.property.place, message: `Here \`${name}\` is of type ${usual.type}.` }];
      report({ place: property.place, messageId: 'type', data: { name, type, usual: usual.type, event: usual.event }, related, subject: `${event} ${name} type` });
    }
  }
}
