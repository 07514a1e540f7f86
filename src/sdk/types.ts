/**
 * The vocabulary in which a file of the SDK catalogue describes one SDK. Everything is data: the linker interprets it,
 * and a user's own SDK in the configuration file is written in the same words.
 */

/** What a call of an analytics SDK does. `context` sets groups for later events without being a call of its own. */
export type SdkCallKind = 'track' | 'page' | 'screen' | 'identify' | 'group' | 'alias' | 'reset' | 'context';

/**
 * What a `group()` call does for later events of the same client:
 * `attached` (the client adds the group to every later event), `membership` (the vendor's backend attributes by the
 * user's group), `none` (the event itself must carry its group).
 */
export type GroupState = 'attached' | 'membership' | 'none';

/**
 * Where a value stands in a call: an argument's index, then keys into it, e.g. `"0"`, `"2.context.groupId"`,
 * `"0.event"`. A leading `^` reads the arguments of the call that created the receiver, as in
 * `getGroup(type, id).set(traits)`: there `"^0"` is `type`. `"last-string"` is the last of the leading string arguments.
 */
export type ArgPath = string;

/** A test on one argument that selects an overload. `present` is neither undefined nor null. */
export type ArgTest = 'string' | 'object' | 'function' | 'present' | 'absent' | { readonly is: string };

/** One place where a call can carry groups. `id`: an id whose level the SDK does not name; `map`: level → id(s). */
export interface GroupSlot {
  readonly at: ArgPath;
  readonly form: 'id' | 'ids' | 'map';
  /** A place that few projects use: groups that may stand there unseen count only where the project puts any there. */
  readonly ifUsed?: boolean;
  /** The level of an id, where the place itself says it: `organizationId`. */
  readonly level?: string;
}

/** One overload of a method: what kind of call it is and which argument holds what. */
export interface Signature {
  readonly kind: SdkCallKind;
  /** Argument index or path → test. All must be possible for the signature to apply; the first that applies is used. */
  readonly when?: Readonly<Record<ArgPath, ArgTest>>;
  /** The event's name; a constant name is written `"=name"`. */
  readonly name?: ArgPath | `=${string}`;
  readonly properties?: ArgPath;
  readonly userId?: ArgPath;
  readonly traits?: ArgPath;
  /** For calls that set one trait: where its name and its value stand. */
  readonly trait?: readonly [key: ArgPath, value: ArgPath];
  /** For group calls: the level (an SDK calls it group type) and the group's id. A constant level is `"=level"`. */
  readonly groupType?: ArgPath | `=${string}`;
  readonly groupId?: ArgPath;
  /** For group calls: false where the call describes a group, and later events do not get it. */
  readonly attaches?: false;
  /** Where the call carries (track) or sets (identify, group, context) groups. */
  readonly groups?: readonly GroupSlot[];
  /** What is put before and after the event's name on its way to the provider. */
  readonly prefix?: string;
  readonly suffix?: string;
  /** What every call adds by itself. */
  readonly adds?: Additions;
}

export interface Additions {
  /** Properties by name; their values where these are fixed. */
  readonly properties?: readonly string[] | Readonly<Record<string, string | number | boolean | null>>;
  /** Levels of groups. */
  readonly groups?: readonly string[];
}

/** A method of a client. */
export interface Method {
  /** Overloads, most specific first. Without any, the method is known and sends nothing. */
  readonly signatures?: readonly Signature[];
  /** What the call returns; promises are transparent. */
  readonly returns?: Shape;
  /** An argument that names a member of the client, which holds a client from then on. */
  readonly registers?: ArgPath;
  /** Argument paths of callbacks that are called with these values: `{ "1.loaded": ["client"] }`. */
  readonly callbacks?: Readonly<Record<ArgPath, readonly Shape[]>>;
  /** An argument whose functions may change every event that the client sends: middleware, a plugin. */
  readonly enriches?: ArgPath;
  /** An argument that is itself a list of messages, each handled by `signatures` as argument 0 (`track_batch`). */
  readonly batch?: ArgPath;
}

/**
 * What a value of an SDK is. `"client"` is the SDK's main client. An object describes anything else: what `new` of it
 * gives, what calling it gives, its members, its methods.
 */
