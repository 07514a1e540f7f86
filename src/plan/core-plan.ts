import type { Plan, PlanEvent, PlanPlace, PlanProperty, PlanType } from './model.ts';

/** A property: its name, and what differs from required text. `note` is its description. */
type Row = readonly [name: string, more?: { type?: PlanType; optional?: true; enum?: readonly string[]; pii?: true; note?: string }];

const NAME = 'core B2B plan';

/** The levels of the B2B specification that every product has. */
const LEVEL = 'account';

/** Required traits of users, then the recommended ones. `user_id` is what `identify()` identifies by, and no trait. */
const USER_TRAITS: readonly Row[] = [
  ['email', { pii: true }],
  ['account_id'],
  ['role'],
  ['created_at', { type: 'datetime', optional: true }],
  ['last_active_at', { type: 'datetime', optional: true }],
  ['subscription_level', { optional: true }],
  ['preferred_language', { optional: true }],
  ['last_login', { type: 'datetime', optional: true }],
  ['industry', { optional: true }],
];

/** The same for accounts, whose `account_id` is what `group()` groups by. */
const ACCOUNT_TRAITS: readonly Row[] = [
  ['name'],
  ['plan'],
  ['created_at', { type: 'datetime', optional: true }],
  ['mrr', { type: 'number', optional: true }],
  ['employee_count', { type: 'integer', optional: true }],
  ['industry', { optional: true }],
  ['number_of_users', { type: 'integer', optional: true }],
  ['billing_cycle', { optional: true, enum: ['monthly', 'annual'] }],
  ['support_level', { optional: true, enum: ['standard', 'priority'] }],
];

/** A trial that does not convert selects no plan, and a downgrade need not have a stated reason: these two are optional. */
const EVENTS: readonly (readonly [name: string, category: string, description: string, properties: readonly Row[]])[] = [
  ['account.created', 'lifecycle', 'A new account was created.', [['account_name'], ['created_by']]],
  ['user.signed_up', 'lifecycle', 'A user created their login.', [['signup_source'], ['account_id']]],
  ['user.signed_in', 'lifecycle', 'A user logged in.', [['method']]],
  ['user.signed_out', 'lifecycle', 'A user logged out.', []],
  ['user.invited', 'collaboration', 'A user invited someone into the account.', [
    ['invitee_role'],
    ['invitee_email', { pii: true, note: 'Hashed, never the address itself.' }],
  ]],
  ['user.joined', 'collaboration', 'An invited user joined the account.', [['invitation_id'], ['role']]],
  ['trial.started', 'billing', 'A trial began.', [['trial_days', { type: 'integer' }], ['plan_trialing']]],
  ['trial.ended', 'billing', 'A trial ended.', [['converted', { type: 'boolean' }], ['plan_selected', { optional: true }]]],
  ['plan.upgraded', 'billing', 'The account moved to a higher plan.', [['from_plan'], ['to_plan']]],
  ['plan.downgraded', 'billing', 'The account moved to a lower plan.', [['from_plan'], ['to_plan'], ['reason', { optional: true }]]],
];

/** The plan is in no file: what stands in it all stands here. */
const PLACE: PlanPlace = { file: NAME, line: 1, column: 1 };

let made: Plan | null = null;

/** The core plan of the B2B specification, which holds where a product has no plan of its own. */
export function corePlan(): Plan {
  made ??= {
    file: NAME,
    embedded: true,
    product: null,
    piiPolicy: null,
    identity: null,
    userIdFormat: null,
    userTraits: USER_TRAITS.map(propertyOf),
    groups: [{ type: LEVEL, idFormat: null, isTopLevel: true, parentType: null, traits: ACCOUNT_TRAITS.map(propertyOf), place: PLACE }],
    events: EVENTS.map(([name, category, description, properties]) => eventOf(name, category, description, properties)),
    parts: { user: PLACE, groups: PLACE, events: PLACE },
    faults: [],
  };
  return made;
}

function eventOf(name: string, category: string, description: string, properties: readonly Row[]): PlanEvent {
  return {
    name,
    category,
    groupLevel: LEVEL,
    atNoLevel: false,
    description,
    properties: properties.map(propertyOf),
    deprecated: false,
    replacedBy: null,
    aliases: [],
    place: PLACE,
  };
}

function propertyOf([name, more = {}]: Row): PlanProperty {
  return {
    name,
    type: more.type ?? 'string',
    enum: more.enum ?? null,
    required: !more.optional,
    pii: more.pii ?? false,
    description: more.note ?? null,
    properties: [],
    items: null,
    place: PLACE,
  };
}
