/** What linking yields: the analytics calls of a program, resolved. This is all that rules see of the code. */

export type CallKind = 'track' | 'page' | 'screen' | 'identify' | 'group' | 'alias' | 'reset';

/** A place in a source file. Lines and columns are 1-based, columns in UTF-16 units; offsets are 0-based. */
export interface Span {
  /** POSIX path relative to the root of the audit. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The reason of a dynamic name that a package outside the program defines: a constant of it, as a rule. */
export const NAMED_BY_PACKAGE = 'a package that is not read gives it';

export type Resolution = 'literal' | 'constant' | 'union' | 'pattern' | 'dynamic';

/** A group attached to an event or set by a group or identify call. `level` is null where the SDK names none. */
export interface CallGroup {
  readonly level: string | null;
  /** `call`: the event site passes it; `wrapper`: a wrapper adds it; `session`: an earlier group call of the client. */
  readonly source: 'call' | 'wrapper' | 'session';
  /** Source text of the id, e.g. `workspace.id`, where one is known. */
  readonly id: string | null;
  /** False where only some paths attach it. */
  readonly always: boolean;
}

export interface MisplacedGroup {
  readonly sdk: string;
  /** The path into the SDK call's arguments: the index of one, then keys. */
  readonly at: string;
  /** Where the key, or the value, is written. */
  readonly span: Span;
}

/** The keys of an object argument. `open`: it may hold more than these. */
export interface CallKeys {
  readonly keys: readonly string[];
  /** Of `keys`, those that only some paths set. */
  readonly optional: readonly string[];
  readonly open: boolean;
  /** One for each of `keys`, in their order. */
  readonly values: readonly KeyValue[];
}

/** What stands under a key. */
export interface KeyValue {
  readonly key: string;
  /** Where the key is written: at the event site, or in the wrapper that adds it. */
  readonly span: Span | null;
  /** Whether only some paths set it. */
  readonly optional: boolean;
  /** What it may be, one for each alternative but `undefined`; never empty for a key that is not too deep to be looked into. */
  readonly values: readonly ValueShape[];
}

/** `date` is a `Date`, `datetime` a text that is known to tell a time. */
export type ValueType = 'string' | 'number' | 'boolean' | 'null' | 'date' | 'datetime' | 'array' | 'object' | 'unknown';

/** One of the things that a value may be, as far as the source says. */
export interface ValueShape {
  readonly type: ValueType;
  /** The value itself, where it is known. */
  readonly literal?: string | number | boolean;
  /** Of a text with unknown parts: what is known, with `*` for each of them. */
  readonly pattern?: string;
  /** Of an array: what its elements may be. */
  readonly items?: readonly ValueShape[];
  /** Of an object, unless it stands too deep within others. */
  readonly members?: CallKeys;
  /** The expression that gives the value, and its source text where that is short. */
  readonly span: Span | null;
  readonly text: string | null;
}

/** One SDK call that an event site ends in. */
export interface SdkCall {
  readonly sdk: string;
  readonly span: Span;
  /** True for the call of a declared wrapper, which stands for the SDK's. */
  readonly declared?: boolean;
}

export type GroupAfter = 'always' | 'some' | 'never';
export type GroupAfterReason = 'guarded' | 'path' | 'elsewhere';

/** An event site, or the site of an identify, group, alias or reset call. One per site, however many SDKs stand behind. */
export interface Call {
  readonly kind: CallKind;
  /** SDK ids, sorted. */
  readonly sdks: readonly string[];
  /** The call expression in which the event's name is determined. */
  readonly span: Span;
  /** The folder of the `package.json` that governs the file, `.` for the project's own or none. */
  readonly package: string;
  /** The expression that gives the name, where one stands in the source. */
  readonly nameSpan: Span | null;
  /** Where the literals stand that give the names, by name; of names that wrappers add to, none. */
  readonly nameOrigins?: Readonly<Record<string, Span>>;
  /** Names as they arrive at the provider, sorted; empty when dynamic. */
  readonly names: readonly string[];
  /** With `*` for each hole, when the name is a template with unknown parts. */
  readonly pattern: string | null;
  readonly resolution: Resolution;
  /** Why a dynamic name could not be resolved. */
  readonly reason: string | null;
  readonly groups: readonly CallGroup[];
  /**
   * `present`: at least one group reaches the SDK; `absent`: certainly none on the event itself; `unknown`: a value that
   * could not be followed may hold one, or the client was told to put one on the events that it sends. A group that the
   * SDK or its vendor adds because of an earlier group call does not count here.
   */
  readonly groupContext: 'present' | 'absent' | 'unknown';
  /** Groups at places where the SDK takes none. */
  readonly misplacedGroups: readonly MisplacedGroup[];
  readonly properties: CallKeys;
  readonly traits: CallKeys;
  /** Literal values of traits where known, e.g. `group_type`, `parent_group_id`. */
  readonly traitTexts: Readonly<Record<string, string>>;
  /** Source text of the user id, and of the group's id for group calls. */
  readonly userId: string | null;
  readonly groupId: string | null;
  /** What the user id may be; empty where the call certainly gives none, or its SDK takes none there. */
  readonly userIdValues: readonly ValueShape[];
  /** For group calls: the parent's id from the traits (`parent_group_id`), as source text. */
  readonly parent: string | null;
  /** Names of the wrappers between the site and the SDK, outermost first. */
  readonly via: readonly string[];
  /** False when nothing in the program reaches the site. */
  readonly live: boolean;
  readonly sdkCalls: readonly SdkCall[];
  /**
   * Where group context would have to be added: the innermost call on the way to the SDK whose callee can carry it.
   * The site itself when it can pass the context; the SDK call when its wrapper has no way to.
   */
  readonly groupFix: Span;
  /** For identify calls: whether a group call follows, and if only sometimes, why; the path that misses, in words. */
  readonly groupAfter: GroupAfter | null;
  readonly groupAfterReason: GroupAfterReason | null;
  readonly groupAfterPath: string | null;
  /** For identify calls: whether on every path another one follows, after which the group belongs. */
  readonly identifiedAgain: boolean;
  /** For events: the first group call that follows, of one of its SDKs, where the event stands between an identify call and that one. */
  readonly laterGroup: Span | null;
  /** For events: whether a group call of one of its SDKs runs in the same flow, before it or after. */
  readonly isGrouping: boolean;
  /** For group calls: whether a framework runs them by itself, as in an effect, again whenever what they depend on changes. */
  readonly byFramework: boolean;
}

/** The outcome of linking a program. Calls are sorted by file and position. */
export interface Program {
  readonly calls: readonly Call[];
  readonly files: FileCounts;
  /** Files that were left out or only partly understood, each with the reason. */
  readonly problems: readonly FileProblem[];
}

export interface FileCounts {
  readonly discovered: number;
  readonly candidates: number;
  readonly parsed: number;
  readonly failed: number;
}

export interface FileProblem {
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
}
