/** The tracking plan as rules see it. Every object keeps the place where it stands in the plan file. */

/** 1-based line and column in the plan file. */
export interface PlanPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type PlanType = 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'object' | 'array';

/** A property of an event or a trait of an entity or group. */
export interface PlanProperty {
  readonly name: string;
  readonly type: PlanType | null;
  readonly enum: readonly (string | number | boolean)[] | null;
  readonly required: boolean;
  readonly pii: boolean;
  readonly description: string | null;
  /** Of an object: its members, as far as the plan describes them. */
  readonly properties: readonly PlanProperty[];
  /** Of a list: what each of its elements is; it has the list's name. */
  readonly items: PlanProperty | null;
  readonly place: PlanPlace;
}

export interface PlanEvent {
  readonly name: string;
  readonly category: string | null;
  /** The level of the hierarchy at which the event occurs: a `type` of one of the plan's groups. */
  readonly groupLevel: string | null;
  /** True for `group_level: none`, `user` or `null`: the event is planned at no level, and needs no group. */
  readonly atNoLevel: boolean;
  readonly description: string | null;
  readonly properties: readonly PlanProperty[];
  readonly deprecated: boolean;
  readonly replacedBy: string | null;
  readonly aliases: readonly string[];
  readonly place: PlanPlace;
}

/** A level of the hierarchy. */
export interface PlanGroup {
  readonly type: string;
  readonly idFormat: string | null;
  readonly isTopLevel: boolean;
  readonly parentType: string | null;
  readonly traits: readonly PlanProperty[];
  readonly place: PlanPlace;
}

/**
 * What contradicts the rest of a plan that can be read all the same. The model has it mended: parents that the plan does
 * not have, or that close a circle, are left out, as are second groups of one type and levels that no group has.
 */
export interface PlanFault {
  readonly code: 'unknownParent' | 'parentOfTop' | 'repeatedGroup' | 'cycle' | 'unknownLevel';
  readonly place: PlanPlace;
  readonly data: Readonly<Record<string, string>>;
}

/** Where the parts of a plan begin: at their keys, or at the top of the file where it has none. */
export interface PlanParts {
  readonly user: PlanPlace;
  /** Null where the plan has no key `groups`; one that has and lists none says that the product has no levels. */
  readonly groups: PlanPlace | null;
  readonly events: PlanPlace;
}

export interface Plan {
  /** Path relative to the root of the audit, POSIX; for the embedded plan its name. */
  readonly file: string;
  /** True for the built-in core B2B plan, used where the product has none. */
  readonly embedded: boolean;
  readonly product: string | null;
  readonly piiPolicy: 'none' | 'traits_only' | 'allowed' | null;
  /** Whom `identify()` is about: each user, or one shared identity for each account. */
  readonly identity: 'user' | 'instance' | null;
  /** The form of users' ids, such as `usr_*`. */
  readonly userIdFormat: string | null;
  readonly userTraits: readonly PlanProperty[];
  /** Parents before children. */
  readonly groups: readonly PlanGroup[];
  readonly events: readonly PlanEvent[];
  /** A template by its `meta.template`: part of a plan, from which plans are made. */
  readonly isTemplate?: boolean;
  readonly parts: PlanParts;
  readonly faults: readonly PlanFault[];
}