export type Shape =
  | 'client'
  | {
      readonly new?: Shape;
      readonly call?: Shape;
      readonly members?: Readonly<Record<string, Shape>>;
      readonly methods?: Readonly<Record<string, Method>>;
    };

/** A package (or sub-path) from which the SDK is imported. */
export interface SdkModule {
  /** Exact import specifiers, e.g. `"posthog-js"`, `"posthog-js/react"`. */
  readonly specifiers: readonly string[];
  /** Exported name → shape; `default` is the default export. */
  readonly exports: Readonly<Record<string, Shape>>;
  /**
   * What the module object itself is (`import * as x`, `require()`, `await import()`), where it can be used as a value;
   * named imports that `exports` does not list are looked up among its methods.
   */
  readonly namespace?: Shape;
}

export interface Sdk {
  /** The id that reports and the configuration use, e.g. `"posthog-node"`. */
  readonly id: string;
  /** The vendor's name for people, e.g. `"PostHog (Node)"`. */
  readonly title: string;
  readonly runtime: 'client' | 'server';
  /** True for a client that runs on servers too, where it keeps nobody. */
  readonly isomorphic?: boolean;
  readonly groupState: GroupState;
  readonly modules: readonly SdkModule[];
  /** Globals that hold a client: bare, or on `window`, `globalThis`, `self`, `global`. */
  readonly globals?: readonly string[];
  /** Type names of a client in ambient declarations, without an import. */
  readonly ambientTypes?: readonly string[];
  /** The client: its methods and members (`mixpanel.people`). */
  readonly client: {
    readonly methods: Readonly<Record<string, Method>>;
    readonly members?: Readonly<Record<string, Shape>>;
    /** Overloads of calling the client itself, for command functions: `Intercom('trackEvent', name)`. */
    readonly call?: Method;
    /** The client's `push(['method', ...args])` sends `method(...args)`. */
    readonly push?: boolean;
  };
  /** Ids of the SDKs to which this one passes its calls on: they are listed in its place. */
  readonly sendsTo?: readonly string[];
  /** Names among the properties that the SDK takes for itself: they are no properties of the event. */
  readonly reserved?: readonly string[];
  /** Places in the arguments of a track call where people put a group, and the SDK takes it for none. */
  readonly ignoresGroupsAt?: readonly ArgPath[];
  /** Group keys are event properties (Mixpanel): a property named like a group type used in the project is a group. */
  readonly groupKeysAreProperties?: boolean;
  /**
   * How group context is written in a track call of this SDK, for messages, with `ID` and `LEVEL` as placeholders,
   * e.g. `"{ context: { groupId: ID } }` as the third argument"`.
   */
  readonly groupContextHint: string;
}

/** A function of the product, as the configuration declares it: a call of it is a call of what stands behind it. */
export interface Wrapper {
  /** A global function, with the way to it (`acme.track`), or whatever is called by this one name where nothing else is known of it. */
  readonly name?: string;
  /** A member, by the names before it (`telemetry.capture`, `useTracking().trackEvent`), or a method of a class or type (`Telemetry.capture`). */
  readonly member?: string;
  /** An export: of a package, or of a file (`./src/track.ts`, relative to the configuration). `name` may lead into it: `client.track`. */
  readonly import?: { readonly from: string; readonly name: string };
  /** `track` where it is not given. */
  readonly kind?: Exclude<SdkCallKind, 'context'>;
  readonly event?: ArgPath | number;
  readonly properties?: ArgPath | number;
  readonly traits?: ArgPath | number;
  readonly userId?: ArgPath | number;
  /** Of group calls: a level is `"=account"`, or an argument. */
  readonly groupType?: ArgPath | number;
  readonly groupId?: ArgPath | number;
  /** Where a call passes groups: ids, each with its level, or maps of levels to ids. Without any, what it sends may have one. */
  readonly groups?: readonly { readonly at: ArgPath | number; readonly level?: string; readonly form?: GroupSlot['form'] }[];
  /** A list of messages, for each of which the places count as if it were argument 0. */
  readonly batch?: ArgPath | number;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly adds?: Additions;
  /** Ids of the SDKs to which it sends. */
  readonly sdks?: readonly string[];
  /** Where it sends to no SDK: a name of the user's own for the place. */
  readonly sink?: string;
}
